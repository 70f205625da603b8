import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds on the page as it stands that shuts somebody out, a line for each place. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // Evaluated and not added as a script, which the page's content security policy would refuse.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ resultTypes: ['violations'] }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${help} (${target}) ${any[0]?.message ?? ''}`),
    );
}
