import { randomUUID } from 'node:crypto';
import type { KnownCall } from '../../src/calls/known-call.ts';
import type { SharedBusiness } from '../../src/calls/saved-businesses.ts';
import {
  type Approval,
  type ApprovalDecision,
  approvalReasons,
  approvalResults,
} from '../../src/domain/approval.ts';
import { type AssistantToken, assistantScopes } from '../../src/domain/assistant.ts';
import { type Call, finalStatuses, stages } from '../../src/domain/call.ts';
import { type CallRequest, categories, type Draft } from '../../src/domain/call-request.ts';
import { factKinds, flags, verdicts } from '../../src/domain/evidence/schema.ts';
import { languages } from '../../src/domain/language.ts';
import { type Outcome, transcriptStates, withinLimits } from '../../src/domain/outcome.ts';
import type { Person } from '../../src/domain/person.ts';
import { askCodes, holds } from '../../src/domain/plan.ts';
import { type Proposal, proposerKinds, settlements } from '../../src/domain/proposal.ts';
import {
  callableCountries,
  mostListed,
  type Rules,
  rulesSchema,
  standardRules,
} from '../../src/domain/rules.ts';
import type { KallyCall, Subscription } from '../../src/kally/client.ts';
import { refusalWords } from '../../src/slack/errors/words.ts';
import type { beforeCallView } from '../../src/slack/form/before-call-view.ts';
import type { Asking } from '../../src/slack/form/findings-view.ts';
import { type CallForm, newCallForm, type Place } from '../../src/slack/form/form-state.ts';
import type { Reader } from '../../src/slack/ui/formats.ts';
import { wholeCharacters } from '../../src/slack/ui/text.ts';
import type { DoNotCallEntry } from '../../src/store/do-not-call.ts';
import { changeKinds, type RuleChange } from '../../src/store/rules.ts';

/** What the app's views are made of in the tests: ordinary, empty, and as bad as people, businesses and KallyAI can make it. */
export const now = Date.parse('2026-11-22T10:00:00Z');
export const id = '7b0c1c1e-9a64-4f0e-8d3e-2f6f7a6f2a11';
export const requesterId = 'U0ANATORRE';
export const adminId = 'U0ADMINNOOR';

/** Mentions, links and mark-up that work where they are not made harmless; emoji of many units; both directions of writing. */
export const hostile =
  '<!channel> <!here> <@U0EVIL> <#C0EVIL> <!subteam^S0EVIL> &lt;!channel&gt; & <https://evil.example|evil> *evil* _evil_ ~evil~ `evil` > evil\n• 👩‍👩‍👧‍👦🏳️‍🌈 😀 مرحبا שלום \u202eevil\u202c ';

export function long(max: number): string {
  return wholeCharacters(hostile.repeat(Math.ceil(max / hostile.length)), max);
}

export const readers: Reader[] = [
  { language: 'en', timeZone: 'America/New_York' },
  { language: 'es', timeZone: 'Europe/Madrid' },
];

export const request: CallRequest = {
  phone: '+442079460958',
  task: 'Ask if they repair bikes',
  category: 'general',
  callLanguage: 'en',
  language: 'en',
  timeZone: 'Europe/London',
};
export const full: CallRequest = {
  ...request,
  category: 'restaurant',
  businessName: "Luigi's",
  name: 'Ana Torres',
  partySize: 4,
  date: '2026-11-27',
  time: '20:30',
};
export const extreme: CallRequest = {
  ...full,
  task: long(1000),
  businessName: long(200),
  name: long(100),
  callbackPhone: '+442079460959',
  otherTime: 'within_60',
  wishes: long(300),
};
const requests = [request, full, extreme].flatMap((one) =>
  languages.map((language) => ({ ...one, language })),
);

export function callWith(change: Partial<Call> = {}): Call {
  const requester = { workspaceId: 'T1', userId: requesterId };
  return {
    id,
    requester,
    request,
    channelId: 'C0DINNER01',
    stage: 'queued',
    version: 0,
    confirmedAt: now,
    ...change,
  };
}

/** KallyAI's codes and ours, and one that nobody knows. */
export const codes = [...Object.keys(refusalWords.en.refusals), 'never_heard_of'];

const valueOfKind = {
  date: '2026-11-28',
  time: '20:30',
  price: '45.50 EUR',
  confirmation: '8816',
  name: 'Ana Torres',
  hours: 'Mo-Sa 09:00-19:30',
};
const facts = factKinds.map((kind, line) => ({
  kind,
  value: valueOfKind[kind],
  quote: 'Good.',
  line,
  at: 61,
}));
const mismatches = [
  { field: 'date' as const, asked: '2026-11-27', said: '2026-11-28' },
  { field: 'time' as const, asked: '20:00', said: '20:30' },
  { field: 'partySize' as const, asked: '4', said: '1' },
];

/** What may be kept of how a call ended: nothing, each verdict, each flag, and as much of all as there may be. */
export const everyOutcome: Outcome[] = [
  ...transcriptStates.map(
    (transcript): Outcome => ({ highlights: ['Open at nine.'], nextSteps: [], transcript }),
  ),
  { highlights: [], nextSteps: [], transcript: 'awaited' },
  ...verdicts.map(
    (verdict): Outcome => ({
      highlights: ['Open at nine.', 'Closed on Sundays.'],
      nextSteps: ['Come early.'],
      transcript: 'read',
      evidence: { verdict, facts, mismatches: [], flags: [] },
    }),
  ),
  ...flags.map(
    (flag): Outcome => ({
      highlights: [],
      nextSteps: [],
      transcript: 'read',
      evidence: {
        verdict: flag === 'condition' ? 'arranged' : 'not_reached',
        facts: [],
        mismatches,
        flags: [flag],
      },
      isDisputed: true,
      unproven: [{ kind: 'confirmation', value: '8816' }],
    }),
  ),
  ...verdicts.map((verdict) =>
    withinLimits({
      highlights: Array<string>(200).fill(long(2_000)),
      nextSteps: Array<string>(200).fill(long(2_000)),
      transcript: 'read',
      evidence: {
        verdict,
        facts: Array.from({ length: 200 }, () => ({
          kind: 'name' as const,
          value: long(300),
          quote: long(1000),
          line: 0,
        })),
        mismatches,
        flags: [...flags],
      },
      unproven: factKinds.map((kind) => ({ kind, value: valueOfKind[kind] })),
    }),
  ),
];

/** In every stage, with every status, stopped or not, and refused for every reason. */
export function everyCall(): Call[] {
  return everyStanding().map((call, index) => ({ ...call, confirmedAt: now + index * 60_000 }));
}

const due = { date: '2026-11-30', time: '09:05', timeZone: 'Europe/London' };
const dueAt = Date.parse('2026-11-30T09:05:00Z');

function everyPlanned(): Call[] {
  const readers = [{}, { requesterTimeZone: 'America/New_York' }, { requesterTimeZone: 'Asia/Tokyo' }];
  return requests.flatMap((one) =>
    readers.flatMap((zone) =>
      [undefined, ...holds].map((held) =>
        callWith({
          request: { ...one, ...zone },
          stage: 'planned',
          plan: { due, dueAt, ...(held && { held }) },
        }),
      ),
    ),
  );
}

const dialAt = { date: '2027-01-02', time: '13:30' };

function everyStanding(): Call[] {
  return [...everyPlanned(), ...requests.flatMap(standingsOf)];
}

function standingsOf(one: CallRequest): Call[] {
  return [
    ...stages
      .filter((stage) => stage !== 'planned')
      .flatMap((stage) => [
        callWith({ request: one, stage, sentAt: now }),
        callWith({ request: one, stage, sentAt: now, status: 'queued' }),
        callWith({ request: { ...one, dialAt }, stage, sentAt: now, status: 'scheduled' }),
        callWith({ request: one, stage, sentAt: now, stopRequestedAt: now }),
      ]),
    ...finalStatuses.flatMap((status) => [
      callWith({ request: one, stage: 'ended', status, kallyCallId: 'call_1', durationSeconds: 3_725 }),
      callWith({ request: one, stage: 'ended', status, stopRequestedAt: now, stoppedAt: now }),
    ]),
    callWith({ request: one, stage: 'planned', plan: { due, dueAt }, attempt: 2 }),
    callWith({ request: one, stage: 'awaiting_approval', plan: { due, dueAt } }),
    callWith({ request: one, stage: 'ended', status: 'no_answer', attempt: 3 }),
    ...everyOutcome.flatMap((outcome) => {
      const ended = {
        request: one,
        stage: 'ended',
        kallyCallId: 'call_1',
        durationSeconds: 61,
        outcome,
      } as const;
      return [
        callWith({ ...ended, status: 'success' }),
        callWith({ ...ended, status: 'terminated', stoppedAt: now }),
      ];
    }),
    ...everyOutcome
      .filter(({ evidence }) => evidence?.verdict === 'arranged')
      .slice(0, 1)
      .map((outcome) =>
        callWith({ request: one, stage: 'ended', status: 'success', outcome, remindTo: 'channel' }),
      ),
    ...codes.map((code) => {
      const refusal = { code, correlationId: 'f'.repeat(36), upgradeUrl: 'https://kallyai.com/upgrade' };
      return callWith({ request: one, stage: 'refused', refusal });
    }),
  ];
}

/** What KallyAI may give back of a call, least and most. */
export const theirCalls: KallyCall[] = [
  { id, status: 'in_progress', highlights: [], nextSteps: [] },
  { id, status: 'success', highlights: ['Open at nine.'], nextSteps: [], submission: full, createdAt: now },
  {
    id: 'x'.repeat(128),
    status: long(800),
    highlights: Array<string>(200).fill(long(2_000)),
    nextSteps: Array<string>(200).fill(long(2_000)),
    durationSeconds: 1e9,
    creditsUsed: 0.1 + 0.2,
    createdAt: now,
    endedAt: now,
    submission: {
      ...extreme,
      task: long(9_000),
      phone: long(300),
      date: long(300),
      time: long(300),
      partySize: 1e9,
    },
  },
];

export function everyKnownCall(): KnownCall[] {
  return [
    ...theirCalls.map((theirs) => ({ theirs })),
    ...theirCalls.map((theirs) => ({ theirs, ours: callWith({ request: extreme, stage: 'calling' }) })),
    ...everyCall().map((ours) => ({ ours })),
  ];
}

export const drafts: Draft[] = [
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
    phone: long(4_000),
    task: long(4_000),
    businessName: long(4_000),
    name: long(4_000),
    partySize: '999',
    date: 'soon',
    time: '8pm',
  },
];

const formPlaces: { place: Place; otherChannelId?: string; canPostThere?: 'no' }[] = [
  { place: 'here' },
  { place: 'me' },
  { place: 'other' },
  { place: 'other', otherChannelId: 'C0BOARD001', canPostThere: 'no' },
];

/** In every category, from every place, with every draft, new and after every refusal. */
export function everyForm(): CallForm[] {
  const known = { timeZone: 'America/New_York', country: 'US' };
  return languages.flatMap((language) =>
    categories.flatMap((category) =>
      drafts.flatMap((draft, index) => {
        const foundPhones = [undefined, [], ['+1 415 555 0101', '+44 20 7946 0958']][index];
        const open = (more: Partial<Parameters<typeof newCallForm>[0]>) =>
          newCallForm({
            ...known,
            language,
            foundPhones,
            canPostHere: 'yes',
            hasSavedBusinesses: false,
            privateCategories: ['clinic'],
            allowedChannels: [],
            draft: { ...draft, category },
            ...more,
          });
        const callbackPhone = '+442079460958';
        const forms = [
          open({}),
          ...(['yes', 'no'] as const).map((canPostHere) => open({ channelId: 'C0GENERAL1', canPostHere })),
          open({ channelId: 'C0GENERAL1', canPostHere: 'unknown', callbackPhone, hasSavedBusinesses: true }),
          open({
            callbackPhone,
            draft: { ...draft, category, ifNotPossible: 'same_day', wishes: long(300) },
          }),
          open({
            channelId: 'C0GENERAL1',
            privateCategories: [...categories],
            allowedChannels: Array<string>(mostListed.channels).fill('C0DINNER01'),
            callsLeft: { left: 1, limit: 10_000, whose: 'workspace' },
            approval: {
              when: ['new_number', 'outside_hours', 'many_attempts'],
              attempts: 2,
              who: 'named',
              people: Array<string>(mostListed.approvers).fill(adminId),
            },
          }),
        ];
        return [
          ...forms.flatMap((form) =>
            formPlaces
              .filter(({ place }) => form.channelId || place !== 'here')
              .map((place) => ({ ...form, ...place })),
          ),
          ...codes.map((refused) => open({ refused })),
        ];
      }),
    ),
  );
}

export const subscriptions: Subscription[] = [
  { active: false },
  { active: true },
  {
    active: true,
    plan: { type: long(2_000), period: long(2_000), minutesIncluded: 0.3 },
    status: long(2_000),
    expiresAt: now,
    autoRenew: false,
    managementUrl: 'https://kallyai.com/manage',
  },
];

/** As many lines as the longest calls have, some of them long. */
export function transcriptOf(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    speaker: (['kally', 'business', 'other'] as const)[index % 3] ?? 'other',
    text: long(index % 500 === 7 ? 9_000 : 1 + ((index * 97) % 400)),
    atSeconds: index * 5,
  }));
}

/** Everything that *Before Kally calls* may have to say, alone and all at once, of a new call and of a planned one. */
export function everyLook(): Parameters<typeof beforeCallView>[1][] {
  const timeZone = 'Europe/London';
  const { task, ...rest } = extreme;
  const due = { date: '2026-11-30', time: '03:05', timeZone, occurrence: 'second' } as const;
  const by = [undefined, { isOwn: true as const }, { userId: requesterId, callId: id }];
  const called = by.flatMap((who) =>
    [1, 59, 61, 119].map((minutes) => ({
      effect: 'asks' as const,
      code: 'number_called' as const,
      at: now - minutes * 60_000,
      isUnderWay: minutes < 60,
      by: who,
    })),
  );
  const night = { effect: 'asks', code: 'outside_hours', at: now } as const;
  const balance = (['credits', 'minutes', 'calls'] as const).map((unit) => ({
    effect: 'asks' as const,
    code: 'balance_low' as const,
    balance: { unit, left: 1, needs: 2.5 },
  }));
  const findings: Asking[] = [
    ...called,
    ...balance,
    { ...night, isNow: true, timeZone, opensAt: now + 3_600_000 },
    { ...night, isNow: false, timeZone },
    { ...night, isNow: true, opensAt: now },
    { effect: 'asks', code: 'private_number' },
  ];
  const callUrl = 'https://harbor-and-pine.slack.com/archives/C0DINNER01/p1';
  const sent = { openedIn: 'C0DINNER01', postedIn: 'C0GENERAL1', attemptId: id };
  const wanted = { request: rest, channelId: 'C1', isAskedThere: true, sent, submissionId: 'V1', due };
  const fresh = { wanted, task };
  return [fresh, { wanted: { callId: id } }, { wanted: { callId: id, due } }].flatMap((call) => [
    ...findings.map((finding) => ({ ...call, timeZone, now, callUrl, findings: [finding] })),
    {
      ...call,
      timeZone,
      now,
      findings: askCodes.flatMap((code) => findings.find((one) => one.code === code) ?? []),
    },
  ]);
}

/** Numbers by every kind of clock, and when to call them. */
export function everyTimedForm(): CallForm[] {
  const phones = [
    '+44 20 7946 0958',
    '+1 415 555 0101',
    '+34 612 345 678',
    '+1 800 356 9377',
    '+800 1234 5678',
  ];
  const times: Draft[] = [
    {},
    { when: 'open' },
    { when: 'at' },
    { when: 'at', callDate: '2026-11-27', callTime: '09:05' },
    // The clocks go back in London, and forward.
    { when: 'at', callDate: '2027-10-31', callTime: '01:30', callOccurrence: 'second' },
    { when: 'at', callDate: '2027-03-28', callTime: '01:30', timeZone: 'Atlantic/Canary' },
  ];
  return languages.flatMap((language) =>
    (['general', 'restaurant'] as const).flatMap((category) =>
      phones.flatMap((phone) =>
        times.map((time) => ({
          ...newCallForm({
            language,
            timeZone: 'America/New_York',
            country: 'US',
            canPostHere: 'yes',
            hasSavedBusinesses: false,
            draft: { phone, category, ...time },
          }),
          hasMoved: time.when === 'at',
        })),
      ),
    ),
  );
}
/** As nobody decided, and as much as an admin can decide. */
export const everyRules: Rules[] = [
  standardRules,
  rulesSchema.parse({
    callers: {
      who: 'named',
      people: Array<string>(mostListed.people).fill(requesterId),
    },
    countries: callableCountries.slice(0, mostListed.countries),
    channels: Array<string>(mostListed.channels).fill('C0GENERAL1'),
    digest: {
      channels: Array<string>(mostListed.digestChannels).fill('C0GENERAL1'),
      at: '09:05',
      timeZone: 'America/Argentina/ComodRivadavia',
      language: 'es',
    },
    hours: { days: [1, 2, 3, 5, 7], from: '09:00', until: '24:00' },
    perDay: { person: 10_000, workspace: 10_000, number: 1 },
    privateCategories: [...categories],
    recordings: false,
    privateTranscripts: true,
    approval: {
      when: [...approvalReasons],
      attempts: 2,
      who: 'named',
      people: Array<string>(mostListed.approvers).fill(requesterId),
    },
  }),
  rulesSchema.parse({
    callers: { who: 'named' },
    privateCategories: [],
    approval: { when: approvalReasons.slice(1), who: 'named' },
  }),
  rulesSchema.parse({ approval: { when: ['always'] } }),
];

/** In every state, with the least and the most it can hold. */
export function everyApproval(): Approval[] {
  const least: Approval = {
    id,
    callId: id,
    because: ['always'],
    asked: [],
    attempts: 1,
    askedAt: now,
    until: now + 60_000,
  };
  const most: Approval = {
    ...least,
    because: [...approvalReasons],
    asked: Array<string>(mostListed.approvers).fill(requesterId),
    attempts: 3,
    due,
    dueAt,
    until: dueAt,
  };
  const decisions: ApprovalDecision[] = approvalResults.flatMap((result) => [
    { result, at: now },
    { result, at: now, by: requesterId, reason: `<!channel> ${long(280)}` },
  ]);
  return [least, most, ...decisions.map((decision) => ({ ...most, decision }))];
}

export function everyRuleChange(): RuleChange[] {
  return changeKinds.flatMap((kind) =>
    everyRules.flatMap((after) => [
      { id, kind, changedAt: now, userId: requesterId, after, maskedPhone: '+44 ••• 958', reason: long(300) },
      { id, kind, changedAt: now },
      { id, kind, changedAt: now, userId: requesterId, maskedPhone: '+44 ••• 958', isAsked: true },
      { id, kind, changedAt: now, userId: requesterId, maskedPhone: '+44 ••• 958', businessName: long(200) },
    ]),
  );
}

/** None, and all of them by whole pages. */
export function pagesOfChanges(): RuleChange[][] {
  const all = everyRuleChange();
  const pages = Array.from({ length: Math.ceil(all.length / 10) }, (_, n) => all.slice(10 * n, 10 * n + 10));
  return [[], ...pages];
}

/** A whole page of them. */
export function everyBusiness(): SharedBusiness[] {
  return Array.from({ length: 10 }, (_, n) => {
    const business = { phone: `+44207946095${n}`, at: now };
    if (n % 3 === 0) return { ...business, businessName: '<!channel>', state: 'removed' };
    if (n % 3 === 1) return { ...business, businessName: long(200), state: 'called' };
    return { ...business, businessName: long(200), state: 'pinned', decidedBy: requesterId };
  });
}

export function everyUnwanted(): DoNotCallEntry[] {
  return [
    {
      id,
      addedAt: now,
      userId: requesterId,
      maskedPhone: '+44 ••• 958',
      reason: `<!channel> ${long(280)}`,
      by: 'admin',
    },
    { id, addedAt: now - 60_000, maskedPhone: '+44 ••• 958', by: 'kallyai' },
    {
      id,
      addedAt: now - 90_000,
      userId: requesterId,
      maskedPhone: '+44 ••• 958',
      by: 'admin',
      isAsked: true,
    },
    { id, addedAt: now - 120_000 },
  ];
}

/** A call that waits for its person's click. */
export function proposalOf(person: Person, more: Partial<Proposal> = {}): Proposal {
  const proposedAt = Date.now();
  return {
    id: randomUUID(),
    person,
    draft: { phone: '+44 20 7946 0958', task: request.task, category: 'general' },
    channelId: person.userId,
    proposer: { kind: 'mcp' },
    language: 'en',
    timeZone: 'Europe/London',
    proposedAt,
    expiresAt: proposedAt + 24 * 60 * 60_000,
    ...more,
  };
}

/** As many as a person may have. */
export const everyAssistant: AssistantToken[] = ['', 'Claude', long(80), long(80), long(80)].map(
  (name, index) => ({
    id,
    name,
    scopes: [...assistantScopes],
    createdAt: now + index * 60_000,
    expiresAt: now + 1e10,
    ...(name && { lastUsedAt: now }),
  }),
);

/** In every state, from everything that proposes, with the least and the most it can hold. */
export function everyProposal(): Proposal[] {
  const person = { workspaceId: 'T1', userId: requesterId };
  const most: Draft = {
    phone: '+44 20 7946 0958',
    task: long(1000),
    category: 'restaurant',
    businessName: long(200),
    name: long(100),
    partySize: '50',
    date: '2026-11-27',
    time: '20:30',
    ifNotPossible: 'same_day',
    wishes: long(300),
    when: 'at',
    callDate: '2026-11-23',
    callTime: '09:00',
  };
  return languages.flatMap((language) =>
    proposerKinds.flatMap((kind) =>
      [undefined, ...settlements].flatMap((settled) =>
        [{}, { draft: most, channelId: 'C0DINNER01', proposer: { kind, name: long(80) } }].map((more) =>
          proposalOf(person, {
            proposer: { kind },
            language,
            proposedAt: now,
            expiresAt: now + 1e7,
            ...more,
            ...(settled && { settled }),
          }),
        ),
      ),
    ),
  );
}

/** The memory of a form that somebody forges. */
export const formMemory = {
  timeZone: 'UTC',
  language: 'en',
  canPostHere: 'no',
  place: 'me',
  placeChosen: true,
  placeRevision: 0,
  filledRevision: 0,
  hasSavedBusinesses: false,
  kept: {},
};
