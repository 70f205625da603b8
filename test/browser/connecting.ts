import { expect } from 'vitest';
import { seriousFaults } from '../support/accessibility.ts';
import type { Desk } from '../support/desk.ts';
import { test } from '../support/playground.ts';

/** Signs in at KallyAI in the tab that *Connect KallyAI* opens, and reads the code there. */
async function signIn(desk: Desk, account: RegExp) {
  const link = desk.main.getByRole('link', { name: 'Connect KallyAI' });
  const [page] = await Promise.all([desk.page.context().waitForEvent('page'), link.click()]);
  await page.getByRole('button', { name: account }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: account }).click();
  await page.getByRole('heading', { name: 'Connect KallyAI to Slack?' }).waitFor();
  await page.getByText('Ana Torres').first().waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('heading', { name: 'One last step, in Slack' }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  const code = await page.locator('.code').textContent();
  // In place of the Slack app, which the page would open, is the window of whoever was here last.
  await page.getByRole('link', { name: /Slack/ }).click();
  await page.waitForURL(/as=U0ANATORRE/);
  await page.close();
  return code ?? '';
}

/**
 * Types a command, and is asked in a message to connect. A busy machine answers with a view, as it has to within Slack's three seconds:
 * it is closed, and the command typed again.
 */
async function isAskedToConnect(desk: Desk, command: string) {
  await desk.types(command);
  await desk.page.getByRole('link', { name: 'Connect KallyAI' }).waitFor();
  if (!(await desk.dialog.isVisible())) return;
  await desk.press('Close', desk.dialog);
  await desk.dialog.waitFor({ state: 'detached' });
  await isAskedToConnect(desk, command);
}

test('the first /kally: connect with the code, and continue with the request', async ({ sitDown }) => {
  const ana = await sitDown('ana');
  await ana.go('dinner');
  await isAskedToConnect(ana, '/kally +1 415 555 0101 Reserve a table for 4 tomorrow at 8pm');
  await ana.look('connect');
  const code = await signIn(ana, /Ana/);

  await ana.press('Enter the code');
  await ana
    .field('The six digits in your browser')
    .fill('000000' === code.replace(' ', '') ? '111111' : '000000');
  await ana.press('Connect', ana.dialog);
  await ana.sees('These are not the digits', ana.dialog.getByRole('alert'));
  await ana.look();
  await ana.field('The six digits in your browser').fill(code);
  await ana.press('Connect', ana.dialog);
  await ana.sees('Your KallyAI account is connected.');
  await ana.dialog.getByRole('heading', { name: 'Make a phone call' }).waitFor();
  expect(await ana.field('Phone number').inputValue()).toBe('+1 415 555 0101');
  expect(await ana.field('How many people?').inputValue()).toBe('4');
  expect(await ana.field(/^Time$/).inputValue()).toBe('20:00');
  expect(await ana.dialog.getByRole('radio', { name: '#dinner' }).isChecked()).toBe(true);
});
