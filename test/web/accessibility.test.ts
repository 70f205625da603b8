import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { languages } from '../../src/domain/language.ts';
import { seriousFaults } from '../support/accessibility.ts';
import { launchBrowser } from '../support/browser.ts';
import { everyPage } from '../support/every-page.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

const pages = languages.flatMap((language) =>
  Object.entries(everyPage(language)).flatMap(([name, states]) =>
    states.map((html, state) => ({ title: `${name} ${state + 1} in ${language}`, html })),
  ),
);

test.each(pages)('$title is accessible', async ({ html }) => {
  await page.setContent(html);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await seriousFaults(page), colorScheme).toEqual([]);
  }
  for (const width of [320, 380, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const scrollWidth = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(scrollWidth, 'nobody has to scroll sideways').toBeLessThanOrEqual(width);
  }
});
