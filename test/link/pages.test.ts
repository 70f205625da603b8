import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as callPages from '../../src/call-page/pages.ts';
import { systemClock } from '../../src/domain/clock.ts';
import { languages } from '../../src/domain/language.ts';
import * as installPages from '../../src/install/pages.ts';
import { createKallyClient } from '../../src/kally/client.ts';
import * as linkPages from '../../src/link/pages.ts';
import { chooseSignInFlow } from '../../src/link/sign-in-flow.ts';
import { readLanguage } from '../../src/link/words.ts';
import { html } from '../../src/web/html.ts';
import { styleSource } from '../../src/web/page.ts';
import { everyPage } from '../support/every-page.ts';

test('every page of the source is walked', () => {
  const made = Object.keys({ ...linkPages, ...installPages, ...callPages }).filter((name) =>
    name.endsWith('Page'),
  );
  expect(Object.keys(everyPage('en')).sort()).toEqual([...made, 'landing'].sort());
});

describe.each(languages)('in %s', (language) => {
  const pages = Object.values(everyPage(language)).flat();

  test('every page is whole: language, title, one heading, nothing unescaped, no script', () => {
    for (const page of pages) {
      expect(page).toContain(`<html lang="${language}">`);
      expect(page.match(/<title>[^<]+<\/title>/g)).toHaveLength(1);
      expect(page.match(/<h1>[^<]+<\/h1>/g)).toHaveLength(1);
      expect(page.match(/<main>/g)).toHaveLength(1);
      expect(page).not.toMatch(/<script|undefined|\[object|function /);
      expect(page).not.toMatch(/ style=| on\w+=/);
    }
  });

  test('the policy allows the style of every page, and no other', () => {
    for (const page of pages) {
      const style = /<style>([\s\S]*)<\/style>/.exec(page)?.[1] ?? '';
      expect(styleSource).toBe(`'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    }
  });
});

test('of an account only what KallyAI said is shown', () => {
  const attempt = { personName: 'Ana', workspaceName: 'Harbor', language: 'en' as const };
  const rows = (account: Parameters<typeof linkPages.confirmPage>[0]['account']) =>
    [
      ...linkPages.confirmPage({ attempt, account, ticket: 't' }).matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/g),
    ].map(([, name, value]) => `${name}: ${value}`);
  expect(rows({})).toEqual([]);
  expect(rows({ minutesLeft: 0, callsLeft: 0 })).toEqual(['Minutes left: 0', 'Calls left: 0']);
  expect(rows({ plan: 'plus', period: 'yearly', minutesLeft: 1234, minutesOf: 2000 })).toEqual([
    'Plan: Plus, yearly',
    'Minutes left: 1,234 of 2,000',
  ]);
  expect(rows({ plan: 'free', subscribed: false })).toEqual(['Plan: Free, no active subscription']);
});

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['es', 'es'],
  ['es-MX,es;q=0.9,en;q=0.8', 'es'],
  ['xx-XX, en;q=0.4, es;q=0.7', 'es'],
  ['es;q=0, en;q=0.1', 'en'],
  ['xx,yy;q=0.5', 'en'],
  [';;q=;,es;q=x', 'en'],
])('Accept-Language %s is %s', (asked, language) => {
  expect(readLanguage(asked)).toBe(language);
});

test('markup is escaped unless it is of the template’s own making', () => {
  const list = [html`<b>${1}</b>`, '<i>'];
  expect(html`${list}|${undefined}|${'"\'&'}`.markup).toBe('<b>1</b>&#60;i&#62;||&#34;&#39;&#38;');
});

test.each([
  {
    publicUrl: 'https://kally.example',
    hasClientId: true,
    redirectsToUs: true,
    to: 'https://kally.example/link/callback',
  },
  {
    publicUrl: 'http://localhost:3000',
    hasClientId: true,
    redirectsToUs: true,
    to: 'http://localhost:3000/link/callback',
  },
  {
    publicUrl: 'http://localhost:3000',
    hasClientId: false,
    redirectsToUs: true,
    to: 'http://localhost:3000/link/callback',
  },
  {
    publicUrl: 'http://127.0.0.1:3000',
    hasClientId: false,
    redirectsToUs: true,
    to: 'http://127.0.0.1:3000/link/callback',
  },
  { publicUrl: 'http://[::1]:3000', hasClientId: false, redirectsToUs: false, to: 'http://localhost:28417/' },
  {
    publicUrl: 'https://kally.example',
    hasClientId: false,
    redirectsToUs: false,
    to: 'http://localhost:28417/',
  },
  {
    publicUrl: 'http://localhost.evil.example',
    hasClientId: false,
    redirectsToUs: false,
    to: 'http://localhost:28417/',
  },
])(
  '$publicUrl, client id: $hasClientId: the browser is sent to $to',
  async ({ publicUrl, hasClientId, redirectsToUs, to }) => {
    const oauth = { clientId: 'id', clientSecret: 'secret' };
    const kally = createKallyClient({ baseUrl: 'https://api.kallyai.com', clock: systemClock, oauth });
    const flow = chooseSignInFlow({ oauth: kally.oauth, hasClientId, publicUrl });
    await kally.close();
    expect(flow.redirectsToUs).toBe(redirectsToUs);
    expect(new URL(flow.signInUrl('s')).searchParams.get('redirect_uri')).toBe(to);
  },
);
