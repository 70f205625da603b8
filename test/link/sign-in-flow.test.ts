import { afterEach, expect, test } from 'vitest';
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
import { connectTo } from '../support/postgres-client.ts';

let linking: Linking;
afterEach(() => linking.stop());

async function finish(browser: Browser) {
  const asked = await browser.open('/link/confirm');
  const pressed = await browser.post('/link/confirm', { ticket: ticketOf(asked), choice: 'connect' });
  const shown = await browser.open(pressed.location);
  return { asked, shown, entered: await linking.enterCode(codeOf(shown).replace(' ', '')) };
}

async function tables() {
  const client = await connectTo(linking.databaseUrl);
  const { rows } = await client.query('select workspace_id, user_id from links');
  await client.end();
  return rows;
}

test('with a client id the browser goes to KallyAI, comes back with a code, and nothing is stored before the click', async () => {
  linking = await startLinking({ publicUrl: 'https://kally.example', hasClientId: true });
  const browser = linking.browser();
  const button = await linking.startLink(ana, details);
  expect(button).toMatch(/^https:\/\/kally\.example\/link\/start\?n=[\w-]{43}$/);

  const start = await browser.open(button);
  expect(start.status).toBe(302);
  expect(start.location).toContain(`${linking.sandbox.url}/v1/auth/authorize?response_type=code`);
  for (const cookie of start.headers.getSetCookie())
    expect(cookie).toMatch(/^__Host-kally-link-\d=.*; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=\d+$/);

  const callback = await browser.open(await browser.signInAt(start.location, 'ana'));
  expect(callback).toMatchObject({ status: 303, location: '/link/confirm' });

  const asked = await browser.open('/link/confirm');
  expect(titleOf(asked)).toBe('Connect KallyAI to Slack?');
  expect(asked.text).toContain('<strong>Ana &#60;Torres&#62;</strong>');
  expect(asked.text).toContain('<strong>Harbor &#38; Co</strong>');
  expect(asked.text).toContain('Plus');
  expect(asked.text).toContain('165 of 210');
  expect(asked.text).not.toContain('sandbox-access');
  expect(await tables()).toEqual([]);
  expect(linking.asked).toEqual([]);

  const { shown, entered } = await finish(browser);
  expect(titleOf(shown)).toBe('One last step, in Slack');
  expect(linking.asked).toMatchObject([{ person: ana, draft: details.draft, channelId: 'C1' }]);
  expect(entered).toMatchObject({ connected: { person: ana, draft: details.draft, channelId: 'C1' } });
  expect(await linking.store.links.find(ana)).toMatchObject({
    grant: 'code',
    refreshToken: expect.any(String),
  });
});

test('on loopback KallyAI sends tokens in the address, and the callback takes them out of it at once', async () => {
  linking = await startLinking({ publicUrl: 'http://localhost:4000', hasClientId: false });
  const browser = linking.browser();
  const start = await browser.open(await linking.startLink(ana, { ...details, language: 'es' }));
  expect(start.location).toContain(
    '/v1/auth/cli?redirect_uri=http%3A%2F%2Flocalhost%3A4000%2Flink%2Fcallback',
  );

  const back = await browser.signInAt(start.location, 'noor');
  expect(back).toContain('access_token=');
  const callback = await browser.open(back);
  expect(callback).toMatchObject({ status: 303, location: '/link/confirm', text: '' });
  expect(callback.headers.get('referrer-policy')).toBe('no-referrer');
  expect([...browser.cookies.values()].join()).not.toContain('sandbox-access');

  const { asked, shown } = await finish(browser);
  expect(asked.text).toContain('<html lang="es">');
  expect(asked.text).toContain('Free, sin suscripción activa');
  expect(asked.text).toContain('0 de 10');
  expect(titleOf(shown)).toBe('Un último paso, en Slack');
  expect(await linking.store.links.find(ana)).toMatchObject({ grant: 'terminal' });
  expect(linking.logged.join()).not.toContain('sandbox-');
});

test('elsewhere the person pastes the address that their browser ended on', async () => {
  linking = await startLinking({ publicUrl: 'http://192.168.1.20:4000', hasClientId: false });
  const browser = linking.browser();
  const start = await browser.open(await linking.startLink(ana, details));
  expect(titleOf(start)).toBe('Connect KallyAI in three steps');
  const href = /href="([^"]+)" target="_blank" rel="noopener noreferrer"/.exec(start.text)?.[1] ?? '';
  const signInUrl = href.replaceAll('&#38;', '&');
  expect(new URL(signInUrl).searchParams.get('redirect_uri')).toMatch(/^http:\/\/localhost:\d+\/$/);

  const address = await browser.signInAt(signInUrl, 'mia');
  const pasted = await browser.post('/link/paste', { address: `  ${address}\n` });
  expect(pasted).toMatchObject({ status: 303, location: '/link/confirm' });
  const { asked } = await finish(browser);
  expect(asked.text).toContain('165 of 210');
  expect(await linking.store.links.isConnected(ana)).toBe(true);
  expect((await browser.open('/link/callback')).status).toBe(404);
});

test('a wrong paste is explained beside the field, and the right address still works', async () => {
  linking = await startLinking({ publicUrl: 'http://192.168.1.20:4000', hasClientId: false });
  const browser = linking.browser();
  const start = await browser.open(await linking.startLink(ana, details));
  const signInUrl = (/href="([^"]+)" target/.exec(start.text)?.[1] ?? '').replaceAll('&#38;', '&');
  const good = await browser.signInAt(signInUrl, 'ana');
  const foreign = good.replace(/state=[^&]+/, 'state=somebody-elses');
  const rows: [string, string][] = [
    ['', 'not the address'],
    ['http://localhost:28417/', 'not the address'],
    ['x'.repeat(9_000), 'not the address'],
    [foreign, 'from another sign-in'],
    [await browser.signInAt(signInUrl, 'refuse'), 'did not allow'],
  ];
  for (const [address, explanation] of rows) {
    const page = await browser.post('/link/paste', { address });
    expect(page.status, address).toBe(400);
    expect(page.text).toContain(explanation);
    expect(page.text).not.toContain('sandbox-access');
  }
  expect(await browser.post('/link/paste', { address: good })).toMatchObject({ status: 303 });
});

test('tokens too long for one cookie travel in several', async () => {
  linking = await startLinking({ publicUrl: 'http://localhost:4000', hasClientId: false });
  const browser = linking.browser();
  const start = await browser.open(await linking.startLink(ana, details));
  const state = new URL(start.location).searchParams.get('state') ?? '';
  const accessToken = 'a'.repeat(3_000);
  const query = new URLSearchParams({ state, access_token: accessToken, refresh_token: 'r'.repeat(2_000) });
  await browser.open(`/link/callback?${query}`);
  expect(browser.cookies.size).toBe(2);
  for (const value of browser.cookies.values()) expect(value.length).toBeLessThanOrEqual(3_800);
  // KallyAI knows no such token, which shows that it arrived whole: the page says so.
  expect(titleOf(await browser.open('/link/confirm'))).toBe('KallyAI did not accept the sign-in');
});
