import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { LinkAttempt } from '../../src/store/link-attempts.ts';
import {
  ana,
  type Browser,
  codeOf,
  details,
  type Linking,
  startLinking,
  ticketOf,
  titleOf,
} from '../support/linking.ts';

let linking: Linking;
let slackFails = false;
const told: LinkAttempt[] = [];

beforeAll(async () => {
  linking = await startLinking({
    publicUrl: 'https://kally.example',
    hasClientId: true,
    async askForCode(attempt) {
      if (slackFails) throw new Error('Slack is away');
      told.push(attempt);
    },
  });
});
afterAll(() => linking.stop());
beforeEach(async () => {
  linking.time.aheadMs = 0;
  slackFails = false;
  told.length = 0;
  await linking.sandbox.setFault(null);
  linking.sandbox.reset();
  await linking.store.links.disconnect(ana);
});

async function startAndSignIn(browser: Browser, account = 'ana') {
  const button = await linking.startLink(ana, details);
  const start = await browser.open(button);
  const back = await browser.signInAt(start.location, account);
  return { button, back };
}

async function upToConfirm(browser: Browser) {
  const { button, back } = await startAndSignIn(browser);
  await browser.open(back);
  const page = await browser.open('/link/confirm');
  return { button, ticket: ticketOf(page) };
}

test('an unknown link, in the language of the browser', async () => {
  const page = await linking
    .browser()
    .open('/link/start?n=nothing', { 'accept-language': 'fr, es-ES;q=0.9, en;q=0.5' });
  expect(page.status).toBe(404);
  expect(titleOf(page)).toBe('No conocemos este enlace');
  expect((await linking.browser().open('/link/start')).status).toBe(404);
});

test('a link older than ten minutes, at its start and at the click', async () => {
  const browser = linking.browser();
  const { button, ticket } = await upToConfirm(browser);
  linking.time.aheadMs = 10 * 60_000 + 1_000;
  expect(await browser.open(button)).toMatchObject({ status: 410 });
  const late = await browser.post('/link/confirm', { ticket, choice: 'connect' });
  expect(titleOf(late)).toBe('This link is too old');
  expect(await linking.store.links.isConnected(ana)).toBe(false);
});

test('previews that fetch the link do not use it up, and do not spoil the sign-in under way', async () => {
  const browser = linking.browser();
  const { button, back } = await startAndSignIn(browser);
  await linking.browser().open(button);
  await browser.open(button);
  expect(await browser.open(back)).toMatchObject({ status: 303, location: '/link/confirm' });
});

test('a used link says so, in another browser too; a second press ends where the first did', async () => {
  const browser = linking.browser();
  const { button, ticket } = await upToConfirm(browser);
  const cookies = new Map(browser.cookies);
  const presses = await Promise.all(
    [1, 2].map(() => browser.post('/link/confirm', { ticket, choice: 'connect' })),
  );
  for (const press of presses) expect(press).toMatchObject({ status: 303, location: '/link/code' });
  expect(told).toHaveLength(1);
  expect(titleOf(await linking.browser().open(button))).toBe('This link was used already');

  const code = codeOf(await browser.open('/link/code')).replace(' ', '');
  expect(await linking.enterCode(code, ana, told[0]?.id)).toMatchObject({ connected: { person: ana } });
  await linking.store.links.disconnect(ana);
  for (const [name, value] of cookies) browser.cookies.set(name, value);
  const replayed = await browser.post('/link/confirm', { ticket, choice: 'connect' });
  expect(replayed.status).toBe(410);
  expect(await linking.store.links.isConnected(ana)).toBe(false);
});

test('cancelling stores nothing, forgets the tokens, and leaves the link usable', async () => {
  const browser = linking.browser();
  const { button, ticket } = await upToConfirm(browser);
  const pressed = await browser.post('/link/confirm', { ticket, choice: 'cancel' });
  expect(titleOf(await browser.open(pressed.location))).toBe('Nothing was connected');
  expect(browser.cookies.size).toBe(0);
  expect(await linking.store.links.isConnected(ana)).toBe(false);
  expect((await browser.open(button)).status).toBe(302);
});

test('another browser cannot finish what this one started', async () => {
  const { back } = await startAndSignIn(linking.browser());
  const other = linking.browser();
  expect(titleOf(await other.open(back))).toBe('Please stay in one browser');
  expect(titleOf(await other.open('/link/confirm'))).toBe('Please stay in one browser');
  expect(titleOf(await other.post('/link/confirm', { ticket: 'x', choice: 'connect' }))).toBe(
    'Please stay in one browser',
  );
});

test('a person who opens somebody else’s link is told whose it is, and an answer to another sign-in is rejected', async () => {
  const [mine, theirs] = [linking.browser(), linking.browser()];
  const { back } = await startAndSignIn(theirs);
  const { button } = await startAndSignIn(mine);
  const page = await mine.open(back);
  expect(titleOf(page)).toBe('This is the answer to another sign-in');
  expect(page.text).toContain(new URL(button).search);
  const traffic = linking.sandbox.traffic().map(({ path }) => path);
  expect(traffic).not.toContain('/v1/auth/gpt/token');
});

test('a click counts only from our page and for the sign-in it showed', async () => {
  const browser = linking.browser();
  const { ticket } = await upToConfirm(browser);
  const foreign: [Record<string, string>, Record<string, string>][] = [
    [{ ticket, choice: 'connect' }, { 'sec-fetch-site': 'cross-site' }],
    [{ ticket, choice: 'connect' }, { 'sec-fetch-site': 'same-site' }],
    [{ ticket, choice: 'connect' }, { origin: 'https://evil.example' }],
    [
      { ticket: 'guessed', choice: 'connect' },
      { 'sec-fetch-site': 'same-origin', origin: 'null' },
    ],
    [{ choice: 'connect' }, {}],
  ];
  for (const [fields, headers] of foreign) {
    const page = await browser.post('/link/confirm', fields, headers);
    expect(titleOf(page)).toBe('That click did not come from our page');
  }
  expect(await linking.store.links.isConnected(ana)).toBe(false);
  const own = { 'sec-fetch-site': 'same-origin', origin: 'null' };
  expect(await browser.post('/link/confirm', { ticket, choice: 'connect' }, own)).toMatchObject({
    status: 303,
  });
});

test('a cookie that was altered, or sealed with another key, is ignored', async () => {
  const browser = linking.browser();
  await upToConfirm(browser);
  for (const value of [
    'x',
    'key.1.',
    'key.1.AAAA',
    'other.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    '%.%',
  ]) {
    for (const name of browser.cookies.keys()) browser.cookies.set(name, value);
    expect(titleOf(await browser.open('/link/confirm')), value).toBe('Please stay in one browser');
  }
});

test('a person who refuses at KallyAI can start again', async () => {
  const browser = linking.browser();
  const { button, back } = await startAndSignIn(browser, 'refuse');
  const page = await browser.open(back);
  expect(titleOf(page)).toBe('KallyAI was not connected');
  expect(page.text).toContain(new URL(button).search);
  expect((await browser.open(button)).status).toBe(302);
});

test('KallyAI away during the sign-in: nothing is used up, and trying again works', async () => {
  const browser = linking.browser();
  const { button, back } = await startAndSignIn(browser);
  await linking.sandbox.setFault({ kind: 'unavailable' });
  const page = await browser.open(back);
  expect(page.status).toBe(502);
  expect(titleOf(page)).toBe('KallyAI does not answer');
  expect(page.text).toContain(`href="/link/start${new URL(button).search}"`);
  await linking.sandbox.setFault(null);
  const start = await browser.open(button);
  expect(await browser.open(await browser.signInAt(start.location, 'ana'))).toMatchObject({ status: 303 });
});

test('a code that KallyAI rejects', async () => {
  const browser = linking.browser();
  const { back } = await startAndSignIn(browser);
  const page = await browser.open(back.replace(/code=[^&]+/, 'code=forged'));
  expect(titleOf(page)).toBe('KallyAI did not accept the sign-in');
  expect(linking.logged.join()).toContain('invalid_grant');
});

test('the return address may be loaded again, and on two replicas at once', async () => {
  const browser = linking.browser();
  const { back } = await startAndSignIn(browser);
  const both = await Promise.all([browser.open(back), browser.open(back), browser.open(back)]);
  const onwards = { status: 303, location: '/link/confirm' };
  expect(both).toMatchObject([onwards, onwards, onwards]);
  expect(await browser.open(back)).toMatchObject(onwards);
  const asked = await browser.open('/link/confirm');
  expect(titleOf(asked)).toBe('Connect KallyAI to Slack?');
  const pressed = await browser.post('/link/confirm', { ticket: ticketOf(asked), choice: 'connect' });
  expect(pressed.status).toBe(303);
});

test('a return address that is loaded again after a broken answer leads to KallyAI again', async () => {
  const [browser, brokenOff] = [linking.browser(), linking.browser()];
  const { back } = await startAndSignIn(browser);
  for (const [name, value] of browser.cookies) brokenOff.cookies.set(name, value);
  // The next request of this one goes to the other replica.
  await brokenOff.open(back);
  expect(await browser.open(back)).toMatchObject({ status: 303, location: '/link/confirm' });
  const { location } = await browser.open('/link/confirm');
  expect(location).toMatch(/^\/link\/start\?n=/);
  const signInAgain = await browser.open(location);
  const backAgain = await browser.signInAt(signInAgain.location, 'ana');
  await browser.open(backAgain);
  expect(titleOf(await browser.open('/link/confirm'))).toBe('Connect KallyAI to Slack?');
});

test('a prefetch does not use up the sign-in', async () => {
  const browser = linking.browser();
  const { back } = await startAndSignIn(browser);
  for (const headers of [{ 'sec-purpose': 'prefetch;prerender' }, { purpose: 'prefetch' }])
    expect((await browser.open(back, headers)).status).toBe(503);
  expect(await browser.open(back)).toMatchObject({ status: 303, location: '/link/confirm' });
});

test('an account can be connected even if KallyAI says nothing about it', async () => {
  const browser = linking.browser();
  const { back } = await startAndSignIn(browser);
  await browser.open(back);
  await linking.sandbox.setFault({ kind: 'lose-answers' });
  const page = await browser.open('/link/confirm');
  expect(page.status).toBe(200);
  expect(page.text).toContain('KallyAI told us nothing about the account');
});

test('Slack away after the click: nothing is kept, and the same link works once Slack is back', async () => {
  slackFails = true;
  const browser = linking.browser();
  const { button, ticket } = await upToConfirm(browser);
  const pressed = await browser.post('/link/confirm', { ticket, choice: 'connect' });
  expect(pressed.status).toBe(502);
  expect(titleOf(pressed)).toBe('Slack does not answer');
  expect(pressed.text).toContain(new URL(button).search);
  expect(linking.logged.join()).toContain('Slack is away');
  slackFails = false;
  expect(await browser.post('/link/confirm', { ticket, choice: 'connect' })).toMatchObject({
    location: '/link/code',
  });
});
