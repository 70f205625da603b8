import { lateTranscriptSeconds, type PhoneBehaviour, usual } from './behaviour.ts';
import type { ErrorCode, ErrorShape } from './errors.ts';

export interface MagicPhone {
  phone: string;
  /** In a user's words. */
  title: string;
  /** What a client of the API sees, in Markdown. */
  does: string;
  why: string;
  /** Words that suit it, to follow the number. */
  ask: string;
  behaviour: PhoneBehaviour;
}

export interface PhoneGroup {
  title: string;
  phones: readonly MagicPhone[];
}

type Words = Pick<MagicPhone, 'title' | 'does' | 'why'> & { ask?: string };

const polled = { answer: 'at once', listed: 'from the start' } as const;
const aTable = 'book a table for 4 tomorrow at 8pm';
const theHours = 'ask about opening hours';

function magic(phone: string, words: Words, differs: Partial<PhoneBehaviour> = {}): MagicPhone {
  return { phone, ask: theHours, ...words, behaviour: { ...usual, ...differs } };
}

/** A number for requests that can be booked; one polls it. */
function told(phone: string, words: Words, differs: Partial<PhoneBehaviour>): MagicPhone {
  return magic(phone, { ask: aTable, ...words }, { ...polled, ...differs });
}

function refused(phone: string, title: string, code: ErrorCode, why: string, shape?: ErrorShape): MagicPhone {
  const refusal = shape ? { code, shape } : { code };
  return magic(phone, { title, does: `refused with \`${code}\``, why }, { refusal });
}

/** The one list of what each number does: the server, its pages, the drawer and the documentation all read it. */
export const phoneGroups: readonly PhoneGroup[] = [
  {
    title: 'Somebody answers',
    phones: [
      magic(
        '+14155550101',
        {
          title: 'Does what you ask',
          does: 'success; answers at once with `queued` and must be polled',
          why: 'one way a create answers',
          ask: aTable,
        },
        polled,
      ),
      magic('+14155550100', {
        title: 'Does what you ask, and KallyAI says nothing before it is over',
        does: 'success; the create answers when the call is over, and the call is not listed before. Every number that is not listed here does the same',
        why: 'the documented way, and the reason why "not in the list yet" proves nothing',
        ask: aTable,
      }),
      magic(
        '+14155550127',
        {
          title: 'Books half an hour later than asked',
          does: 'success, but half an hour later than asked; the calendar file says so',
          why: 'the event is what was agreed, not what was asked',
          ask: aTable,
        },
        { conversation: 'offer taken', appointment: 'another time' },
      ),
      told(
        '+14155550154',
        {
          title: 'Fully booked',
          does: 'success; they have nothing free',
          why: '`success` means that the call went through, not that there is a table',
        },
        { conversation: 'fully booked' },
      ),
      told(
        '+14155550155',
        {
          title: 'Has another time only, which is left open',
          does: 'success; they offer half an hour later, and KallyAI takes it only if its instructions allow that',
          why: 'an offer is no reservation',
        },
        { conversation: 'offer not taken', appointment: 'another time' },
      ),
      told(
        '+14155550169',
        {
          title: 'Has a time an hour and a half later only',
          does: 'success; they offer an hour and a half later, and KallyAI takes it only if its instructions allow that',
          why: 'within half an hour is not within two',
        },
        { conversation: 'offer not taken', appointment: 'much later' },
      ),
      told(
        '+14155550170',
        {
          title: 'KallyAI does not say that it is an AI',
          does: 'success; booked, and nobody was told that an AI was speaking',
          why: 'people must be able to trust that they are told',
        },
        { conversation: 'undisclosed' },
      ),
      told(
        '+14155550156',
        {
          title: 'Wants a card number first',
          does: 'success; they have room and book only with a card number, so nothing is booked',
          why: 'KallyAI gives no card numbers',
        },
        { conversation: 'card wanted' },
      ),
      told(
        '+14155550157',
        {
          title: 'Books it, for a deposit by noon tomorrow',
          does: 'success; booked, and released unless a deposit is paid',
          why: 'a reservation with a condition',
        },
        { conversation: 'deposit wanted' },
      ),
      told(
        '+14155550158',
        {
          title: '“We call you back”',
          does: 'success; they cannot say yet and will call back',
          why: 'nothing is settled',
        },
        { conversation: 'they call back' },
      ),
      told(
        '+14155550159',
        {
          title: '“Call us again after five”',
          does: 'success; they are too busy and ask for another call later',
          why: 'nothing is settled',
        },
        { conversation: 'call later' },
      ),
      told(
        '+14155550160',
        {
          title: '“Do not call again”',
          does: 'success; they ask not to be called any more',
          why: 'whoever asks for that must not be called again',
        },
        { conversation: 'no more calls' },
      ),
      told(
        '+14155550161',
        {
          title: 'A phone menu',
          does: 'success; a menu speaks and no person is reached',
          why: 'a machine that talks is no business that agrees',
          ask: theHours,
        },
        { conversation: 'menu' },
      ),
      told(
        '+14155550162',
        {
          title: 'A voicemail that KallyAI takes for a success',
          does: 'success; a voicemail greets, and a message is left',
          why: 'the transcript says what the status does not',
        },
        { conversation: 'machine' },
      ),
      told(
        '+14155550163',
        {
          title: 'KallyAI says booked, the business said no',
          does: 'success; highlights, next steps and calendar file tell of a reservation, the transcript of none',
          why: 'where they disagree, the transcript is right',
        },
        { conversation: 'fully booked', report: 'all went well' },
      ),
      told(
        '+14155550164',
        {
          title: 'Answers “no”',
          does: 'success; the answer to any question is no',
          why: 'an answer, and not a failure',
          ask: 'ask whether they repair bikes',
        },
        { conversation: 'answer is no' },
      ),
      told(
        '+14155550165',
        {
          title: '“Should be fine, I think”',
          does: 'success; they commit to nothing, and KallyAI reports an arrangement',
          why: 'a maybe is no yes',
        },
        { conversation: 'hedge' },
      ),
      told(
        '+14155550166',
        {
          title: 'A wrong number',
          does: 'success; somebody else lives there',
          why: 'nobody of the business was reached',
        },
        { conversation: 'wrong number' },
      ),
    ],
  },
  {
    title: 'Nobody answers',
    phones: [
      magic('+14155550102', { title: 'Busy', does: 'busy', why: 'an outcome to show' }, { outcome: 'busy' }),
      magic(
        '+14155550103',
        {
          title: 'Nobody picks up',
          does: 'no answer',
          why: 'an outcome to show',
        },
        { outcome: 'no_answer' },
      ),
      told(
        '+14155550167',
        {
          title: 'Busy once, then answers',
          does: 'busy the first time, success the next, in turn',
          why: 'a second try may do',
        },
        { firstTries: ['busy'] },
      ),
      told(
        '+14155550168',
        {
          title: 'Nobody picks up twice, then somebody answers',
          does: 'no answer the first two times, success the next, in turn',
          why: 'a third try may do',
        },
        { firstTries: ['no_answer', 'no_answer'] },
      ),
      magic(
        '+14155550104',
        {
          title: 'Voicemail',
          does: 'voicemail; a message is left',
          why: 'an outcome with a short transcript',
        },
        { outcome: 'voicemail', ringSeconds: 8, talkSeconds: 6 },
      ),
      magic(
        '+14155550105',
        {
          title: 'Cannot be connected',
          does: 'failed',
          why: 'an outcome to show',
        },
        { outcome: 'failed', ringSeconds: 1, talkSeconds: 0 },
      ),
      magic(
        '+14155550106',
        {
          title: 'They hang up in mid-sentence',
          does: 'terminated: they hang up in mid-sentence',
          why: 'a final status that KallyAI does not document',
        },
        { outcome: 'terminated', talkSeconds: 4 },
      ),
      magic(
        '+14155550107',
        {
          title: 'KallyAI cancels before it dials',
          does: 'cancelled by KallyAI before it dials',
          why: 'an end without a ring',
        },
        { outcome: 'cancelled', queueSeconds: 3 },
      ),
    ],
  },
  {
    title: 'Elsewhere, and in Spanish',
    phones: [
      magic(
        '+442079460958',
        {
          title: 'London',
          does: 'success; polled',
          why: 'a British business: its clock is not yours',
          ask: aTable,
        },
        polled,
      ),
      told(
        '+12125550101',
        {
          title: 'New York',
          does: 'success; polled',
          why: 'a country with many zones, and an area code that tells which',
        },
        {},
      ),
      told(
        '+13105550101',
        {
          title: 'Los Angeles',
          does: 'success; polled',
          why: 'three hours behind New York',
        },
        {},
      ),
      magic('+81355550100', {
        title: 'Tokyo',
        does: 'refused with `unsupported_country`',
        why: 'its clock is half a day ahead, and KallyAI does not call Japan',
        ask: aTable,
      }),
      magic('+34910000001', {
        title: 'Madrid, and KallyAI says nothing before it is over',
        does: 'success, in Spanish unless asked otherwise; the create answers when the call is over',
        why: 'a Spanish business',
        ask: 'reservar una mesa para 4 mañana a las 21:00',
      }),
      magic(
        '+34910000002',
        {
          title: 'Madrid',
          does: 'success, in Spanish unless asked otherwise; polled',
          why: 'a Spanish business',
          ask: 'reservar una mesa para 4 mañana a las 21:00',
        },
        polled,
      ),
      magic(
        '+34928000001',
        {
          title: 'Las Palmas',
          does: 'success, in Spanish unless asked otherwise; polled',
          why: 'an hour behind Madrid, under the same country code',
          ask: 'preguntar si abren el domingo',
        },
        polled,
      ),
      told(
        '+18005550199',
        {
          title: 'A toll-free number',
          does: 'success; polled',
          why: 'a number without a place: its zone cannot be told',
          ask: theHours,
        },
        {},
      ),
      magic(
        '+34600000001',
        {
          title: 'A mobile',
          does: 'success, in Spanish unless asked otherwise; polled',
          why: 'it may be a person, and not a business',
          ask: 'preguntar el horario',
        },
        polled,
      ),
    ],
  },
  {
    title: 'Slow, long or odd',
    phones: [
      magic(
        '+14155550129',
        {
          title: 'Waits two minutes before it is dialled',
          does: 'polled; stays queued for 2 minutes',
          why: 'time to cancel or reschedule',
          ask: aTable,
        },
        { ...polled, queueSeconds: 120 },
      ),
      magic(
        '+14155550109',
        {
          title: 'Talks for nine minutes',
          does: 'success after 9 minutes; the create answers then',
          why: 'longer than most HTTP time-outs',
        },
        { talkSeconds: 536 },
      ),
      magic(
        '+14155550108',
        {
          title: 'Never ends',
          does: 'answers at once and stays `in_progress` for ever; Kally gives up after 2 hours, at any speed',
          why: 'nothing may say "calling" for ever',
        },
        { ...polled, outcome: 'never ends' },
      ),
      magic(
        '+14155550128',
        {
          title: 'Ends in a way nobody knows',
          does: 'polled; ends with a status nobody knows (`resolved_elsewhere`); Kally asks on for 2 hours, at any speed',
          why: 'an unknown word is neither success nor failure',
        },
        { ...polled, outcome: 'unknown word' },
      ),
      magic(
        '+14155550125',
        {
          title: 'On hold, then wrapping up',
          does: 'polled; `dialing`, `on_hold`, `wrapping_up`, then success',
          why: 'status words before the end are an open set',
        },
        { ...polled, words: { queued: 'dialing', live: ['on_hold', 'wrapping_up'] } },
      ),
      magic(
        '+14155550120',
        {
          title: 'The transcript comes late',
          does: `success; the transcript is there ${lateTranscriptSeconds} s after the end`,
          why: 'transcripts come later than outcomes',
        },
        { transcript: 'late' },
      ),
      magic(
        '+14155550121',
        {
          title: 'The transcript never comes',
          does: 'success; the transcript never comes: `transcript_not_found`',
          why: 'the wait for a transcript must end',
        },
        { transcript: 'never' },
      ),
      magic(
        '+14155550122',
        {
          title: 'A transcript of another shape',
          does: 'success; the transcript is a bare list',
          why: 'a shape that was seen',
        },
        { transcript: 'bare list' },
      ),
      magic(
        '+14155550123',
        {
          title: 'A very long transcript',
          does: 'success; a transcript of some 400 lines',
          why: 'longer than one message can be',
        },
        { conversation: 'very long' },
      ),
      magic(
        '+14155550124',
        {
          title: 'Mentions, markup and emoji in the transcript',
          does: 'success; the transcript has mentions, markup, emoji and right-to-left text',
          why: 'what people say on a phone must not notify a channel',
        },
        { conversation: 'markup' },
      ),
      magic(
        '+14155550126',
        {
          title: 'KallyAI gives no summary',
          does: 'success; every optional field is missing',
          why: 'optional means optional',
        },
        { optionalFields: 'missing' },
      ),
      magic(
        '+14155550153',
        {
          title: 'No recording',
          does: 'success without a recording: `recording_not_found`',
          why: 'not every call is recorded',
        },
        { recording: 'never' },
      ),
    ],
  },
  {
    title: 'KallyAI’s answer is lost',
    phones: [
      magic(
        '+14155550110',
        {
          title: 'Answers when it is over, and is listed at once',
          does: 'success; the create answers when the call is over, but the call is listed from the start',
          why: 'the kinder kind of blocking create',
        },
        { listed: 'from the start' },
      ),
      magic(
        '+14155550111',
        {
          title: 'Rings, and the answer is lost',
          does: 'rings, then the connection is lost; the call is listed from the start',
          why: 'a lost answer that can be found by reading the list',
        },
        { answer: 'connection lost', listed: 'from the start' },
      ),
      magic(
        '+14155550112',
        {
          title: 'Rings, the answer is lost, and it is listed late',
          does: 'rings, then the connection is lost; the call is listed only when it is over',
          why: 'a lost answer that cannot be found for a while',
        },
        { answer: 'connection lost' },
      ),
      magic(
        '+14155550113',
        {
          title: 'Never rings, and the answer is lost',
          does: 'the connection is lost before anything is dialled; Kally looks for the call for 30 minutes, at any speed',
          why: 'looks the same to the caller as the two above, and no phone rang',
        },
        { beforeDialling: 'connection lost' },
      ),
      magic(
        '+14155550114',
        {
          title: 'Rings, and a gateway gives up',
          does: 'rings, then 502 with an HTML body; the call goes on and is listed',
          why: 'a gateway gave up, the phone call did not',
        },
        { answer: 'bad gateway', listed: 'from the start' },
      ),
      magic(
        '+14155550115',
        {
          title: 'Rings, and a web page answers',
          does: 'rings, then 201 with an HTML body; the call goes on and is listed',
          why: 'an answer that is no answer',
        },
        { answer: 'html', listed: 'from the start' },
      ),
      magic(
        '+14155550116',
        {
          title: 'Rings, and the answer makes no sense',
          does: 'rings, then 201 with JSON of wrong types; the call goes on and is listed',
          why: 'an answer that must not be believed',
        },
        { answer: 'wrong types', listed: 'from the start' },
      ),
      magic(
        '+14155550117',
        {
          title: 'KallyAI has an outage',
          does: '503 with a JSON error before anything is dialled; Kally looks for the call for 30 minutes, at any speed',
          why: 'an outage',
        },
        { beforeDialling: 'unavailable' },
      ),
      magic(
        '+14155550118',
        {
          title: 'KallyAI has a fault',
          does: '500 with a JSON error before anything is dialled; Kally looks for the call for 30 minutes, at any speed',
          why: 'a fault of theirs',
        },
        { beforeDialling: 'internal error' },
      ),
      magic(
        '+14155550119',
        {
          title: 'KallyAI is too busy once',
          does: '429 with `Retry-After: 1` the first time, success the next, in turn',
          why: 'obeying Retry-After',
        },
        { beforeDialling: 'rate limited once' },
      ),
      magic(
        '+14155550152',
        {
          title: 'KallyAI forgets the call',
          does: 'polled; answered at once, and then `call_not_found` for ever; Kally gives up after 5 minutes, at any speed',
          why: 'a call that KallyAI forgot',
        },
        { ...polled, forgotten: true },
      ),
    ],
  },
  {
    title: 'KallyAI refuses the call',
    phones: [
      refused('+14155550130', 'The plan is used up', 'quota_exceeded', 'no calling time left'),
      refused('+14155550131', 'Over the budget', 'budget_exceeded', 'to be approved at KallyAI'),
      refused(
        '+14155550132',
        'The budget needs approval',
        'budget_approval_required',
        'to be approved at KallyAI',
      ),
      refused('+14155550133', 'The spending cap is reached', 'soft_cap_reached', 'to be approved at KallyAI'),
      refused('+14155550134', 'Not a phone number', 'missing_phone_number', 'a fault of the phone field'),
      refused('+14155550135', 'An emergency number', 'emergency_number', 'dial it yourself, now'),
      refused('+14155550136', 'A premium-rate number', 'toll_number', 'premium rate'),
      refused('+14155550137', 'Against the safety rules', 'safety_violation', 'what was asked is refused'),
      refused('+14155550138', 'Without consent', 'consent_denied', 'what was asked is refused'),
      refused('+14155550139', 'A date that cannot be', 'scheduling_violation', 'a fault of date and time'),
      refused('+14155550140', 'Another language', 'unsupported_language', 'English or Spanish only'),
      refused(
        '+14155550141',
        'A country the plan leaves out',
        'country_restriction',
        'this country cannot be called',
      ),
      refused(
        '+14155550142',
        'A country KallyAI does not call',
        'unsupported_country',
        'this country cannot be called',
      ),
      refused('+14155550143', 'A blocked number', 'blocked_number', 'a flagged number'),
      refused(
        '+14155550144',
        'They asked not to be called',
        'suppression_violation',
        'they asked not to be called',
      ),
      refused(
        '+14155550145',
        'The sign-in is missing',
        'missing_token',
        'a 401 that a refresh does not mend',
      ),
      refused(
        '+14155550146',
        'The sign-in has expired',
        'token_expired',
        'a 401 that a refresh does not mend',
      ),
      refused('+14155550147', 'The sign-in lacks a permission', 'forbidden', 'a scope is missing'),
      magic(
        '+14155550148',
        {
          title: 'KallyAI is too busy, again and again',
          does: 'refused with `rate_limited`, `Retry-After: 2`, every time; Kally gives up after 15 minutes, at any speed',
          why: 'patience must end somewhere',
        },
        { refusal: { code: 'rate_limited', retryAfterSeconds: 2 } },
      ),
      magic(
        '+14155550149',
        {
          title: 'The plan is used up, said in another shape',
          does: 'refused with a bare 402: `{plan_type, minutes_allocated, minutes_used, upgrade_url}`',
          why: 'a shape that was seen',
        },
        { refusal: { code: 'quota_exceeded', shape: 'bare' } },
      ),
      refused(
        '+14155550150',
        'A refusal in the shape of v1',
        'safety_violation',
        'in the error shape of v1, whichever version runs',
        'v1',
      ),
      refused(
        '+14155550151',
        'A refusal in the shape of v2',
        'safety_violation',
        'in the error shape of v2, whichever version runs',
        'v2',
      ),
    ],
  },
];

export const magicPhones: readonly MagicPhone[] = phoneGroups.flatMap(({ phones }) => phones);

const byPhone = new Map(magicPhones.map(({ phone, behaviour }) => [phone, behaviour]));

export function behaviourOf(phone: string): PhoneBehaviour {
  return byPhone.get(phone) ?? usual;
}

/** The groups as Markdown, as in docs/sandbox-kally.md. */
export function phoneTables(): string {
  return phoneGroups.map(({ title, phones }) => `### ${title}\n\n${tableOf(phones)}`).join('\n\n');
}

function tableOf(phones: readonly MagicPhone[]): string {
  const rows = phones.map(({ phone, does, why }) => `| \`${phone}\` | ${does} | ${why} |`);
  return ['| number | what happens | why |', '|---|---|---|', ...rows].join('\n');
}
