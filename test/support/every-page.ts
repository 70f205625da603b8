import { callPage, notShownPage } from '../../src/call-page/pages.ts';
import { reasons } from '../../src/call-page/words.ts';
import type { Language } from '../../src/domain/language.ts';
import * as installPages from '../../src/install/pages.ts';
import * as linkPages from '../../src/link/pages.ts';
import { explanations, type PasteFault, words } from '../../src/link/words.ts';

const hostile = '"><script>alert(1)</script>&amp;';
const app = { id: 'A1', teamId: 'T1' };
const signInUrl = 'https://api.kallyai.com/v1/auth/cli?redirect_uri=http%3A%2F%2Flocalhost%3A28417%2F';

const line = { speaker: 'Kally', at: '0:12', text: `${hostile} ${'long'.repeat(40)}` };
const emptySheet: Parameters<typeof callPage>[0]['sheet'] = {
  title: hostile,
  line: hostile,
  facts: [],
  warnings: [],
  proof: [],
  lists: [],
};
const proven = { values: [{ label: 'Date', value: hostile }], quote: `${hostile} · 0:12` };
const fullSheet: typeof emptySheet = {
  ...emptySheet,
  facts: [
    ['Made', hostile],
    ['Reference for KallyAI’s support', 'x'.repeat(60)],
  ],
  warnings: [hostile],
  decision: hostile,
  proof: [{ title: hostile, items: [{ values: [...proven.values, ...proven.values] }, proven] }],
  lists: [{ title: hostile, items: [hostile, hostile] }],
};

/** Our web pages in each of their states, by the functions that make them; with names that try to be markup. */
export function everyPage(language: Language): Record<string, string[]> {
  const attempt = { personName: hostile, workspaceName: hostile, language };
  const { confirmPage, explanationPage, pastePage } = linkPages;
  const faults = Object.keys(words[language].paste.faults) as PasteFault[];
  const htmlOf = ({ html: page }: { html?: string }) => page ?? '';
  const about = { workspaceName: hostile, appId: 'A1', teamId: 'T1', acceptLanguage: language };
  return {
    landing: [landing(language)],
    callPage: [
      callPage({ language, sheet: emptySheet, spoken: hostile, callLanguage: 'en' }),
      callPage({
        language,
        sheet: fullSheet,
        spoken: [line, { ...line, at: '' }],
        callLanguage: 'es',
        until: '14:30',
      }),
    ],
    notShownPage: reasons.flatMap((why) =>
      [undefined, '/calls/1'].map((again) => notShownPage({ why, language, again })),
    ),
    explanationPage: explanations.map((explanation) =>
      explanationPage({ explanation, language, again: '/link/start?n=1', reference: 'ab12' }),
    ),
    confirmPage: [
      confirmPage({
        attempt,
        account: { plan: hostile, period: 'constructor', minutesLeft: 1 },
        ticket: 't',
      }),
      confirmPage({ attempt, account: {}, ticket: 't' }),
    ],
    pastePage: [undefined, ...faults].map((fault) =>
      pastePage({ attempt, signInUrl, ...(fault && { fault }) }),
    ),
    codePage: [undefined, app].map((one) =>
      linkPages.codePage({
        attempt: { ...attempt, shown: { ...(one && { app: one }) } },
        code: '123456',
        ticket: hostile,
      }),
    ),
    donePage: [undefined, app].map((one) => linkPages.donePage({ language, app: one })),
    installedPage: [htmlOf(installPages.installedPage(about))],
    notInstalledPage: (['cancelled', 'startOver', 'failed'] as const).map((why) =>
      htmlOf(installPages.notInstalledPage(why, language)),
    ),
  };
}

function landing(language: Language): string {
  const request = { headers: { 'accept-language': language }, query: new URLSearchParams() };
  const reply = installPages.landingRoute.handle({ ...request, form: async () => new URLSearchParams() });
  return 'html' in reply ? (reply.html ?? '') : '';
}
