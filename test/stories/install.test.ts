import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Clock, systemClock } from '../../src/domain/clock.ts';
import { manifest, startTown, type Town } from '../support/app.ts';
import { beginInstall, connectThroughSlack, forMany, install } from '../support/install.ts';
import { titleOf } from '../support/linking.ts';

const time = { aheadMs: 0 };
const clock: Clock = { ...systemClock, now: () => Date.now() + time.aheadMs };
let town: Town;
let anaId: string;
beforeAll(async () => {
  town = await startTown({ env: forMany, clock });
  anaId = town.slack.people.ana.id;
});
afterAll(() => town.stop());

async function read(response: Response) {
  const { status, headers } = response;
  const text = await response.text();
  return { status, headers, text, title: titleOf({ text } as Parameters<typeof titleOf>[0]) };
}

test('a workspace that did not install Kally is told so, and no operator is called', async () => {
  const { slack, logged } = town;
  await slack.as(anaId).types(slack.channels.dinner, '/kally');
  const said = await slack.until(() => slack.ephemerals(anaId).at(-1));
  expect(said.text).toBe(
    'Kally is not installed in this workspace any more, so it does nothing here. Ask an admin to add it again.',
  );
  expect(logged.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});

test('the landing page leads to Slack, in the reader’s language', async () => {
  const page = await read(await fetch(town.publicUrl));
  expect(page).toMatchObject({ status: 200, title: 'Have Kally phone for you' });
  expect(page.text).toContain('href="/slack/install"');
  const spanish = await read(await fetch(town.publicUrl, { headers: { 'accept-language': 'es' } }));
  expect(spanish.title).toBe('Kally llama por ti');
});

test('a workspace installs Kally, and its people use it with the token of their workspace', async () => {
  const { slack, publicUrl, logged } = town;
  const { authorize, comeBack } = await beginInstall(publicUrl, anaId);
  const asked = new URL(authorize).searchParams;
  expect(asked.get('scope')?.split(',').sort()).toEqual(
    [...(manifest.oauth_config?.scopes?.bot ?? [])].sort(),
  );
  expect(asked.get('redirect_uri')).toBe(`${publicUrl}/slack/oauth_redirect`);
  const page = await read(await comeBack());
  expect(page).toMatchObject({ status: 200, title: 'Kally was added to Harbor &#38; Pine' });
  expect(page.text).toContain('slack://app?team=T000000001');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('cache-control')).toBe('no-store');

  await slack.as(anaId).types(slack.channels.dinner, '/kally help');
  await slack.until(() => slack.ephemerals(anaId).at(-1)?.text.includes('/kally'));
  await connectThroughSlack(town, anaId);
  await slack.until(() => slack.messages(slack.channels.anaAndKally).at(-1)?.text.includes('connected'));
  expect(logged.join('')).not.toContain('xoxb-');
});

test('a state works once, for ten minutes, in one browser', async () => {
  const again = await beginInstall(town.publicUrl, anaId);
  expect(await read(await again.comeBack({}))).toMatchObject({ status: 400, title: 'Please start again' });
  expect((await again.comeBack()).status).toBe(200);
  expect(await read(await again.comeBack())).toMatchObject({ status: 400, title: 'Please start again' });

  const slow = await beginInstall(town.publicUrl, anaId);
  time.aheadMs = 10 * 60_000 + 1_000;
  const late = await slow.comeBack();
  time.aheadMs = 0;
  expect(late.status).toBe(400);

  const forged = `${town.publicUrl}/slack/oauth_redirect?code=1&state=bm8.AAAA`;
  const headers = { cookie: 'slack-app-oauth-state=bm8.AAAA' };
  expect((await fetch(forged, { headers })).status).toBe(400);
});

test('a code that Slack does not know is a page that starts over', async () => {
  const { back, cookie } = await beginInstall(town.publicUrl, anaId);
  const unknown = new URL(back);
  unknown.searchParams.set('code', 'of-another-installation');
  const page = await read(await fetch(unknown, { headers: { cookie } }));
  expect(page).toMatchObject({ status: 400, title: 'Please start again' });
});

test('a Slack that fails is a page too', async () => {
  const { comeBack } = await beginInstall(town.publicUrl, anaId);
  town.slack.fault({ method: 'oauth.v2.access', kind: '500' });
  expect(await read(await comeBack())).toMatchObject({ status: 502, title: 'Kally was not added to Slack' });
});

test('two callbacks at once install once', async () => {
  const { comeBack } = await beginInstall(town.publicUrl, anaId);
  const answers = await Promise.all([comeBack(), comeBack(), comeBack()]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 400, 400]);
});

test('an admin who refuses reads that nothing was changed', async () => {
  const { back, cookie } = await beginInstall(town.publicUrl, anaId);
  const refused = new URL(back);
  refused.searchParams.delete('code');
  refused.searchParams.set('error', 'access_denied');
  const page = await read(await fetch(refused, { headers: { cookie, 'accept-language': 'es' } }));
  expect(page.title).toBe('Kally no se ha añadido a Slack');
  expect(page.text).toContain('No ha cambiado nada');
});

test('an installation that Slack began itself starts over with a state of ours', async () => {
  const answer = await fetch(`${town.publicUrl}/slack/oauth_redirect?code=123`, { redirect: 'manual' });
  expect(answer.status).toBe(302);
  expect(answer.headers.get('location')).toBe('/slack/install');
});

test('nothing of a callback is shown again', async () => {
  const strange = '<script>alert(1)</script>';
  const query = new URLSearchParams({ error: strange, state: strange, code: strange });
  const page = await read(await fetch(`${town.publicUrl}/slack/oauth_redirect?${query}`));
  expect(page.status).toBe(400);
  expect(page.text).not.toContain('alert(1)');
});

test('installing again replaces what was there', async () => {
  expect((await install(town.publicUrl, anaId)).status).toBe(200);
  const { slack } = town;
  const before = slack.ephemerals(anaId).length;
  await slack.as(anaId).types(slack.channels.dinner, '/kally help');
  await slack.until(() => slack.ephemerals(anaId).length > before);
});
