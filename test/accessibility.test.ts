import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../src/domain/call-request.ts';
import { installedPage, landingRoute, notInstalledPage } from '../src/install/pages.ts';
import { words as installWords, type NotInstalled } from '../src/install/words.ts';
import { codePage, confirmPage, donePage, explanationPage, pastePage } from '../src/link/pages.ts';
import { explanations, type PasteFault, words } from '../src/link/words.ts';
import { seriousFaults } from './support/accessibility.ts';
import { launchBrowser } from './support/browser.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

const signInUrl =
  'https://api.kallyai.com/v1/auth/cli?redirect_uri=http%3A%2F%2Flocalhost%3A28417%2F&state=4f8Yt2';

describe.each(languages)('in %s', (language) => {
  const attempt = { personName: 'Ana Torres', workspaceName: 'Harbor & Pine', language };
  const account = { plan: 'plus', period: 'monthly', minutesLeft: 165, minutesOf: 300, callsLeft: 40 };
  const again = '/link/start?n=1';
  const reasons = Object.keys(installWords[language].notInstalled) as NotInstalled[];
  const faults = Object.keys(words[language].paste.faults) as PasteFault[];
  const installed = { workspaceName: 'Harbor & Pine', appId: 'A1', teamId: 'T1', acceptLanguage: language };
  const pages: [string, string][] = [
    ['confirm', confirmPage({ attempt, account, ticket: 't' })],
    ['confirm, nothing known', confirmPage({ attempt, account: {}, ticket: 't' })],
    ['code', codePage({ attempt, code: '042917', ticket: 't' })],
    ['paste', pastePage({ attempt, signInUrl })],
    ...faults.map((fault): [string, string] => [`paste, ${fault}`, pastePage({ attempt, signInUrl, fault })]),
    ['done', donePage(language)],
    ...explanations.map((explanation): [string, string] => [
      explanation,
      explanationPage({ explanation, language, again, reference: 'ab12cd34' }),
    ]),
    ['install', landing(language)],
    ['installed', String(installedPage(installed).html)],
    ...reasons.map((why): [string, string] => [
      `install, ${why}`,
      String(notInstalledPage(why, language).html),
    ]),
  ];

  test.each(pages)('%s', async (_name, html) => {
    await page.setContent(html);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await seriousFaults(page), colorScheme).toEqual([]);
    }
    for (const width of [320, 380, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const { scrollWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
      }));
      expect(scrollWidth, 'nobody has to scroll sideways').toBeLessThanOrEqual(width);
    }
  });
});

function landing(language: string): string {
  const reply = landingRoute.handle({ headers: { 'accept-language': language } } as never);
  return String((reply as { html: string }).html);
}
