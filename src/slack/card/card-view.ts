import type { types } from '@slack/bolt';
import { deadlines } from '../../calls/timing.ts';
import { type Call, type Delay, isOver, type Stage } from '../../domain/call.ts';
import type { Language } from '../../domain/language.ts';
import { formatPhone, maskPhone } from '../../domain/phone.ts';
import type { Result } from '../../domain/result.ts';
import { maxFurtherAttempts } from '../../domain/retry-ladder.ts';
import { cardWords } from '../call/card-words.ts';
import { asSentence, headlineBlock, headlineText } from '../call/outcome-block.ts';
import { endedCall, outcomeLine } from '../call/outcome-line.ts';
import { outcomeWords } from '../call/outcome-words.ts';
import { formatsOf, placeTime, requesterAsReader } from '../call/place-time.ts';
import { recipientOf, type Standing, spokenRecipientOf, standingOfWaiting } from '../call/standing.ts';
import { callActionWords } from '../call/words.ts';
import { refusalOf } from '../errors/refusals.ts';
import { type Block, type Message, note, plain, plainNote, section } from '../ui/blocks.ts';
import { escapeMarkup, messageText, oneLine, shorten } from '../ui/text.ts';
import { type CardOfCall, cardButtons } from './actions-view.ts';
import { type ApprovalOfCard, awaitingStanding, whyDeclined } from './approval-view.ts';
import { plannedStanding } from './planned-view.ts';
import { reminderLine } from './reminder-view.ts';

type Words = (typeof cardWords)[Language];

/** Enough to recognise what was asked; the whole of it is the requester's own and long. */
const taskMax = 300;
const endedTaskMax = 120;
const titleMax = 100;

export type Card = CardOfCall & {
  /** As people see it in Slack; plain, because a mention would tell them of their own click. */
  requesterName?: string | undefined;
  /** Where the card was wanted, when Slack did not take it there. */
  notPostedIn?: string | undefined;
  delay?: Delay | undefined;
  /** What somebody else decides about it, or declined. */
  approval?: ApprovalOfCard | undefined;
};

/** The card of a call: its result or state, for whom it is, and what was asked. */
export function cardMessage(card: Card): Message {
  const { call, isPrivate, notPostedIn } = card;
  const words = cardWords[call.request.language];
  const actions = cardButtons(card, spokenRecipientOf(call, isPrivate));
  const fallback = notPostedIn ? [words.fallback(`<#${notPostedIn}>`)] : [];
  const { stage } = call;
  const { text, above, below } =
    stage === 'ended' ? endedParts(card) : standingParts({ ...card, call: { ...call, stage } });
  return {
    text: messageText([...text, ...fallback]),
    blocks: [
      ...above,
      ...(actions.length > 0 ? [{ type: 'actions' as const, elements: actions }] : []),
      ...below,
      ...fallback.map(note),
    ],
  };
}

/** `above` and `below` the buttons. */
type Parts = { text: string[]; above: Block[]; below: Block[] };

/** The answer is the headline; what was asked shrinks to a line. */
function endedParts({ call, isPrivate, requesterName }: Card): Parts {
  const { request, durationSeconds, stopRequestedAt, stoppedAt } = call;
  const { language } = request;
  const words = outcomeWords[language];
  const line = outcomeLine(requesterAsReader(request), endedCall(call));
  const isLate = stopRequestedAt !== undefined && stoppedAt === undefined;
  const ended = triesEnded(call, line.result);
  const late = isLate && callActionWords[language].endedFirst;
  const ours = [line.warning, late, ended && cardWords[language].triesEnded[ended]].filter(
    (one) => typeof one === 'string',
  );
  const task = shorten(oneLine(request.task), endedTaskMax);
  const isSaid = line.result === 'arranged' && line.said.length > 0;
  const length = durationSeconds ? formatsOf(language, request).duration(durationSeconds) : '';
  const context = [
    requesterName ? words.askedBy(oneLine(requesterName), task) : words.asked(task),
    // The highlights say it; where nothing was arranged, "tomorrow" alone would go stale.
    ...(isSaid ? [] : requestFacts(call, { isPrivate, requesterName }).asked),
    line.headline.includes(length) ? '' : length,
    ...attemptOf(call, cardWords[language]),
    ...reminderLine(call),
    words.byAi,
  ].filter(Boolean);
  return {
    text: [headlineText(spokenRecipientOf(call, isPrivate), line, ours), context.join(' · ')].map(
      escapeMarkup,
    ),
    above: [headlineBlock(recipientOf(call, isPrivate), line, ours)],
    below: [{ type: 'context', elements: [plain(context.join(' · '))] }],
  };
}

type TriesEnded = keyof Words['triesEnded'];

/** The last try that was agreed to says so by its number, and a stopped call tells its own story. */
function triesEnded({ request, triesEnded: code, stoppedAt }: Call, result: Result): TriesEnded | undefined {
  if (!request.triesAgain || stoppedAt !== undefined || code === 'attempts_used') return undefined;
  if (result === 'voicemail' || result === 'failed') return result;
  if (!code) return undefined;
  const told = ['until_passed', 'number_rests', 'asked_time_over', 'do_not_call'] as const;
  return told.find((one) => one === code) ?? 'other';
}

function text(words: string, style?: types.RichTextText['style']): types.RichTextText {
  return { type: 'text', text: words, ...(style && { style }) };
}

function standingParts({
  call,
  isPrivate,
  requesterName,
  delay,
  approval,
}: Card & { call: { stage: StandingStage } }): Parts {
  const words = cardWords[call.request.language];
  const title = words.callTo(recipientOf(call, isPrivate));
  const spokenTitle = words.callTo(spokenRecipientOf(call, isPrivate));
  const { number, asked: details } = requestFacts(call, { isPrivate, requesterName });
  const task = shorten(oneLine(call.request.task), taskMax);
  const { lines, ...standing } = cardStanding(call, words, { delay, isPrivate, approval });
  const said = [...lines, ...attemptOf(call, words)];
  const why = approval && whyDeclined(call.request.language, approval);
  const whom = [
    requesterName && words.for(oneLine(requesterName)),
    outcomeWords[call.request.language].byAi,
  ].flatMap((one) => one || []);
  return {
    text: [
      `${escapeMarkup(spokenTitle)}. ${asSentence(standing.title)}`,
      ...said,
      why ? escapeMarkup(why) : '',
      // A screen reader should not read a masked number aloud.
      escapeMarkup([...whom, task, ...(isPrivate ? number : []), ...details].join(' · ')),
    ],
    above: [
      askedBlock({ title, task, details: [...number, ...details], whom }),
      section([`${standing.emoji} *${standing.title}*`, ...said].join('\n')),
      ...(why ? [plainNote(why)] : []),
    ],
    below: [],
  };
}

/** Says which try it is, from the second on. */
function attemptOf({ attempt, request }: Call, words: Words): string[] {
  if (!attempt) return [];
  const { number } = formatsOf(request.language, request);
  return [words.attempt(number(attempt), number(maxFurtherAttempts + 1))];
}

type Asked = { title: string; task: string; details: string[]; whom: string[] };

/** Rich text, because it holds what people wrote: nothing in it is mark-up. */
function askedBlock({ title, task, details, whom }: Asked): Block {
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [text(title, { bold: true }), text(`\n${whom.join(' · ')}`)],
      },
      { type: 'rich_text_quote', elements: [text(task)] },
      ...(details.length > 0
        ? [{ type: 'rich_text_section' as const, elements: [text(details.join(' · '))] }]
        : []),
    ],
  };
}

function requestFacts(
  { request, confirmedAt }: Call,
  { isPrivate, requesterName }: Pick<Card, 'isPrivate' | 'requesterName'>,
) {
  const { businessName, phone, partySize, date, time, otherTime, name, language } = request;
  const card = cardWords[language];
  const formats = formatsOf(language, request);
  const number = isPrivate ? formatPhone(phone) : maskPhone(phone);
  const party = (size: number) =>
    formats.plural(size) === 'one' ? card.party.one : card.party.other(formats.number(size));
  const present = (details: (string | number | undefined)[]): string[] =>
    details.filter((detail) => typeof detail === 'string' && detail !== '').map(String);
  return {
    number: present([businessName && number]),
    asked: present([
      partySize && party(partySize),
      date && formats.date(date, confirmedAt),
      time && placeTime(language, request, { date, time, now: confirmedAt }),
      otherTime && card.otherTime[otherTime],
      // Who asked for the call is named already.
      name === requesterName ? undefined : name && card.name(shorten(oneLine(name), titleMax)),
    ]),
  };
}

type StandingStage = Exclude<Stage, 'ended'>;

/** Where the call stands, and never more than is known. */
function cardStanding(
  call: Call & { stage: StandingStage },
  card: Words,
  { delay, isPrivate, approval }: Pick<Card, 'delay' | 'isPrivate' | 'approval'>,
): Standing {
  const delays = delay ? [delayText(call, { delay, isPrivate })] : [];
  const still = (emoji: string, title: string, lines: string[] = []): Standing => ({
    emoji,
    title,
    lines: [...lines, ...delays],
  });
  if (call.stopRequestedAt && !isOver(call.stage))
    return still(':hourglass_flowing_sand:', callActionWords[call.request.language].stopping);
  const standings: Record<StandingStage, () => Standing> = {
    awaiting_approval: () => awaitingStanding(call, approval),
    planned: () => plannedStanding(call),
    queued: () => still(':hourglass_flowing_sand:', card.stages.queued),
    placing: () => still(':telephone_receiver:', card.stages.placing, [card.stages.placingNote(since(call))]),
    calling: () => callingStanding(call, still, card),
    checking: () =>
      call.endedAt
        ? askingAgain(still, card)
        : still(':mag:', card.stages.checkingTitle, [
            card.stages.checking(clock(call, deadlines.checkingMs)),
          ]),
    refused: () => refusedStanding(call, card),
    unknown: () => ({ emoji: ':grey_question:', title: card.unknown, lines: [card.unknownNext] }),
  };
  return standings[call.stage]();
}

/** Of somebody's account others need not know. */
function delayText(call: Call, { delay, isPrivate }: { delay: Delay; isPrivate: boolean }): string {
  const { delays, untilAsked, untilGivenUp } = cardWords[call.request.language];
  if (delay === 'not_connected' && !isPrivate) return delays.not_connected_elsewhere;
  if (delay === 'unusually_long') return `${delays[delay]} ${untilAsked(clock(call, deadlines.callingMs))}`;
  if (call.stage !== 'queued') return delays[delay];
  const waitsSince = call.plan?.dueAt ?? call.confirmedAt;
  return `${delays[delay]} ${untilGivenUp(clockAt(call, waitsSince + deadlines.queuedMs))}`;
}

/** The wait was given up once: *Check again* is no new call. */
function askingAgain(still: Still, card: Words): Standing {
  return still(':mag:', card.stages.askingAgain);
}

type Still = (emoji: string, title: string, lines?: string[]) => Standing;

function callingStanding(call: Call, still: Still, card: Words): Standing {
  const { status, request, confirmedAt } = call;
  const waiting = standingOfWaiting(request.language, { status, request, now: confirmedAt });
  if (waiting && call.endedAt) return askingAgain(still, card);
  if (waiting) return still(waiting.emoji, waiting.title);
  return still(':telephone_receiver:', card.stages.callingSince(since(call)));
}

/** Slack writes the time in each reader's own zone, and it stays true without an edit. */
function since(call: Call): string {
  return clock(call, 0);
}

/** So long after the request was sent. */
function clock({ sentAt, confirmedAt, request }: Call, afterMs: number): string {
  return clockAt({ request }, (sentAt ?? confirmedAt) + afterMs);
}

function clockAt({ request }: Pick<Call, 'request'>, at: number): string {
  const fallback = formatsOf(request.language, request).timeOf(at);
  return `<!date^${Math.floor(at / 1000)}^{time}|${fallback}>`;
}

function refusedStanding({ refusal, request: { language } }: Call, card: Words): Standing {
  const { sentence, isWanted } = refusalOf(refusal ?? { code: 'other' }, language);
  if (isWanted)
    return { emoji: ':black_square_for_stop:', title: callActionWords[language].stoppedBefore, lines: [] };
  return { emoji: ':no_entry_sign:', title: card.refused, lines: [sentence] };
}
