import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Approval, ApprovalDecision } from '../../domain/approval.ts';
import type { Call } from '../../domain/call.ts';
import { wallTimeAt } from '../../domain/due-time.ts';
import type { Language } from '../../domain/language.ts';
import { maskPhone } from '../../domain/phone.ts';
import { decisionText } from '../call/approval-line.ts';
import { approvalWords } from '../call/approval-words.ts';
import { cardWords } from '../call/card-words.ts';
import { placeTime } from '../call/place-time.ts';
import { recipientOf, type Standing, spokenRecipientOf } from '../call/standing.ts';
import { dueText } from '../form/due-text.ts';
import { type Block, button, type Message, type ModalView, plain, section, spokenMax } from '../ui/blocks.ts';
import { type Fact, factsBlock, factsText } from '../ui/facts.ts';
import { input, textInput } from '../ui/form-fields.ts';
import { formatsIn, placeOfTimeZone, type Reader } from '../ui/formats.ts';
import { noticeView } from '../ui/notices.ts';
import { escapeMarkup, messageText, oneLine, shorten } from '../ui/text.ts';
import { uiWords } from '../ui/words.ts';

export const approveActionId = 'approve_call';
export const declineActionId = 'decline_call';
export const declineFormId = 'decline_call_form';
export const declineReasonMax = 300;

const taskMax = 1_000;
const nameMax = 60;
const namedMax = 2;

/** What the card says of an approval beside where the call stands. */
export type ApprovalOfCard = Pick<Approval, 'until' | 'decision'> & {
  /** Those who were asked, by the names that people see, as far as these are known. */
  asked: (string | undefined)[];
  decidedBy?: string | undefined;
};

/** On the requester's card, while somebody else has to decide. */
export function awaitingStanding(call: Call, approval: ApprovalOfCard | undefined): Standing {
  const { language } = call.request;
  const words = approvalWords[language];
  const then = call.plan
    ? [words.planned(dueText(language, call, call.plan, { isMarkup: true }))]
    : [words.notBefore];
  if (!approval) return { emoji: ':raised_hand:', title: words.short, lines: then };
  const ownZone = call.request.requesterTimeZone ?? call.request.timeZone;
  const until = untilText({ language, timeZone: ownZone }, approval.until, call.confirmedAt);
  const who = namesOf(language, approval.asked);
  const title = who ? words.waiting(who, until) : words.waitingForAnybody(until);
  return { emoji: ':raised_hand:', title, lines: then };
}

/** On the card of a call that an approver declined, in their own words. */
export function whyDeclined(language: Language, { decision, decidedBy }: ApprovalOfCard): string | undefined {
  if (decision?.result !== 'declined' || decision.reason === undefined) return undefined;
  const { declinedBy, somebody } = approvalWords[language];
  const who = decidedBy ? shorten(oneLine(decidedBy), nameMax) : somebody;
  return declinedBy(who, oneLine(decision.reason));
}

function namesOf(language: Language, asked: ApprovalOfCard['asked']): string | undefined {
  const words = approvalWords[language];
  const names = asked.flatMap((name) => (name ? [escapeMarkup(shorten(oneLine(name), nameMax))] : []));
  const named = names.slice(0, asked.length > namedMax ? namedMax - 1 : namedMax);
  const others = asked.length - named.length;
  const [first, second] = named;
  if (first === undefined) return undefined;
  if (others === 0) return second === undefined ? first : words.either(first, second);
  const { number } = formatsIn(language, 'UTC');
  return words.either(first, others === 1 ? words.others.one : words.others.other(number(others)));
}

/** Slack writes it on each reader's clock; with the day where it is another one. */
function untilText({ language, timeZone }: Reader, until: number, now: number): string {
  const formats = formatsIn(language, timeZone);
  const isToday = wallTimeAt(until, timeZone).date === wallTimeAt(now, timeZone).date;
  const [pattern, fallback] = isToday
    ? ['{time}', formats.timeOf(until)]
    : ['{time}, {date_short_pretty}', formats.moment(until)];
  return `<!date^${Math.floor(until / 1000)}^${pattern}|${fallback}>`;
}

type Asked = {
  call: Call;
  approval: Approval;
  requesterName: string | undefined;
  /** Credits that a usual try costs, where KallyAI says so. */
  credits?: number | undefined;
};

/** What somebody who may approve a call reads: all of it, but for the number's most. */
export function askApprovalMessage(reader: Reader, asked: Asked, { isReminder = false } = {}): Message {
  const { call, approval, requesterName } = asked;
  const words = approvalWords[reader.language];
  const who = requesterName ? shorten(oneLine(requesterName), nameMax) : words.somebody;
  const titleFor = isReminder ? words.reminder : words.ask;
  const facts = { line: reasonsOf(reader.language, approval), facts: factsOf(reader, asked) };
  const value = `${call.id} ${approval.id}`;
  const spoken = spokenRecipientOf(
    { ...call, request: { ...call.request, language: reader.language } },
    false,
  );
  const decision = (actionId: string, { label, spoken: speak }: typeof words.approve): types.Button => ({
    ...button(actionId, label, value),
    accessibility_label: shorten(speak(spoken), spokenMax),
  });
  return {
    text: messageText([factsText({ ...facts, title: titleFor(who, spoken) })]),
    blocks: [
      factsBlock({ ...facts, title: titleFor(who, recipientOf(call, false)) }),
      {
        type: 'actions',
        elements: [
          { ...decision(approveActionId, words.approve), style: 'primary' },
          decision(declineActionId, words.decline),
        ],
      },
    ],
  };
}

/** The same once it is decided: nothing can be pressed any more. */
export function approvalDecidedMessage(reader: Reader, asked: Asked): Message {
  const { text, blocks } = askApprovalMessage(reader, asked);
  const { decision } = asked.approval;
  if (!decision) throw new Error('nothing is decided yet');
  const said = decisionText(reader, decision);
  return {
    text: messageText([said, decision.reason && escapeMarkup(oneLine(decision.reason)), text]),
    blocks: [...blocks.filter(({ type }) => type !== 'actions'), ...decisionBlocks(said, decision)],
  };
}

/** The reason in plain text, because an approver wrote it. */
function decisionBlocks(said: string, { reason }: ApprovalDecision): Block[] {
  return [
    section(`*${said}*`),
    ...(reason === undefined ? [] : [{ type: 'section' as const, text: plain(oneLine(reason)) }]),
  ];
}

function reasonsOf(language: Language, { because }: Approval): string {
  const words = approvalWords[language].because;
  return because.map((reason) => words[reason]).join(' ');
}

function factsOf(reader: Reader, { call, approval, credits }: Asked): Fact[] {
  const { language, timeZone } = reader;
  const words = approvalWords[language];
  const formats = formatsIn(language, timeZone);
  const { request, confirmedAt } = call;
  const clocks = { timeZone: request.timeZone, requesterTimeZone: timeZone };
  const { date, time, otherTime, name, partySize, wishes } = request;
  const { party, otherTime: otherTimes, name: inTheName } = cardWords[language];
  const details = [
    partySize && (formats.plural(partySize) === 'one' ? party.one : party.other(formats.number(partySize))),
    date && formats.date(date, confirmedAt),
    time && placeTime(language, clocks, { date, time, now: confirmedAt }),
    otherTime && otherTimes[otherTime],
    name && inTheName(shorten(oneLine(name), nameMax)),
  ].filter(Boolean);
  const { attempts, due, dueAt } = approval;
  const plan = due && dueAt !== undefined && { due, dueAt };
  const facts: [keyof typeof words.facts, string | undefined][] = [
    ['task', shorten(oneLine(request.task), taskMax)],
    ['wishes', wishes && shorten(oneLine(wishes), taskMax)],
    ['number', maskPhone(request.phone)],
    ['details', details.join(' · ')],
    ['when', plan ? dueText(language, { ...call, request: { ...request, ...clocks } }, plan) : words.now],
    [
      'attempts',
      formats.plural(attempts) === 'one' ? words.atMost.one : words.atMost.other(formats.number(attempts)),
    ],
    ['cost', credits === undefined ? words.costsPlan : words.costs(formats.amount(credits))],
    ['until', onBothClocks(reader, approval.until, request.timeZone)],
  ];
  return facts.flatMap(([label, value]) => (value ? [[words.facts[label], value] as const] : []));
}

function onBothClocks({ language, timeZone }: Reader, at: number, zoneThere: string): string {
  const yours = formatsIn(language, timeZone).moment(at);
  const there = wallTimeAt(at, zoneThere);
  const own = wallTimeAt(at, timeZone);
  if (there.date === own.date && there.time === own.time) return yours;
  const theirs =
    there.date === own.date
      ? formatsIn(language, timeZone).time(there.time)
      : formatsIn(language, zoneThere).moment(at);
  return approvalWords[language].bothClocks(yours, theirs, placeOfTimeZone(zoneThere, language));
}

const pressedSchema = z
  .tuple([z.uuid(), z.uuid()])
  .transform(([callId, approvalId]) => ({ callId, approvalId }));
export type Pressed = z.infer<typeof pressedSchema>;
/** Of which call, and of which question about it, a button is. */
export const readPressed = (value: string | undefined): Partial<Pressed> =>
  pressedSchema.safeParse(value?.split(' ')).data ?? {};

const memorySchema = z.object({ callId: z.uuid(), approvalId: z.uuid() });
export const readDeclineMemory = (metadata: string) => memorySchema.parse(JSON.parse(metadata));

export function declineView(
  language: Language,
  { call, pressed }: { call: Call; pressed: Pressed },
): ModalView {
  const { declineForm: words } = approvalWords[language];
  return {
    type: 'modal',
    callback_id: declineFormId,
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(uiWords[language].cancel),
    private_metadata: JSON.stringify(memorySchema.parse(pressed)),
    blocks: [
      { type: 'section', text: plain(words.intro(recipientOf(call, false))) },
      input({ field: 'reason', label: words.reason }, textInput('reason', { multiline: true, focus: true })),
    ],
  };
}

/** While it is written, and what came of it. */
export function declineNotice(language: Language, text?: string): ModalView {
  const { declineForm: words } = approvalWords[language];
  return noticeView(language, text ?? words.underWay, words.title);
}
