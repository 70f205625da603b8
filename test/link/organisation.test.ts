import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SlackSignIn } from '../../src/link/slack-proof.ts';
import { details, type Linking, startLinking, ticketOf, titleOf } from '../support/linking.ts';

/** Kally is installed in the organisation E1 as a whole: Ana asked in one of its workspaces, and Slack says of which the browser is. */
const ana = { workspaceId: 'E1', userId: 'U-ana', teamId: 'T1' };
let before: Awaited<ReturnType<SlackSignIn['personOf']>>;
let asked: string[] = [];
let linking: Linking;

beforeAll(async () => {
  linking = await startLinking({
    publicUrl: 'https://kally.example',
    hasClientId: true,
    slackSignIn: {
      signInUrl(state, workspaceId) {
        asked.push(workspaceId);
        return `https://slack.com/openid/connect/authorize?state=${state}`;
      },
      personOf: async () => before,
    },
  });
});
afterAll(() => linking.stop());

async function comeBackAs(who: NonNullable<typeof before>) {
  asked = [];
  before = who;
  const browser = linking.browser();
  const start = await browser.open(await linking.startLink(ana, details));
  const state = new URL(start.location).searchParams.get('state');
  return { browser, back: await browser.open(`/link/slack?code=c&state=${state}`) };
}

test('their own browser, signed in to any workspace of the organisation, goes on to the click', async () => {
  for (const workspaceIds of [
    ['T1', 'E1'],
    ['T2', 'E1'],
  ]) {
    const { browser, back } = await comeBackAs({ userId: 'U-ana', workspaceIds });
    expect(asked).toEqual(['E1']);
    expect(back.status).toBe(303);
    const onwards = await browser.open(back.location);
    const signedIn = await browser.open(await browser.signInAt(onwards.location, 'ana'));
    const page = await browser.open(signedIn.location);
    const pressed = await browser.post(
      '/link/confirm',
      { ticket: ticketOf(page), choice: 'connect' },
      { 'sec-fetch-site': 'same-origin' },
    );
    expect(pressed.location).toContain('/link/done');
    expect(await linking.store.links.isConnected(ana)).toBe(true);
    await linking.store.links.disconnect(ana);
  }
});

test.for([
  ['a colleague of the same organisation', { userId: 'U-luis', workspaceIds: ['T1', 'E1'] }],
  ['the same id in another organisation', { userId: 'U-ana', workspaceIds: ['T9', 'E9'] }],
  // Slack names no organisation: then the workspace alone proves nothing of it.
  ['the same id in a workspace of no organisation', { userId: 'U-ana', workspaceIds: ['T1'] }],
] as const)('%s is stopped before KallyAI is asked', async ([, { userId, workspaceIds }]) => {
  const traffic = linking.sandbox.traffic().length;
  const { browser, back } = await comeBackAs({ userId, workspaceIds: [...workspaceIds] });
  expect(back.status).toBe(403);
  expect(titleOf(back)).toBe('This link is for somebody else');
  expect(titleOf(await browser.open('/link/confirm'))).not.toContain('Connect');
  expect(linking.sandbox.traffic()).toHaveLength(traffic);
  expect(await linking.store.links.isConnected(ana)).toBe(false);
});
