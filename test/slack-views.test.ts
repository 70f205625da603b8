import { describe, expect, test } from 'vitest';
import { checkBlocks } from '../sandbox/slack/check-blocks.ts';
import { type Call, finalStatuses, type Stage, stages } from '../src/domain/call.ts';
import { type CallRequest, categories, type Draft, languages } from '../src/domain/call-request.ts';
import { NotConnected } from '../src/domain/not-connected.ts';
import type { KallyCall, Subscription } from '../src/kally/client.ts';
import { KallyAnswerUnreadable, KallyRefusal, KallyUnreachable } from '../src/kally/errors.ts';
import type { Usage } from '../src/slack/account-usage.ts';
import { type CallForm, newCallForm, type Place, readCallForm } from '../src/slack/call-form.ts';
import type { KnownCall } from '../src/slack/known-call.ts';
import { billingMessage, subscriptionMessage, usageOfAccountMessage } from '../src/slack/views/account.ts';
import { helloMessage, hintMessage, understoodMessage } from '../src/slack/views/answers.ts';
import type { Message } from '../src/slack/views/blocks.ts';
import { callFormView, faultErrors } from '../src/slack/views/call-form.ts';
import { type Card, cardMessage } from '../src/slack/views/card.ts';
import { connectedMessage, connectMessage, connectView } from '../src/slack/views/connect.ts';
import { connectionMessage, disconnectMessage } from '../src/slack/views/connection.ts';
import { forgetMessage, forgottenCardMessage, forgottenMessage } from '../src/slack/views/forget.ts';
import { historyMessage, listedCallMessage } from '../src/slack/views/history.ts';
import { detailsView, type Home, homeView } from '../src/slack/views/home.ts';
import { kallyTroubleMessage, kallyTroubleOf } from '../src/slack/views/kally-trouble.ts';
import { brokenView, momentView, noticeView } from '../src/slack/views/moment.ts';
import { preferencesView, timeZoneOptions } from '../src/slack/views/preferences.ts';
import { recordingMessage } from '../src/slack/views/recording.ts';
import { movedMessage, rescheduleView } from '../src/slack/views/reschedule.ts';
import { sharedMessage, shareView } from '../src/slack/views/share.ts';
import { stoppedByMessage } from '../src/slack/views/stopped.ts';
import { shorten } from '../src/slack/views/text.ts';
import {
  noTranscriptMessage,
  outcomeMessage,
  transcriptElsewhere,
  transcriptFile,
  transcriptHeading,
  transcriptPages,
} from '../src/slack/views/thread.ts';
import { usageMessage } from '../src/slack/views/usage.ts';
import { formatsIn, type Reader, wordsIn } from '../src/slack/words/words.ts';

const now = Date.parse('2026-11-22T10:00:00Z');
const nasty = '<!channel> & <@U0ANATORRE> *bold* _x_ `code` https://evil.example 😀 ';
const id = '7b0c1c1e-9a64-4f0e-8d3e-2f6f7a6f2a11';

const request: CallRequest = {
  phone: '+442079460958',
  task: 'Ask if they repair bikes',
  category: 'general',
  callLanguage: 'en',
  language: 'en',
  timeZone: 'Europe/London',
};
const full: CallRequest = {
  ...request,
  category: 'restaurant',
  businessName: "Luigi's",
  name: 'Ana Torres',
  partySize: 4,
  date: '2026-11-27',
  time: '20:30',
};
const extreme: CallRequest = {
  ...full,
  task: nasty.repeat(30).slice(0, 1000),
  businessName: nasty.repeat(9).slice(0, 200),
  name: nasty.repeat(5).slice(0, 100),
};

function callWith(change: Partial<Call> = {}): Call {
  const requester = { workspaceId: 'T1', userId: 'U0ANATORRE' };
  return { id, requester, request, channelId: 'C0DINNER01', stage: 'queued', confirmedAt: now, ...change };
}

const codes = [...Object.keys(wordsIn('en').refusals), 'never_heard_of'];

function everyCall(): Call[] {
  const requests = [request, full, extreme].flatMap((one) =>
    languages.map((language) => ({ ...one, language })),
  );
  return requests.flatMap((one) => [
    ...stages.map((stage) => callWith({ request: one, stage, sentAt: now })),
    ...stages.map((stage) => callWith({ request: one, stage, sentAt: now, stopRequestedAt: now })),
    ...finalStatuses.map((status) =>
      callWith({ request: one, stage: 'ended' as Stage, status, durationSeconds: 3_725 }),
    ),
    ...finalStatuses.map((status) =>
      callWith({ request: one, stage: 'ended' as Stage, status, stopRequestedAt: now, stoppedAt: now }),
    ),
    ...codes.map((code) =>
      callWith({
        request: one,
        stage: 'refused',
        refusal: { code, upgradeUrl: 'https://kallyai.com/upgrade' },
      }),
    ),
  ]);
}

const drafts: Draft[] = [
  {},
  {
    phone: '+44 20 7946 0958',
    task: 'Ask if they repair bikes',
    name: 'Ana',
    partySize: '4',
    date: '2026-11-27',
    time: '20:30',
  },
  {
    phone: nasty.repeat(60),
    task: nasty.repeat(60),
    businessName: nasty.repeat(60),
    name: nasty.repeat(60),
    partySize: '999',
    date: 'soon',
    time: '8pm',
  },
];

function everyForm(): CallForm[] {
  const places: { place: Place; otherChannelId?: string; canPostThere?: 'no' }[] = [
    { place: 'here' },
    { place: 'me' },
    { place: 'other' },
    { place: 'other', otherChannelId: 'C0BOARD001', canPostThere: 'no' },
  ];
  return languages.flatMap((language) =>
    categories.flatMap((category) =>
      drafts.flatMap((draft) =>
        (['C0GENERAL1', undefined] as const).flatMap((channelId) =>
          (['yes', 'no', 'unknown'] as const).flatMap((canPostHere) => {
            const callbackPhone = canPostHere === 'unknown' ? '+442079460958' : undefined;
            const known = {
              language,
              timeZone: 'America/New_York',
              country: 'US',
              callbackPhone,
              hasSavedPlaces: canPostHere === 'unknown',
            };
            const opening = { ...known, channelId, canPostHere };
            const foundPhones = [undefined, [], ['+1 415 555 0101', '+44 20 7946 0958']][
              drafts.indexOf(draft)
            ];
            const form = newCallForm({ ...opening, foundPhones, draft: { ...draft, category } });
            return places
              .filter(({ place }) => channelId || place !== 'here')
              .map((place) => ({ ...form, ...place }));
          }),
        ),
      ),
    ),
  );
}

describe('Slack would take', () => {
  test('every card, and nothing in it is mark-up that somebody wrote', () => {
    for (const call of everyCall())
      for (const isPrivate of [true, false])
        for (const trouble of [undefined, 'kally_away', 'not_connected', 'not_stopped'] as const)
          for (const notPostedIn of [undefined, 'C0BOARD001']) {
            const message = cardMessage({ call, isPrivate, trouble, notPostedIn });
            expect(checkBlocks('message', message)).toEqual([]);
            expect(message.text.length).toBeLessThan(4_000);
            expectHarmless(message);
          }
  });

  test('what is said of a call beside its card', () => {
    for (const call of everyCall()) {
      const message = stoppedByMessage(call, 'U0ANATORRE');
      expect(checkBlocks('message', message)).toEqual([]);
      expectHarmless(message);
    }
    for (const call of everyCall())
      for (const language of languages) {
        expect(checkBlocks('modal', shareView(language, { call, trouble: 'x' }))).toEqual([]);
        const long = Array(30).fill(nasty.repeat(30));
        const theirs = { id: 'k', status: 'success', highlights: long, nextSteps: long };
        for (const shared of [sharedMessage(call, undefined), sharedMessage(call, theirs)]) {
          expect(checkBlocks('message', shared)).toEqual([]);
          expectHarmless(shared);
          expect(JSON.stringify(shared)).not.toContain('7946');
        }
      }
    for (const call of everyCall())
      for (const trouble of [undefined, 'Trouble.']) {
        const view = rescheduleView('es', { call, date: '2026-11-27', ...(trouble && { trouble }) });
        expect(checkBlocks('modal', view)).toEqual([]);
        const moved = movedMessage(call, { date: '2026-11-27', time: '13:30', now });
        expect(checkBlocks('message', moved)).toEqual([]);
      }
    for (const language of languages)
      for (const durationSeconds of [undefined, 61]) {
        const recording = { url: 'https://kallyai.com/r/1', ...(durationSeconds && { durationSeconds }) };
        const message = recordingMessage({ language, timeZone: 'Europe/London' }, recording);
        expect(checkBlocks('message', message)).toEqual([]);
      }
  });

  test('every form, in every category, with nothing and with far too much in it', () => {
    for (const form of everyForm()) {
      const view = callFormView(form, now);
      expect(checkBlocks('modal', view)).toEqual([]);
    }
  });

  test('every other view and message', () => {
    for (const language of languages) {
      const views = [
        momentView(language),
        brokenView(language),
        noticeView(language, 'x'),
        connectView(language, `https://kally.example/link/start?n=${'n'.repeat(43)}`, 'form'),
      ];
      for (const view of views) expect(checkBlocks('modal', view)).toEqual([]);
      const messages = [
        ...(['form', 'first', 'again'] as const).map((reason) =>
          connectMessage(language, 'https://kally.example/link/start?n=n', reason),
        ),
        connectedMessage(language, id),
        connectedMessage(language, undefined),
        usageMessage(language),
        usageMessage(language, { notUnderstood: nasty.repeat(100), meant: 'history' }),
      ];
      for (const message of messages) {
        expect(checkBlocks('message', message)).toEqual([]);
        expectHarmless(message);
      }
    }
  });

  test('all that is said of older calls, whatever KallyAI gives back', () => {
    const messageUrl = 'https://harbor.slack.com/archives/C0DINNER01/p1';
    const theirs: KallyCall[] = [
      { id, status: 'in_progress', highlights: [], nextSteps: [] },
      {
        id,
        status: 'success',
        highlights: ['Open at nine.'],
        nextSteps: [],
        submission: full,
        createdAt: now,
      },
      {
        id: 'x'.repeat(128),
        status: nasty.repeat(20),
        highlights: Array(100).fill(nasty.repeat(100)),
        nextSteps: Array(100).fill(nasty.repeat(100)),
        durationSeconds: 1e9,
        creditsUsed: 0.1 + 0.2,
        createdAt: now,
        endedAt: now,
        submission: {
          ...extreme,
          task: nasty.repeat(200),
          phone: nasty,
          date: nasty,
          time: nasty,
          partySize: 1e9,
        },
      },
    ];
    const known: KnownCall[] = [
      ...theirs.map((one) => ({ theirs: one })),
      ...theirs.map((one) => ({ theirs: one, ours: callWith({ request: extreme, stage: 'calling' }) })),
      ...everyCall().map((ours) => ({ ours })),
    ];
    for (const reader of readers) {
      for (const one of known) {
        const details = listedCallMessage(reader, one);
        expect(checkBlocks('message', details)).toEqual([]);
        expectHarmless(details);
      }
      for (let first = 0; first < known.length; first += 5) {
        const [hasOlder, offset] = [first % 2 === 0, first % 3 === 0 ? 0 : 5];
        const entries = known.slice(first, first + 5).map((one) => ({ known: one, messageUrl }));
        const page = { entries, offset, hasOlder, unlisted: offset === 0 ? 2 : 0 };
        const message = historyMessage(reader, { ...page, ...(hasOlder && { total: 1e6 }) });
        expect(checkBlocks('message', message)).toEqual([]);
        expect(message.text.length).toBeLessThan(4_000);
        expectHarmless(withoutLink(message, messageUrl));
      }
      for (const offset of [0, 5])
        expect(
          checkBlocks(
            'message',
            historyMessage(reader, { entries: [], offset, hasOlder: false, unlisted: 1 }),
          ),
        ).toEqual([]);
    }
  });

  test('all that is said of an account and of leaving', () => {
    for (const reader of readers) {
      const troubles = [
        ...[402, 403, 404, 429, 500].flatMap((status) =>
          codes.map((code) => new KallyRefusal({ endpoint: 'x', status, code, correlationId: nasty })),
        ),
        new KallyUnreachable({ endpoint: 'x', mayHaveArrived: true }),
        new KallyAnswerUnreadable({ endpoint: 'x', fault: 'not JSON', status: 200 }),
        new NotConnected({ workspaceId: 'T1', userId: 'U1' }),
      ].map((error) => kallyTroubleMessage(kallyTroubleOf(reader, error) ?? { text: '' }));
      const subscriptions: Subscription[] = [
        { active: false },
        { active: true },
        {
          active: true,
          plan: { type: nasty.repeat(50), period: nasty.repeat(50), minutesIncluded: 0.3 },
          status: nasty.repeat(50),
          expiresAt: now,
          autoRenew: false,
          managementUrl: 'https://kallyai.com/manage',
        },
      ];
      const usages: Usage[] = [
        { meters: [] },
        { meters: [{ unit: 'calls', left: 0 }] },
        {
          meters: (['credits', 'minutes', 'calls'] as const).map((unit) => ({
            unit,
            left: 1e12,
            all: 2e12,
            used: 1e12,
          })),
          plan: nasty.repeat(50),
          period: { from: now, to: now + 1e10 },
        },
      ];
      const tokens = { grant: 'code' as const, expiresAt: now, refreshToken: 'r' };
      const messages = [
        ...troubles,
        ...subscriptions.map((one) => subscriptionMessage(reader, one)),
        ...usages.map((one) => usageOfAccountMessage(reader, one)),
        billingMessage(reader, `https://billing.example/${'x'.repeat(2_000)}`),
        connectionMessage(reader, { connectedAt: now, tokens, isAccepted: true }),
        connectionMessage(reader, {
          connectedAt: now,
          tokens: { grant: 'terminal', expiresAt: now },
          isAccepted: false,
        }),
        ...[1, 2].map((count) => disconnectMessage(reader, count)),
        ...[0, 1, 2].map((count) =>
          forgetMessage(reader, { isConnected: count > 0, calls: count, underWay: count }),
        ),
        forgottenMessage(reader.language),
        forgottenCardMessage(reader.language),
      ];
      for (const message of messages) {
        expect(message.text).not.toBe('');
        expect(checkBlocks('message', message)).toEqual([]);
        expectHarmless(message);
      }
    }
  });

  test('every outcome and transcript, short, empty or endless', () => {
    const lists = [[], ['They open at nine.'], Array(100).fill(nasty.repeat(100))];
    for (const language of languages) {
      const call = callWith({ request: { ...request, language }, stage: 'ended', status: 'success' });
      for (const status of finalStatuses)
        for (const items of lists) {
          const message = outcomeMessage(call, {
            status,
            highlights: items,
            nextSteps: items,
            durationSeconds: 61,
          });
          expect(checkBlocks('message', message)).toEqual([]);
          expectHarmless(message);
        }
      for (const count of [0, 1, 40, 1_000]) {
        const lines = Array.from({ length: count }, (_, index) => ({
          speaker: index % 2 ? ('business' as const) : ('kally' as const),
          text: nasty.repeat(1 + (index % 200)),
          atSeconds: index * 5,
        }));
        for (const page of transcriptPages(call.request, lines)) {
          expect(checkBlocks('message', page)).toEqual([]);
          expect(page.text.length).toBeLessThanOrEqual(4_000);
          expectHarmless(page);
        }
      }
      for (const one of [call, { ...call, request: { ...extreme, language } }])
        for (const message of [transcriptHeading(one), transcriptElsewhere(one)]) {
          expect(checkBlocks('message', message)).toEqual([]);
          expectHarmless(message);
        }
      for (const why of ['unavailable', 'not_allowed'] as const)
        expect(checkBlocks('message', noTranscriptMessage(call.request, why))).toEqual([]);
    }
  });
});

const readers: Reader[] = [
  { language: 'en', timeZone: 'America/New_York' },
  { language: 'es', timeZone: 'Europe/Madrid' },
];

/** Slack's own address of a message of ours, which nobody wrote. */
function withoutLink({ text, blocks }: Message, url: string): Message {
  const said = JSON.stringify(blocks).replace(new RegExp(`<${url}\\|[^>]+>`, 'g'), '');
  return { text, blocks: JSON.parse(said) };
}

/** Nobody is called together or mentioned by what was typed; only the requester is named. */
function expectHarmless({ text, blocks }: { text: string; blocks: unknown[] }) {
  const markups = [text, ...textsOf(blocks, 'mrkdwn')];
  for (const markup of markups) {
    expect(markup).not.toMatch(/<!(?!date\^)/);
    expect(markup.replaceAll('<@U0ANATORRE>', '').match(/<(?![#!@])/)).toBeNull();
  }
  expect(textsOf(blocks, 'mrkdwn').join()).not.toContain('evil.example');
}

function textsOf(value: unknown, type: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one, type));
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === type && 'text' in value ? [String(value.text)] : [];
  return [...own, ...Object.values(value).flatMap((one) => textsOf(one, type))];
}

test('Slack would take the preferences, with nothing and with all in them', () => {
  const inSlack = { language: 'en' as const, timeZone: 'America/Argentina/Buenos_Aires', country: 'AR' };
  const full = {
    language: 'es' as const,
    timeZone: 'Europe/Madrid',
    name: nasty.repeat(5).slice(0, 100),
    callbackPhone: '+442079460958',
    transcripts: 'me' as const,
  };
  for (const language of languages) {
    const profile = { ...inSlack, language };
    for (const choices of [{}, full])
      expect(checkBlocks('modal', preferencesView({ choices, profile, inSlack }, now))).toEqual([]);
    for (const query of ['', 'zz', 'e'])
      for (const { text } of timeZoneOptions(query, profile, inSlack, now))
        expect(text.text.length).toBeLessThanOrEqual(75);
  }
});

test('Slack would take every Home tab, of strangers and of people with many calls', () => {
  const inSlack = { timeZone: 'Europe/Madrid', country: 'ES' };
  const calls = everyCall();
  const meters = [{ unit: 'minutes' as const, left: 3, all: 210, used: 207 }];
  const tabs: [Call[], Home['usage']][] = [
    [[], 'asked'],
    [calls.slice(0, 10), 'away'],
    [calls.slice(-10), { meters, plan: nasty }],
    [calls.slice(20, 30), { meters: [] }],
  ];
  const choices = { name: nasty, callbackPhone: '+442079460958', transcripts: 'me' as const };
  for (const language of languages)
    for (const isConnected of [true, false])
      for (const [shown, usage] of tabs) {
        const profile = { ...inSlack, language };
        const calls = { running: [...shown], recent: shown.slice(0, 5) };
        const home = { userId: 'U0ANATORRE', profile, choices, isConnected, usage, ...calls };
        const view = homeView(home);
        expect(checkBlocks('home', view)).toEqual([]);
        expectHarmless({ text: '', blocks: view.blocks });
        for (const ours of shown) expect(checkBlocks('modal', detailsView(profile, { ours }))).toEqual([]);
      }
});

test('Slack would take every answer to a message, however much was asked', () => {
  const reading = { timeZone: 'America/New_York', country: 'US' };
  for (const language of languages)
    for (const draft of [...drafts, { task: '"\\n'.repeat(400), phone: '911' }, { task: '"'.repeat(1000) }]) {
      const carried = { draft: { ...draft, date: '2026-11-27', time: '20:30' }, channelId: 'C0DINNER01' };
      for (const message of [
        understoodMessage(carried, { ...reading, language }, now),
        hintMessage(language, 'C0DINNER01', '<@U0KALLYBOT>'),
        helloMessage(language, 'U0ANATORRE'),
      ]) {
        expect(checkBlocks('message', message)).toEqual([]);
        expect(message.text.length).toBeLessThan(4_000);
        expectHarmless({
          ...message,
          ...JSON.parse(JSON.stringify(message).replaceAll('<@U0KALLYBOT>', '')),
        });
      }
    }
});

describe('the card', () => {
  const card = (change: Partial<Card>) => cardMessage({ call: callWith(), isPrivate: false, ...change });

  test('masks the number where others read along', () => {
    const call = callWith({ request: full });
    expect(card({ call }).text).toContain('+44 ••• 958');
    expect(JSON.stringify(card({ call }))).not.toContain('7946');
    expect(card({ call, isPrivate: true }).text).toContain('+44 20 7946 0958');
  });

  test('says the whole of it for people who listen to it', () => {
    const call = callWith({ request: full, stage: 'ended', status: 'no_answer' });
    expect(card({ call }).text).toBe(
      [
        "Call to Luigi's. Nobody answered.",
        'For <@U0ANATORRE>. Ask if they repair bikes · +44 ••• 958 · for 4 people · Friday 27 November · 20:30 · in the name of Ana Torres',
      ].join('\n'),
    );
  });

  test('in Spanish', () => {
    const inMadrid = { ...full, language: 'es' as const, timeZone: 'Europe/Madrid', partySize: 1 };
    const call = callWith({ request: inMadrid, stage: 'ended', status: 'success', durationSeconds: 125 });
    expect(card({ call }).text).toBe(
      [
        "Llamada a Luigi's. Llamada completada · 2 min 5 s.",
        'Para <@U0ANATORRE>. Ask if they repair bikes · +44 ••• 958 · para 1 persona · viernes, 27 de noviembre · 20:30 · a nombre de Ana Torres',
      ].join('\n'),
    );
  });

  test('shows since when, in the time of whoever reads it', () => {
    const call = callWith({ stage: 'calling', sentAt: now });
    expect(card({ call }).text).toContain(`On the phone since <!date^${now / 1000}^{time}|10:00>`);
  });

  test('offers to call again only where that can help', () => {
    const offers = (change: Partial<Call>) =>
      JSON.stringify(card({ call: callWith(change) })).includes('call_again');
    expect(offers({ stage: 'ended', status: 'busy' })).toBe(true);
    expect(offers({ stage: 'ended', status: 'success' })).toBe(false);
    expect(offers({ stage: 'unknown' })).toBe(true);
    for (const stage of ['queued', 'placing', 'calling', 'checking'] as const)
      expect(offers({ stage })).toBe(false);
  });

  test('offers to stop while there is something to stop, once', () => {
    const offers = (change: Partial<Call>) =>
      JSON.stringify(card({ call: callWith(change) })).includes('stop_call');
    for (const stage of ['queued', 'placing', 'calling', 'checking'] as const) {
      expect(offers({ stage })).toBe(true);
      expect(offers({ stage, stopRequestedAt: now })).toBe(false);
    }
    for (const stage of ['ended', 'refused', 'unknown'] as const) expect(offers({ stage })).toBe(false);
  });

  test('tells how a stopped call ended', () => {
    const titleOf = (change: Partial<Call>) =>
      card({
        call: callWith({ request: full, stage: 'ended', stopRequestedAt: now, stoppedAt: now, ...change }),
      }).text.split('\n')[0];
    expect(titleOf({ status: 'terminated', durationSeconds: 42 })).toBe(
      "Call to Luigi's. Stopped after 0:42.",
    );
    expect(titleOf({ status: 'failed' })).toBe("Call to Luigi's. Stopped.");
    expect(titleOf({ status: 'cancelled' })).toContain('Cancelled before anybody’s phone rang');
    expect(titleOf({ status: 'success' })).toContain('Call completed');
  });

  test('leads to the plans when the quota is used up', () => {
    const refusal = { code: 'quota_exceeded' };
    const urlIn = (call: Call) => JSON.stringify(card({ call }).blocks).match(/"url":"([^"]+)"/)?.[1];
    expect(urlIn(callWith({ stage: 'refused', refusal }))).toBe('https://kallyai.com/pricing');
    const upgradeUrl = 'https://kallyai.com/upgrade?plan=pro';
    expect(urlIn(callWith({ stage: 'refused', refusal: { ...refusal, upgradeUrl } }))).toBe(upgradeUrl);
  });
});

describe('the form', () => {
  const opening = {
    language: 'en' as const,
    timeZone: 'America/New_York',
    country: 'US',
    hasSavedPlaces: false,
    channelId: 'C1',
    canPostHere: 'yes' as const,
    draft: {},
  };
  const blocksOf = (form: CallForm) => callFormView(form, now).blocks;
  const idsOf = (form: CallForm) => blocksOf(form).map(({ block_id }) => block_id);

  test('asks what belongs to the category', () => {
    const asked = Object.fromEntries(
      categories.map((category) => [category, idsOf(newCallForm({ ...opening, draft: { category } }))]),
    );
    expect(asked).toMatchInlineSnapshot(`
      {
        "clinic": [
          "category",
          "phone",
          "task",
          "businessName",
          "date",
          "time",
          "name",
          "callLanguage",
          "place",
        ],
        "general": [
          "category",
          "phone",
          "task",
          "businessName",
          "name",
          "callLanguage",
          "place",
        ],
        "hotel": [
          "category",
          "phone",
          "task",
          "businessName",
          "date",
          "name",
          "callLanguage",
          "place",
        ],
        "restaurant": [
          "category",
          "phone",
          "task",
          "businessName",
          "partySize",
          "date",
          "time",
          "name",
          "callLanguage",
          "place",
        ],
      }
    `);
  });

  test('keeps a clinic between the person and Kally, until they choose', () => {
    expect(newCallForm({ ...opening, draft: { category: 'clinic' } }).place).toBe('me');
    expect(newCallForm(opening).place).toBe('here');
    expect(newCallForm({ ...opening, canPostHere: 'no' }).place).toBe('me');
    expect(newCallForm({ ...opening, channelId: undefined }).place).toBe('me');
  });

  test('shows how the number was read, or what is wrong with it', () => {
    const hintOf = (phone: string) => {
      const block = blocksOf(newCallForm({ ...opening, draft: { phone } })).find(
        (one) => one.block_id === 'phone',
      );
      return block && 'hint' in block ? block.hint?.text : undefined;
    };
    expect(hintOf('(415) 555-0123')).toBe('Read as +1 415 555 0123 · United States');
    expect(hintOf('911')).toContain('dial it yourself, now');
    expect(hintOf('')).toBeUndefined();
  });

  test('reads back what it showed, and what it kept of the fields that went', () => {
    const draft: Draft = { category: 'restaurant', partySize: '4', date: '2026-11-27', time: '20:30' };
    const view = callFormView(newCallForm({ ...opening, draft: { ...draft, category: 'hotel' } }), now);
    const typed = {
      category: { category: { type: 'static_select', selected_option: { value: 'hotel' } } },
      phone: { phone: { type: 'plain_text_input', value: '415 555 0123' } },
      date: { date: { type: 'datepicker', selected_date: null } },
      place: { place: { type: 'radio_buttons', selected_option: { value: 'me' } } },
    };
    const form = readCallForm({ private_metadata: view.private_metadata ?? '', state: { values: typed } });
    expect(form.draft).toEqual({ category: 'hotel', phone: '415 555 0123', partySize: '4', time: '20:30' });
    expect(form).toMatchObject({ place: 'me', placeChosen: true });
  });

  test('has a sentence for every fault', () => {
    const view = { state: { values: { phone_1: { phone: {} }, date: { date: {} } } } };
    expect(faultErrors(view, 'en', { phone: 'phone_emergency', date: 'date_past' })).toEqual({
      phone_1: 'This is an emergency number. Kally cannot call it: dial it yourself, now.',
      date: 'This date has passed. Choose today or a later day.',
    });
  });
});

describe('a transcript', () => {
  const call = callWith();
  const line = (text: string, atSeconds: number) => ({ speaker: 'business' as const, text, atSeconds });

  test('names each speaker and the minute', () => {
    const [page] = transcriptPages(call.request, [
      { speaker: 'kally', text: 'Hello, do you repair bikes?', atSeconds: 2 },
      line('We do.', 65),
      { speaker: 'other', text: 'Who is it?' },
    ]);
    expect(page?.text).toBe(
      'Transcript\n[0:02] Kally: Hello, do you repair bikes?\n[1:05] Business: We do.\nOther: Who is it?',
    );
  });

  test('loses no word between its pages', () => {
    const words = Array.from({ length: 3_000 }, (_, index) => `word${index}`);
    const lines = [line(words.slice(0, 2_000).join(' '), 1), line(words.slice(2_000).join(' '), 200)];
    const pages = transcriptPages(call.request, lines);
    expect(pages[0]?.text).toMatch(/^Transcript, 1 of \d/);
    const said = textsOf(
      pages.map(({ blocks }) => blocks),
      'text',
    )
      .join('')
      .replace(/\s|Business · \d+:\d\d/g, '');
    expect(said).toBe(words.join(''));
    expect(transcriptFile(call.request, lines).content).toContain(words.slice(0, 2_000).join(' '));
  });
});

test('numbers, dates and durations are written as people write them where they live', () => {
  expect(formatsIn('en', 'America/New_York').time('20:30')).toMatch(/^8:30\sPM$/);
  expect(formatsIn('en', 'Europe/London').time('20:30')).toBe('20:30');
  expect(formatsIn('es', 'Europe/Madrid').time('09:05')).toBe('9:05');
  expect(formatsIn('en', 'America/New_York').date('2026-11-27', now)).toBe('Friday, November 27');
  expect(formatsIn('en', 'America/New_York').date('2027-01-02', now)).toBe('Saturday, January 2, 2027');
  expect(formatsIn('en', 'Europe/London').duration(59)).toBe('59 secs');
  expect(formatsIn('en', 'Europe/London').duration(120)).toBe('2 mins');
  expect(formatsIn('en', 'Europe/London').duration(119.7)).toBe('2 mins');
});

test('shortening splits no character and prefers a word’s end', () => {
  expect(shorten('one two three', 9)).toBe('one two…');
  expect(shorten('😀😀😀', 4)).toBe('😀…');
  expect(shorten('short', 9)).toBe('short');
});
