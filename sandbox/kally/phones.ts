import type { ErrorCode, ErrorShape } from './errors.ts';

export type FinalStatus =
  | 'success'
  | 'no_answer'
  | 'busy'
  | 'failed'
  | 'voicemail'
  | 'cancelled'
  | 'terminated';

export interface PhoneBehaviour {
  /** Refused with this error; nothing is dialled. */
  refusal?: { code: ErrorCode; shape?: ErrorShape; retryAfterSeconds?: number };
  /** What befalls the request before anything is dialled. */
  beforeDialling?: 'connection lost' | 'rate limited once' | 'internal error' | 'unavailable';
  /** How the create is answered. All but the first two come 2 s after the phone rang, while the call goes on. */
  answer: 'when over' | 'at once' | 'connection lost' | 'bad gateway' | 'html' | 'wrong types';
  /** When the call shows in the list. */
  listed: 'from the start' | 'when over';
  outcome: FinalStatus | 'never ends' | 'unknown word';
  words: { queued: string; live: string[] };
  queueSeconds: number;
  ringSeconds: number;
  talkSeconds: number;
  conversation: 'usual' | 'very long' | 'markup';
  transcript: 'ready' | 'late' | 'never' | 'bare list';
  appointment: 'as asked' | 'another time';
  recording: 'ready' | 'never';
  optionalFields: 'present' | 'missing';
  /** The call is answered, and later nobody knows it. */
  forgotten: boolean;
}

export interface MagicPhone {
  phone: string;
  does: string;
  why: string;
  behaviour: PhoneBehaviour;
}

export const lateTranscriptSeconds = 30;

const usual: PhoneBehaviour = {
  answer: 'when over',
  listed: 'when over',
  outcome: 'success',
  words: { queued: 'queued', live: ['in_progress'] },
  queueSeconds: 1,
  ringSeconds: 3,
  talkSeconds: 16,
  conversation: 'usual',
  transcript: 'ready',
  appointment: 'as asked',
  recording: 'ready',
  optionalFields: 'present',
  forgotten: false,
};

const polled = { answer: 'at once', listed: 'from the start' } as const;

function magic(phone: string, does: string, why: string, differs: Partial<PhoneBehaviour> = {}): MagicPhone {
  return { phone, does, why, behaviour: { ...usual, ...differs } };
}

function refused(phone: string, code: ErrorCode, why: string, shape?: ErrorShape): MagicPhone {
  const refusal = shape ? { code, shape } : { code };
  return magic(phone, `refused with \`${code}\``, why, { refusal });
}

/** The one list of what each number does: the server, its pages and the documentation all read it. */
export const magicPhones: readonly MagicPhone[] = [
  magic(
    '+14155550100',
    'success; the create answers when the call is over, and the call is not listed before. Every number that is not in this table does the same',
    'the documented way, and the reason why "not in the list yet" proves nothing',
  ),
  magic(
    '+14155550101',
    'success; answers at once with `queued` and must be polled',
    'the other way a create answers',
    polled,
  ),
  magic('+14155550102', 'busy', 'an outcome to show', { outcome: 'busy', ringSeconds: 2, talkSeconds: 0 }),
  magic('+14155550103', 'no answer', 'an outcome to show', {
    outcome: 'no_answer',
    ringSeconds: 12,
    talkSeconds: 0,
  }),
  magic('+14155550104', 'voicemail; a message is left', 'an outcome with a short transcript', {
    outcome: 'voicemail',
    ringSeconds: 8,
    talkSeconds: 6,
  }),
  magic('+14155550105', 'failed', 'an outcome to show', {
    outcome: 'failed',
    ringSeconds: 1,
    talkSeconds: 0,
  }),
  magic(
    '+14155550106',
    'terminated: they hang up in mid-sentence',
    'a final status that KallyAI does not document',
    { outcome: 'terminated', talkSeconds: 4 },
  ),
  magic('+14155550107', 'cancelled by KallyAI before it dials', 'an end without a ring', {
    outcome: 'cancelled',
    queueSeconds: 3,
  }),
  magic(
    '+14155550108',
    'answers at once and stays `in_progress` for ever',
    'nothing may say "calling" for ever',
    { ...polled, outcome: 'never ends' },
  ),
  magic(
    '+14155550109',
    'success after 9 minutes; the create answers then',
    'longer than most HTTP time-outs',
    { talkSeconds: 536 },
  ),
  magic(
    '+14155550110',
    'success; the create answers when the call is over, but the call is listed from the start',
    'the kinder kind of blocking create',
    { listed: 'from the start' },
  ),
  magic(
    '+14155550111',
    'rings, then the connection is lost; the call is listed from the start',
    'a lost answer that can be found by reading the list',
    { answer: 'connection lost', listed: 'from the start' },
  ),
  magic(
    '+14155550112',
    'rings, then the connection is lost; the call is listed only when it is over',
    'a lost answer that cannot be found for a while',
    { answer: 'connection lost' },
  ),
  magic(
    '+14155550113',
    'the connection is lost before anything is dialled',
    'looks the same to the caller as the two above, and no phone rang',
    { beforeDialling: 'connection lost' },
  ),
  magic(
    '+14155550114',
    'rings, then 502 with an HTML body; the call goes on and is listed',
    'a gateway gave up, the phone call did not',
    { answer: 'bad gateway', listed: 'from the start' },
  ),
  magic(
    '+14155550115',
    'rings, then 201 with an HTML body; the call goes on and is listed',
    'an answer that is no answer',
    { answer: 'html', listed: 'from the start' },
  ),
  magic(
    '+14155550116',
    'rings, then 201 with JSON of wrong types; the call goes on and is listed',
    'an answer that must not be believed',
    { answer: 'wrong types', listed: 'from the start' },
  ),
  magic('+14155550117', '503 with a JSON error before anything is dialled', 'an outage', {
    beforeDialling: 'unavailable',
  }),
  magic('+14155550118', '500 with a JSON error before anything is dialled', 'a fault of theirs', {
    beforeDialling: 'internal error',
  }),
  magic(
    '+14155550119',
    '429 with `Retry-After: 1` the first time, success the next, in turn',
    'obeying Retry-After',
    { beforeDialling: 'rate limited once' },
  ),
  magic(
    '+14155550120',
    `success; the transcript is there ${lateTranscriptSeconds} s after the end`,
    'transcripts come later than outcomes',
    { transcript: 'late' },
  ),
  magic(
    '+14155550121',
    'success; the transcript never comes: `transcript_not_found`',
    'the wait for a transcript must end',
    { transcript: 'never' },
  ),
  magic('+14155550122', 'success; the transcript is a bare list', 'a shape that was seen', {
    transcript: 'bare list',
  }),
  magic('+14155550123', 'success; a transcript of some 400 lines', 'longer than one message can be', {
    conversation: 'very long',
  }),
  magic(
    '+14155550124',
    'success; the transcript has mentions, markup, emoji and right-to-left text',
    'what people say on a phone must not notify a channel',
    { conversation: 'markup' },
  ),
  magic(
    '+14155550125',
    'polled; `dialing`, `on_hold`, `wrapping_up`, then success',
    'status words before the end are an open set',
    { ...polled, words: { queued: 'dialing', live: ['on_hold', 'wrapping_up'] } },
  ),
  magic('+14155550126', 'success; every optional field is missing', 'optional means optional', {
    optionalFields: 'missing',
  }),
  magic(
    '+14155550127',
    'success, but half an hour later than asked; the calendar file says so',
    'the event is what was agreed, not what was asked',
    { appointment: 'another time' },
  ),
  magic(
    '+14155550128',
    'polled; ends with a status nobody knows (`resolved_elsewhere`)',
    'an unknown word is neither success nor failure',
    { ...polled, outcome: 'unknown word' },
  ),
  magic('+14155550129', 'polled; stays queued for 2 minutes', 'time to cancel or reschedule', {
    ...polled,
    queueSeconds: 120,
  }),
  refused('+14155550130', 'quota_exceeded', 'no calling time left'),
  refused('+14155550131', 'budget_exceeded', 'to be approved at KallyAI'),
  refused('+14155550132', 'budget_approval_required', 'to be approved at KallyAI'),
  refused('+14155550133', 'soft_cap_reached', 'to be approved at KallyAI'),
  refused('+14155550134', 'missing_phone_number', 'a fault of the phone field'),
  refused('+14155550135', 'emergency_number', 'dial it yourself, now'),
  refused('+14155550136', 'toll_number', 'premium rate'),
  refused('+14155550137', 'safety_violation', 'what was asked is refused'),
  refused('+14155550138', 'consent_denied', 'what was asked is refused'),
  refused('+14155550139', 'scheduling_violation', 'a fault of date and time'),
  refused('+14155550140', 'unsupported_language', 'English or Spanish only'),
  refused('+14155550141', 'country_restriction', 'this country cannot be called'),
  refused('+14155550142', 'unsupported_country', 'this country cannot be called'),
  refused('+14155550143', 'blocked_number', 'a flagged number'),
  refused('+14155550144', 'suppression_violation', 'they asked not to be called'),
  refused('+14155550145', 'missing_token', 'a 401 that a refresh does not mend'),
  refused('+14155550146', 'token_expired', 'a 401 that a refresh does not mend'),
  refused('+14155550147', 'forbidden', 'a scope is missing'),
  magic(
    '+14155550148',
    'refused with `rate_limited`, `Retry-After: 2`, every time',
    'patience must end somewhere',
    { refusal: { code: 'rate_limited', retryAfterSeconds: 2 } },
  ),
  magic(
    '+14155550149',
    'refused with a bare 402: `{plan_type, minutes_allocated, minutes_used, upgrade_url}`',
    'a shape that was seen',
    { refusal: { code: 'quota_exceeded', shape: 'bare' } },
  ),
  refused('+14155550150', 'safety_violation', 'in the error shape of v1, whichever version runs', 'v1'),
  refused('+14155550151', 'safety_violation', 'in the error shape of v2, whichever version runs', 'v2'),
  magic(
    '+14155550152',
    'polled; answered at once, and then `call_not_found` for ever',
    'a call that KallyAI forgot',
    { ...polled, forgotten: true },
  ),
  magic('+14155550153', 'success without a recording: `recording_not_found`', 'not every call is recorded', {
    recording: 'never',
  }),
  magic(
    '+34910000001',
    'success, in Spanish unless asked otherwise; the create answers when the call is over',
    'a Spanish business',
  ),
  magic('+34910000002', 'success, in Spanish unless asked otherwise; polled', 'a Spanish business', polled),
  magic('+442079460958', 'success; polled', 'a British business', polled),
];

const byPhone = new Map(magicPhones.map((magicPhone) => [magicPhone.phone, magicPhone.behaviour]));

export function behaviourOf(phone: string): PhoneBehaviour {
  return byPhone.get(phone) ?? usual;
}

/** The table as Markdown, the one in docs/sandbox-kally.md. */
export function phoneTable(): string {
  const rows = magicPhones.map(({ phone, does, why }) => `| \`${phone}\` | ${does} | ${why} |`);
  return ['| number | what happens | why |', '|---|---|---|', ...rows].join('\n');
}
