import { expect } from 'vitest';
import { seriousFaults } from '../support/accessibility.ts';
import { quick, test } from '../support/playground.ts';

test('a table is reserved: form, card, outcome and transcript', async ({
  sitDown,
  connected,
  playground,
}) => {
  await connected('ana');
  // The middle of the call is looked at, on a busy machine too.
  playground.kally.setSpeed(1);
  const ana = await sitDown('ana');
  await ana.go('dinner');
  await ana.types('/kally +1 415 555 0101 Reserve a table for 4 tomorrow at 8pm');
  await ana.look('form');
  await ana.field('Name to give').fill('Ana Torres');
  await ana.field('Name of the business').fill("Luigi's");

  // A fault is told on its field, and what was typed is still there.
  await ana.field('Phone number').fill('911');
  await ana.press('Call', ana.dialog);
  await ana.sees('dial it yourself, now', ana.dialog);
  expect(await ana.field('Name to give').inputValue()).toBe('Ana Torres');
  await ana.look();

  await ana.field('Phone number').fill('(415) 555-0101');
  await ana.field('Phone number').press('Enter');
  await ana.dialog.getByText('Kally will dial +1 415 555 0101').waitFor();
  await ana.submits('Call');
  const card = ana.message('Reserve a table');
  await ana.sees(/On the phone since/, card);
  await ana.look('calling');
  playground.kally.setSpeed(quick);
  await ana.sees('Asked by', card);
  await ana.sees('1 reply', card);
  await ana.opensThread(card);
  await ana.sees('What they said', ana.thread);
  await ana.sees(/Kally · 0:0/, ana.thread);
  await ana.look('reservation');
  expect(playground.kally.rings()['+14155550101']).toBe(1);

  // The same on a page, where nothing but this call stands.
  await card.getByRole('button', { name: 'More options' }).click();
  await ana.chooses('Details');
  const link = ana.main.getByRole('link', { name: 'Open the page' });
  const [page] = await Promise.all([ana.page.context().waitForEvent('page'), link.click()]);
  await page.getByRole('heading', { name: "Call to Luigi's" }).waitFor();
  await page.getByText(/^Kally · 0:0/).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.close();
});

test('the answer “no” to a question is an answer, and gets no tick', async ({ sitDown, connected }) => {
  await connected('ana');
  const ana = await sitDown('ana');
  await ana.go('travel');
  await ana.types('/kally +1 415 555 0164 ask whether they repair bikes');
  await ana.field('Name of the business').fill('Harbor Bikes');
  await ana.submits('Call');
  const card = ana.message('Asked by Ana Torres: “Ask whether they repair bikes”');
  await ana.sees('Harbor Bikes answered: No', card);
  expect(await card.getByRole('img', { name: 'white_check_mark' }).count()).toBe(0);
  await ana.look('answered-no');
});

test('a clinic call in Spanish stays between Luis and Kally', async ({ sitDown, connected }) => {
  await connected('luis');
  const [luis, ana] = await Promise.all([sitDown('luis'), sitDown('ana')]);
  await luis.go('general');
  await luis.types('/kally +34 910 000 002 pedir cita con el dentista mañana a las 10:30 de la mañana');
  expect(await luis.dialog.getByRole('radio', { name: /Solo para mí/ }).isChecked()).toBe(true);
  await luis.field('¿A nombre de quién?').fill('Luis Ortega');
  await luis.submits('Llamar');
  await luis.go('Kally');
  await luis.openTab('Mensajes');
  const card = luis.message('dentista');
  await luis.sees('Lo pidió', card);
  await luis.sees('1 respuesta', card);
  await luis.opensThread(card);
  await luis.sees('Lo que dijeron', luis.thread);
  await luis.sees(/Kally · 0:0/, luis.thread);
  await luis.look('clinic-es');

  for (const place of ['general', 'dinner', 'travel', 'board', 'reception', 'Luis Ortega', 'Kally']) {
    await ana.go(place);
    expect(await ana.main.getByText(/910 00|dentista/).count(), place).toBe(0);
  }
});

test('a transcript too long for messages is a file that opens', async ({ sitDown, connected }) => {
  await connected('ana');
  const ana = await sitDown('ana');
  await ana.go('reception');
  await ana.types('/kally +1 415 555 0123 ask about everything they have on the menu');
  await ana.submits('Call');
  const card = ana.message('on the menu');
  await ana.sees('Asked by', card);
  await ana.opensThread(card);
  await ana.sees('so its transcript is in this file', ana.thread);
  await ana.press('Open', ana.thread);
  const lines = ana.dialog.locator('pre');
  await lines.getByText('Business: ').first().waitFor();
  await expect.poll(async () => (await lines.textContent())?.split('\n').length).toBeGreaterThan(300);
  await ana.look('transcript-file');
  await ana.dialog.getByRole('button', { name: 'Close' }).click();
  await ana.dialog.waitFor({ state: 'detached' });
});
