import { expect } from 'vitest';
import type { SlackSandbox } from '../../sandbox/slack/server.ts';
import { quick, test } from '../support/playground.ts';

test('nothing is left of the plan: the requester is told, and where to go', async ({
  sitDown,
  connected,
  playground,
}) => {
  await connected('noor');
  await letGuestsCall(playground);
  const noor = await sitDown('noor');
  await noor.go('dinner');
  await noor.types('/kally +44 20 7946 0123 ask whether they have a vegetarian menu');
  await noor.press('Call', noor.dialog);
  await noor.submits('Call anyway');
  await noor.go('Kally');
  await noor.openTab('Messages');
  const card = noor.message('vegetarian menu');
  await noor.sees('Your KallyAI plan has no calls left', card);
  await card.getByRole('link', { name: 'See plans' }).waitFor();
  await noor.look('quota');
  await noor.go('dinner');
  expect(await noor.main.getByText('vegetarian menu').count()).toBe(0);
  expect(playground.kally.rings()['+442079460123']).toBeUndefined();
});

test('the app is killed in the middle of a call, and the card continues', async ({
  sitDown,
  connected,
  playground,
}) => {
  await connected('luis');
  playground.kally.setSpeed(2);
  const luis = await sitDown('luis');
  await luis.go('travel');
  await luis.types('/kally +1 415 555 0110 preguntar si arreglan bicicletas');
  await luis.submits('Llamar');
  await expect.poll(() => playground.kally.rings()['+14155550110'], { timeout: 30_000 }).toBe(1);

  await luis.press('Sandbox', luis.page.locator('body'));
  await luis.press('Restart the app', luis.drawer);
  await luis.sees('The app is restarting', luis.page.getByRole('status'));
  playground.kally.setSpeed(quick);
  await luis.message('Preguntar si arreglan').getByText('Lo pidió').waitFor({ timeout: 90_000 });
  await luis.openTab('Rings');
  await luis.sees('rang 1×', luis.drawer);
  await luis.look('playground');
  await luis.openTab('Traffic');
  await luis.look();
  expect(playground.kally.rings()['+14155550110']).toBe(1);
});

/** What an admin does on the page *Who may call*. */
async function letGuestsCall({ slack }: { slack: SlackSandbox }) {
  const { id } = slack.people.ana;
  const ana = slack.as(id);
  const showing = (words: string) =>
    slack.until(() => JSON.stringify(slack.modal(id)?.blocks ?? []).includes(words));
  await ana.types(slack.channels.dinner, '/kally admin');
  await showing('Who called whom');
  await ana.clicks('modal', 'Who may call');
  await showing('Everybody but guests');
  await ana.fills({ who: 'everybody' });
  await ana.submits();
  await showing('Everybody may have Kally call, guests too.');
  slack.reload(id);
}
