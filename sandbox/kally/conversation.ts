import { createHash } from 'node:crypto';
import type { FinalStatus, PhoneBehaviour } from './behaviour.ts';
import { english } from './conversation-en.ts';
import { spanish } from './conversation-es.ts';
import { mayTake } from './instructions.ts';
import type { Appointment, LanguagePack, Passage, Scenario, Speaker } from './language-pack.ts';
import { markupLines } from './markup-lines.ts';
import { type SituationName, situationNames } from './situations.ts';
import type { Submission } from './submission.ts';
import { topics } from './topics.ts';

export interface Line {
  speaker: Speaker;
  text: string;
  atSeconds: number;
}

/** What a call came to. */
export interface Report {
  lines: Line[];
  durationSeconds: number;
  highlights: string;
  nextSteps: string;
  appointment?: Appointment;
}

type Choose = <T>(choices: readonly T[]) => T;

type Story = Pick<PhoneBehaviour, 'conversation' | 'appointment' | 'report'>;

const packs: Record<'en' | 'es', LanguagePack> = { en: english, es: spanish };

const veryLongLines = 400;

interface CallOnRecord {
  id: string;
  submission: Submission;
  account: { name: string };
}

/** The same call id tells the same story; another id may tell another. */
export function reportOf(call: CallOnRecord, status: FinalStatus, story: Story): Report {
  const { submission } = call;
  const spoken = packs[spokenLanguage(submission)];
  const written = packs[submission.language ?? spokenLanguage(submission)];
  const choose = chooser(call.id);
  const scenario = scenarioOf(call, story, spoken, choose);
  if (status !== 'success') return shortReport(status, scenario, spoken, written);
  if (isSituation(story.conversation)) {
    const told = takenIfAllowed(story.conversation, scenario);
    return situationReport(scenario, told, story.report, spoken, written, choose);
  }
  return isBooking(scenario)
    ? bookingReport(scenario, story, spoken, written, choose)
    : errandReport(scenario, story, spoken, written, choose);
}

function situationReport(
  scenario: Scenario,
  name: SituationName,
  claim: Story['report'],
  spoken: LanguagePack,
  written: LanguagePack,
  choose: Choose,
): Report {
  const situation = spoken.situations[name];
  const middle = choose(situation.told)(scenario, noOf(spoken, scenario));
  const opening = situation.greeting === 'business' ? choose(spoken.opening)(scenario) : [];
  const lines = timed([...opening, ...middle]);
  const told = { lines, durationSeconds: lengthOf(lines) };
  if (claim === 'all went well') return { ...told, ...wentWell(scenario, written) };
  const appointment = situation.settles && isBooking(scenario) ? { appointment: scenario.agreed } : {};
  return { ...told, ...written.situations[name].reported(scenario, noOf(written, scenario)), ...appointment };
}

/** Another time is left open, unless the instructions let the assistant take it. */
function takenIfAllowed(name: SituationName, { instructions, asked, agreed }: Scenario): SituationName {
  const isAllowed = asked && agreed && mayTake(instructions, asked, agreed);
  return name === 'offer not taken' && isAllowed ? 'offer taken' : name;
}

/** The report of a call that went as asked. */
function wentWell(scenario: Scenario, written: LanguagePack) {
  if (isBooking(scenario)) return { ...written.booked(scenario), appointment: scenario.agreed };
  return written.answered(scenario, answerOf(written, topicOf(scenario)));
}

export function isSituation(conversation: Story['conversation']): conversation is SituationName {
  return situationNames.some((name) => name === conversation);
}

function noOf(pack: LanguagePack, scenario: Scenario): string {
  if (scenario.category !== 'general') return pack.noBookings[scenario.category];
  return pack.refusals[topicOf(scenario)] ?? pack.refusals.at(-1) ?? '';
}

function topicOf({ task }: Scenario): number {
  return topics.findIndex((about) => about.test(task));
}

function bookingReport(
  scenario: Scenario & Booking,
  story: Story,
  spoken: LanguagePack,
  written: LanguagePack,
  choose: Choose,
): Report {
  const middle = choose(spoken.booking[scenario.category])(scenario);
  const report = tell(scenario, middle, story, spoken, choose);
  return { ...report, ...written.booked(scenario), appointment: scenario.agreed };
}

function errandReport(
  scenario: Scenario,
  story: Story,
  spoken: LanguagePack,
  written: LanguagePack,
  choose: Choose,
): Report {
  const topic = topicOf(scenario);
  const middle = choose(spoken.errand)(scenario, answerOf(spoken, topic));
  const report = tell(scenario, middle, story, spoken, choose);
  return { ...report, ...written.answered(scenario, answerOf(written, topic)) };
}

function answerOf(pack: LanguagePack, topic: number): string {
  return pack.answers[topic] ?? pack.answers.at(-1) ?? '';
}

function tell(scenario: Scenario, middle: Passage, story: Story, pack: LanguagePack, choose: Choose) {
  const extras = story.conversation === 'markup' ? markupLines : pack.extras(scenario);
  const ends = { opening: choose(pack.opening)(scenario), closing: choose(pack.closing)(scenario) };
  const length = ends.opening.length + middle.length + extras.length + ends.closing.length;
  const filler = story.conversation === 'very long' ? waiting(pack, veryLongLines - length) : [];
  const lines = timed([...ends.opening, ...middle, ...filler, ...extras, ...ends.closing]);
  return { lines, durationSeconds: lengthOf(lines) };
}

function shortReport(
  status: Exclude<FinalStatus, 'success'>,
  scenario: Scenario,
  spoken: LanguagePack,
  written: LanguagePack,
): Report {
  const passages = { voicemail: spoken.voicemail, terminated: spoken.cutOff };
  const passage = status === 'voicemail' || status === 'terminated' ? passages[status](scenario) : [];
  const lines = timed(passage);
  return { lines, durationSeconds: lengthOf(lines), ...written.ended[status] };
}

/** Somebody looks something up, at length. */
function waiting(pack: LanguagePack, count: number): Passage {
  const talk = pack.smallTalk.flat();
  return Array.from({ length: count }, (_, index) => talk[index % talk.length] ?? (['HUMAN', '…'] as const));
}

type Booking = { category: 'restaurant' | 'clinic' | 'hotel'; agreed: Appointment };

function isBooking(scenario: Scenario): scenario is Scenario & Booking {
  return scenario.category !== 'general' && scenario.agreed !== undefined;
}

function scenarioOf(
  { submission, account }: CallOnRecord,
  story: Story,
  pack: LanguagePack,
  choose: Choose,
): Scenario {
  const asked = appointmentOf(submission);
  return {
    category: submission.task_category,
    business: submission.business_name,
    name: submission.user_name ?? account.name,
    callBack: submission.user_phone,
    partySize: submission.party_size ?? 2,
    task: submission.task_description,
    timePreference: submission.time_preference_text,
    instructions: submission.additional_instructions ?? [],
    asked,
    agreed: asked && later(asked, minutesLater[story.appointment]),
    staff: choose(pack.staff),
    confirmation: choose(['4471', '2093', '8816', '5520', '7382', '6149']),
  };
}

/** A hotel is booked for a day: people arrive in the afternoon. */
function appointmentOf(submission: Submission): Appointment | undefined {
  const { appointment_date: date, appointment_time: time, task_category: category } = submission;
  if (!date) return undefined;
  if (time) return { date, time };
  return category === 'hotel' ? { date, time: '15:00' } : undefined;
}

const minutesLater: Record<Story['appointment'], number> = {
  'as asked': 0,
  'another time': 30,
  'much later': 90,
};

/** Earlier where it would be the next day. */
function later({ date, time }: Appointment, minutes: number): Appointment {
  const moment = new Date(`${date}T${time}:00Z`);
  moment.setUTCMinutes(moment.getUTCMinutes() + minutes);
  if (!moment.toISOString().startsWith(date)) moment.setUTCMinutes(moment.getUTCMinutes() - 2 * minutes);
  return { date, time: moment.toISOString().slice(11, 16) };
}

function spokenLanguage(submission: Submission): 'en' | 'es' {
  const local = submission.respondent_phone.startsWith('+34') ? 'es' : 'en';
  return submission.call_language ?? submission.language ?? local;
}

function chooser(seed: string): Choose {
  let round = 0;
  return <T>(choices: readonly T[]): T => {
    const digest = createHash('sha256').update(`${seed}:${round++}`).digest();
    return choices[digest.readUInt32BE(0) % choices.length] as T;
  };
}

/** At the pace of speech: some 2.6 words a second and a breath between. */
function timed(passage: Passage): Line[] {
  let clock = 1;
  return passage.map(([speaker, text]) => {
    const line = { speaker, text, atSeconds: Math.floor(clock) };
    clock += text.split(/\s+/).length / 2.6 + 1.1;
    return line;
  });
}

function lengthOf(lines: Line[]): number {
  const last = lines.at(-1);
  if (!last) return 0;
  return Math.round((last.atSeconds + last.text.split(/\s+/).length / 2.6 + 0.7) * 10) / 10;
}
