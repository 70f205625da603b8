import { expect } from 'vitest';
import { people } from '../../sandbox/slack/world.ts';
import { seriousFaults } from '../support/accessibility.ts';
import { dumpOf } from '../support/database.ts';
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
  await page.close();
  return code ?? '';
}

test('the first /kally: connect with the code, and go on with what was asked', async ({ sitDown }) => {
  const ana = await sitDown('ana');
  await ana.go('dinner');
  await ana.types('/kally +1 415 555 0101 Reserve a table for 4 tomorrow at 8pm');
  await ana.main.getByRole('link', { name: 'Connect KallyAI' }).waitFor();
  await ana.look('connect');
  const code = await signIn(ana, /Ana/);

  await ana.go('Kally');
  await ana.press('Enter the code');
  await ana.field('Code').fill('000000' === code.replace(' ', '') ? '111111' : '000000');
  await ana.press('Connect', ana.dialog);
  await ana.sees('This is not the code', ana.dialog.getByRole('alert'));
  await ana.look();
  await ana.field('Code').fill(code);
  await ana.submits('Connect');
  await ana.sees('Your KallyAI account is connected.');

  await ana.press('Continue');
  await ana.dialog.getByRole('heading', { name: 'Make a phone call' }).waitFor();
  expect(await ana.field('Phone number').inputValue()).toBe('+1 415 555 0101');
  expect(await ana.field('How many people?').inputValue()).toBe('4');
  expect(await ana.field('Time').inputValue()).toBe('20:00');
});

test('forget me: nothing is left, and the next /kally asks to connect', async ({
  sitDown,
  connected,
  playground,
}) => {
  await connected('luis');
  const luis = await sitDown('luis');
  await luis.go('dinner');
  await luis.types('/kally +34 910 000 001 preguntar si arreglan bicicletas');
  await luis.submits('Llamar');
  const card = luis.message('bicicletas');
  await luis.sees('Llamada completada', card);
  await luis.opensThread(card);
  await luis.sees(/^Transcripción/, luis.thread);
  expect(await dumpOf(playground.databaseUrl)).toContain(people.luis.id);

  await luis.types('/kally olvidar');
  await luis.press('Olvidarme');
  await luis.look('forget');
  await luis.press('Olvidarme', luis.dialog);
  await luis.sees('Kally ha olvidado');
  expect(await dumpOf(playground.databaseUrl)).not.toContain(people.luis.id);

  await luis.types('/kally');
  await luis.main.getByRole('link', { name: 'Conectar KallyAI' }).waitFor();
});
