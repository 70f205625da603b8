import { expect } from 'vitest';
import { people } from '../../sandbox/slack/world.ts';
import { inTwoDays } from '../support/daytime.ts';
import { test } from '../support/playground.ts';

test('“Call about this” takes the number, the day and the party from a message', async ({
  sitDown,
  connected,
}) => {
  await connected('ana');
  const [luis, ana] = await Promise.all([sitDown('luis'), sitDown('ana')]);
  await luis.go('dinner');
  const day = inTwoDays(people.ana.tz);
  await luis.types(`Can somebody book a table for 6 at Luigi's on ${day} at 9pm? +1 415 555 0199`);
  await ana.go('dinner');
  await ana.opensMenu(ana.message('Can somebody book'));
  const menu = await ana.page.getByRole('menu').boundingBox();
  const composer = await ana.main.getByRole('combobox').boundingBox();
  expect((menu?.y ?? 0) + (menu?.height ?? 0), 'not cut off below').toBeLessThan(composer?.y ?? 0);
  await ana.look('call-about-this');
  await ana.chooses('Call about this');
  await ana.dialog.getByRole('heading', { name: 'Make a phone call' }).waitFor();
  expect(await ana.field('Phone number').inputValue()).toBe('+1 415 555 0199');
  expect(await ana.field('How many people?').inputValue()).toBe('6');
  expect(await ana.field(/^Time$/).inputValue()).toBe('21:00');
  await ana.field('Name to give').fill('Ana Torres');
  await ana.submits('Call');
  await ana.sees(/^Asked by Ana Torres/);
});

test('the Home tab: call, watch, and change preferences', async ({ sitDown, connected }) => {
  await connected('ana');
  const ana = await sitDown('ana');
  await ana.go('Kally');
  await ana.openTab('Home');
  await ana.sees('Your KallyAI account');
  await ana.press('Make a phone call');
  await ana.field('Phone number').fill('+1 415 555 0100');
  await ana.field('Name of the business').fill('Harbor Bikes');
  await ana.field('What should Kally ask or arrange?').fill('Ask whether they are open on Sunday.');
  await ana.submits('Call');
  await ana.main.getByText('Harbor Bikes').first().waitFor();
  await ana.main.getByText('Under way', { exact: true }).waitFor({ state: 'detached' });
  await ana.look('home');

  await ana.press('Change preferences');
  await ana.field('Language of Kally').selectOption({ label: 'Español' });
  await ana.submits('Save');
  await ana.sees('Tus últimas llamadas');
});
