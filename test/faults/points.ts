/** What is under way between a replica and what it talks to; the proxies recognise these. */
export type Moment =
  // The database: the transaction that writes a call, and what moves its row.
  | 'confirmed'
  | 'approved'
  | 'placing'
  | 'may leave'
  | 'put back'
  | 'recorded'
  // The same for a planned call: it rests until it is due, leaves then, and may be followed by a further try.
  | 'put off'
  | 'leaves'
  | 'tried again'
  /** The due time of a planned call. */
  | 'due'
  // KallyAI.
  | 'create'
  | 'poll'
  | 'list'
  | 'transcript'
  | 'refresh'
  // Slack.
  | 'card'
  | 'edit'
  | 'outcome'
  | 'page'
  | 'later page'
  | 'session';

/**
 * - going: a request has left the replica and has not arrived.
 * - under way: it arrived a moment ago, and no answer has come yet.
 * - answered: it took effect, and the replica does not know it yet.
 * - over: the replica has known the answer for a moment.
 */
export type Phase = 'going' | 'under way' | 'answered' | 'over';

export type Harm =
  // To the replica that is at this point.
  | 'kill'
  | 'terminate'
  | 'terminate, then kill'
  | 'freeze'
  | 'jump the clock'
  | 'cut the database'
  /** The database takes what it was told last; then neither hears the other for a while, and the replica lives on. */
  | 'isolate'
  // To the request or its answer.
  | 'reset'
  | 'say nothing'
  | '429'
  | '500'
  | '503'
  | 'garbage';

/** Which of KallyAI's numbers a call needs, so that it comes past the point. */
export type Kind =
  | 'any'
  | 'blocking'
  | 'polled'
  | 'lost'
  | 'busy once'
  | 'alike'
  | 'approved'
  | 'long transcript'
  | 'late transcript'
  /** Where Kally is a member, and the thread is a session. */
  | 'session'
  /** Planned for some minutes later. */
  | 'planned'
  /** Reaches nobody at first, and may be tried again. */
  | 'ladder';

export type Point = {
  name: string;
  moment: Moment;
  phase: Phase;
  kind: Kind;
  harms: readonly [Harm, ...Harm[]];
};

const process = ['kill', 'terminate', 'freeze', 'cut the database', 'jump the clock'] as const;
const refusals = ['429', '500', '503', 'garbage', 'reset', 'say nothing'] as const;
const lost = ['reset', 'garbage', '503'] as const;
const slackTrouble = ['429', '500', 'reset', 'say nothing'] as const;

/** The named points at which a call can be hit. */
export const points: readonly [Point, ...Point[]] = [
  point('the call is being written', 'confirmed', 'going', 'any', ['kill', 'cut the database', 'isolate']),
  point('written, before the job is seen', 'confirmed', 'answered', 'any', [
    'kill',
    'cut the database',
    'terminate',
    'isolate',
  ]),
  point('two approvers press, before it is decided', 'approved', 'going', 'approved', [
    'kill',
    'cut the database',
    'isolate',
  ]),
  point('approved, before that is known', 'approved', 'answered', 'approved', [
    'kill',
    'terminate',
    'cut the database',
    'isolate',
  ]),
  point('before the POST leaves', 'placing', 'answered', 'any', [...process, 'isolate']),
  point('asked whether the POST may leave', 'may leave', 'answered', 'any', ['kill', 'freeze', 'isolate']),
  point('the POST on its way', 'create', 'going', 'any', ['kill', ...refusals]),
  point('the POST arrived, its answer lost', 'create', 'answered', 'polled', [...lost, 'say nothing']),
  point('two calls alike, the answer of one or both lost', 'create', 'answered', 'alike', lost),
  point('put back after a 429, before that is known', 'put back', 'answered', 'busy once', [
    'kill',
    'cut the database',
    'isolate',
  ]),
  point('during a blocking create', 'create', 'under way', 'blocking', [...process, 'terminate, then kill']),
  point('answered, before it is recorded', 'recorded', 'going', 'any', [
    'kill',
    'cut the database',
    'freeze',
  ]),
  point('recorded, before that is known', 'recorded', 'answered', 'any', [
    'kill',
    'cut the database',
    'isolate',
  ]),
  point('a poll', 'poll', 'going', 'polled', refusals),
  point('between polls', 'poll', 'over', 'polled', [...process, 'terminate, then kill']),
  point('reading the list', 'list', 'going', 'lost', refusals),
  point('while checking', 'list', 'over', 'lost', process),
  point('over, before the card is edited', 'edit', 'going', 'any', ['kill', 'terminate', ...slackTrouble]),
  point('the card edited, before that is noted', 'edit', 'answered', 'any', ['kill', 'reset']),
  point('the first card', 'card', 'going', 'any', ['kill', 'terminate', ...slackTrouble]),
  point('the card posted, before that is noted', 'card', 'answered', 'any', ['kill', 'reset']),
  point('the card edited, before the thread', 'outcome', 'going', 'any', [
    'kill',
    'terminate',
    ...slackTrouble,
  ]),
  point('over, before its session is told', 'session', 'going', 'session', [
    'kill',
    'cut the database',
    ...slackTrouble,
  ]),
  point('the outcome posted, before that is noted', 'outcome', 'answered', 'any', [
    'kill',
    'cut the database',
    'reset',
  ]),
  point('reading the transcript', 'transcript', 'going', 'any', refusals),
  point('before the first page of a long transcript', 'page', 'going', 'long transcript', [
    'kill',
    'terminate',
    ...slackTrouble,
  ]),
  point('before a transcript that comes late', 'page', 'going', 'late transcript', [
    'kill',
    'terminate',
    ...slackTrouble,
  ]),
  point('between two transcript pages', 'later page', 'going', 'long transcript', [
    'kill',
    'terminate',
    'freeze',
    'cut the database',
    ...slackTrouble,
  ]),
  point('a planned call is put off', 'put off', 'going', 'planned', ['kill', 'cut the database', 'isolate']),
  point('put off, before that is known', 'put off', 'answered', 'planned', [
    'kill',
    'cut the database',
    'isolate',
  ]),
  point('a moment before it is due', 'due', 'going', 'planned', process),
  point('a moment after it was due', 'due', 'over', 'planned', process),
  point('due, and leaving', 'leaves', 'going', 'planned', ['kill', 'cut the database', 'freeze']),
  point('it left, before that is known', 'leaves', 'answered', 'planned', [
    'kill',
    'cut the database',
    'isolate',
    'jump the clock',
  ]),
  point('a further try is being written', 'tried again', 'going', 'ladder', [
    'kill',
    'cut the database',
    'isolate',
  ]),
  point('a further try is written, before that is known', 'tried again', 'answered', 'ladder', [
    'kill',
    'cut the database',
    'isolate',
  ]),
  point('a further try is due, and leaving', 'leaves', 'going', 'ladder', [
    'kill',
    'cut the database',
    'jump the clock',
  ]),
];

/** Refreshing concerns all calls of a person, so it is hit for itself. */
export const refreshPoints: readonly [Point, ...Point[]] = [
  point('during token refresh', 'refresh', 'going', 'any', [
    'kill',
    'terminate',
    '429',
    '500',
    '503',
    'reset',
    'garbage',
  ]),
  point('refreshed, before that is known', 'refresh', 'answered', 'any', ['kill', 'reset', 'garbage']),
];

function point(name: string, moment: Moment, phase: Phase, kind: Kind, harms: Point['harms']): Point {
  return { name, moment, phase, kind, harms };
}

const toReplica: readonly Harm[] = [...process, 'terminate, then kill', 'isolate'];

export function isToReplica(harm: Harm): boolean {
  return toReplica.includes(harm);
}
