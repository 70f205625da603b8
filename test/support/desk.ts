import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousFaults } from './accessibility.ts';

const still = { animations: 'disabled', caret: 'hide' } as const;

export type Desk = ReturnType<typeof createDesk>;

/** One person's Slack in a browser, handled by what stands on it as that person would. */
export function createDesk(page: Page) {
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  const thread = page.getByRole('complementary', { name: /^(Thread|Hilo)$/ });
  const drawer = page.getByRole('complementary', { name: 'Sandbox' });

  async function drawnIn(colorScheme: 'light' | 'dark') {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
  }

  return {
    page,
    /** The conversation or tab that is open. */
    main,
    dialog,
    thread,
    drawer,
    go: (place: string) =>
      page
        .getByRole('navigation', { name: /^(Workspace|Espacio de trabajo)$/ })
        .getByRole('button', { name: place })
        .click(),
    openTab: (name: string) => page.getByRole('tab', { name }).click(),
    press: (name: string | RegExp, within: Locator = main) =>
      within.getByRole('button', { name, exact: true }).last().click(),
    sees: (words: string | RegExp, within: Locator = main) => within.getByText(words).last().waitFor(),
    async types(text: string) {
      const composer = main.getByRole('combobox', { name: /^(Message|Enviar un mensaje)/ });
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
      await message.getByRole('button', { name: /repl(y|ies)|respuestas?/ }).click();
      await thread.waitFor();
    },
    async opensMenu(message: Locator) {
      await message.hover();
      await message.getByRole('button', { name: /^(More actions|Más acciones)$/ }).click();
      await page.getByRole('menu').waitFor();
    },
    chooses: (item: string) => page.getByRole('menuitem', { name: item }).click(),
    /** The last message here with these words. */
    message: (words: string | RegExp) => main.getByRole('listitem').filter({ hasText: words }).last(),
    /** What the person sees shuts nobody out, in light and in dark; with a name, a picture is kept where SCREENSHOTS names a folder. */
    async look(name?: string) {
      // What the mouse rests on would look chosen, and what is busy is dimmed.
      await page.mouse.move(0, 0);
      await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
      const light = await seriousFaults(page);
      const folder = process.env.SCREENSHOTS;
      if (folder && name) await page.screenshot({ path: join(folder, `${name}.png`), ...still });
      await drawnIn('dark');
      const dark = await seriousFaults(page);
      await drawnIn('light');
      expect({ light, dark }).toEqual({ light: [], dark: [] });
    },
  };
}
