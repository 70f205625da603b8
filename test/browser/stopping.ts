import { expect } from 'vitest';
import { quick, test } from '../support/playground.ts';

test('a call is stopped in the middle', async ({ sitDown, connected, playground }) => {
  await connected('ana');
  playground.kally.setSpeed(1);
  const ana = await sitDown('ana');
  await ana.go('dinner');
  await ana.types('/kally +44 20 7946 0958 ask whether they have a table outside');
  await ana.submits('Call');
  const card = ana.message('table outside');
  await ana.sees(/On the phone since/, card);
  await ana.press(/^Stop/, card);
  await ana.press('Hang up', ana.dialog);
  await ana.sees(/Stopped after \d+ sec/, card);
  expect(await card.getByRole('button', { name: /^Stop/ }).count()).toBe(0);
  await ana.look('stopped');
  expect(playground.kally.rings()['+442079460958']).toBe(1);
  playground.kally.setSpeed(quick);
});
