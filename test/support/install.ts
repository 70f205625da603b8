import { credentials } from '../../sandbox/slack/world.ts';
import { linkIn, type Town } from './app.ts';
import { createBrowser, ticketOf } from './linking.ts';

/** The environment of an app that many workspaces may install. */
export const forMany = {
  SLACK_BOT_TOKEN: '',
  SLACK_CLIENT_ID: credentials.clientId,
  SLACK_CLIENT_SECRET: credentials.clientSecret,
};

/** Follows "Add to Slack" as one browser up to *Allow*; `back` is where Slack sends it then. */
export async function beginInstall(publicUrl: string, userId: string) {
  const install = await fetch(`${publicUrl}/slack/install`, { redirect: 'manual' });
  const cookie = (install.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const authorize = install.headers.get('location') ?? '';
  const back = await allow(authorize, userId);
  const comeBack = (headers: Record<string, string> = { cookie }) =>
    fetch(back, { redirect: 'manual', headers });
  return { authorize, back, cookie, comeBack };
}

export async function install(publicUrl: string, userId: string): Promise<Response> {
  const { comeBack } = await beginInstall(publicUrl, userId);
  return comeBack();
}

/** Presses *Allow* on Slack's page, and answers where Slack sends the browser then. */
async function allow(authorize: string, userId: string): Promise<string> {
  const html = await fetch(authorize).then((page) => page.text());
  const hidden = [...html.matchAll(/name="(\w+)" value="([^"]*)"/g)];
  const fields = new URLSearchParams(
    hidden.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]),
  );
  fields.set('user_id', userId);
  const post = { method: 'POST', body: fields, redirect: 'manual' as const };
  const chosen = await fetch(new URL('/oauth/v2/authorize/callback', authorize), post);
  const returned = await fetch(chosen.headers.get('location') ?? '', { redirect: 'manual' });
  return returned.headers.get('location') ?? chosen.headers.get('location') ?? '';
}

/** Where Sign in with Slack says who is before a browser, connecting ends with the click on the page. */
export async function connectThroughSlack({ slack, publicUrl }: Town, userId: string, account = 'ana') {
  await slack.as(userId).types(slack.channels.general, '/kally login');
  const prompt = await slack.until(() => slack.ephemerals(userId).findLast((it) => linkIn(it, 'KallyAI')));
  const browser = createBrowser(publicUrl, publicUrl);
  const start = await browser.open(linkIn(prompt, 'KallyAI') ?? '');
  const who = { method: 'POST', body: new URLSearchParams({ user: userId }), redirect: 'manual' } as const;
  const back = await fetch(start.location, who);
  const known = await browser.open((await browser.open(back.headers.get('location') ?? '')).location);
  const signedIn = await browser.open(await browser.signInAt(known.location, account));
  const asked = await browser.open(signedIn.location);
  return browser.post('/link/confirm', { ticket: ticketOf(asked), choice: 'connect' });
}
