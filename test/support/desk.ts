import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

export type Desk = ReturnType<typeof createDesk>;

/** One person's Slack in a browser, handled by what stands on it as that person would. */
export function createDesk(page: Page) {
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const thread = page.getByRole('complementary', { name: 'Thread' });
  const drawer = page.getByRole('complementary', { name: 'Sandbox' });

  return {
    page,
    /** The conversation or tab that is open. */
    main,
    dialog,
    thread,
    drawer,
    go: (place: string) =>
      page.getByRole('navigation', { name: 'Workspace' }).getByRole('button', { name: place }).click(),
    openTab: (name: string) => page.getByRole('tab', { name }).click(),
    press: (name: string | RegExp, within: Locator = main) =>
      within.getByRole('button', { name, exact: true }).last().click(),
    sees: (words: string | RegExp, within: Locator = main) => within.getByText(words).last().waitFor(),
    async types(text: string) {
      const composer = main.getByRole('combobox', { name: /^Message/ });
      await composer.fill(text);
      await composer.press('Enter');
    },
    /** A field of the open form. */
    field: (label: string | RegExp) => dialog.getByLabel(label),
    /** Presses the form's own button, and waits until the form is gone. */
    async submits(name: string) {
      await dialog.getByRole('button', { name, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    },
    async opensThread(message: Locator) {
      await message.getByRole('button', { name: /repl(y|ies)/ }).click();
      await thread.waitFor();
    },
    async chooses(item: string, { of }: { of: Locator }) {
      await of.hover();
      await of.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    },
    /** The last message here with these words. */
    message: (words: string | RegExp) => main.getByRole('listitem').filter({ hasText: words }).last(),
    /** Keeps a picture where SCREENSHOTS names a folder. */
    async picture(name: string, colorScheme: 'light' | 'dark' = 'light') {
      const folder = process.env.SCREENSHOTS;
      if (!folder) return;
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
      await page.emulateMedia({ colorScheme: 'light' });
    },
  };
}
