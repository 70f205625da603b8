import type { types } from '@slack/bolt';
import { askedIn, type KnownCall, madeAt } from '../../calls/known-call.ts';
import type { ApprovalDecision } from '../../domain/approval.ts';
import { type Call, isFinal, type Stage } from '../../domain/call.ts';
import { callLanguages, type Language } from '../../domain/language.ts';
import { type Outcome, withinLimits } from '../../domain/outcome.ts';
import { formatPhone, maskPhone } from '../../domain/phone.ts';
import type { KallyCall } from '../../kally/client.ts';
import { type HistoryWords, historyWords } from '../call/history-words.ts';
import { refusalOf } from '../errors/refusals.ts';
import { dueText } from '../form/due-text.ts';
import { plannedWords } from '../form/due-words.ts';
import { formWords } from '../form/words.ts';
import { linkButton, type Message, note } from '../ui/blocks.ts';
import { type Fact, factsBlock, factsText } from '../ui/facts.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { messageText, oneLine, shorten } from '../ui/text.ts';
import { uiWords } from '../ui/words.ts';
import { decisionText } from './approval-line.ts';
import { approvalWords } from './approval-words.ts';
import { cardWords } from './card-words.ts';
import { keepAwayButton } from './keep-away-button.ts';
import { itemsOf } from './lists.ts';
import { type EndedCall, endedCall, lineText, outcomeLine } from './outcome-line.ts';
import { outcomeWords } from './outcome-words.ts';
import { placeTime } from './place-time.ts';
import { listBlocks, listTexts, proofBlocks, proofIn, proofText } from './proof-view.ts';
import { standingOfWaiting } from './standing.ts';
import { threadWords } from './thread-words.ts';
import { callActionWords } from './words.ts';

const nameMax = 200;
const taskMax = 1000;
const statusMax = 40;

/** How much of a call its reader may see. */
export type DetailsFor = {
  /** Others see no number in full, and nothing of the account. */
  isRequester: boolean;
  mayReadTranscript: boolean;
  /** What somebody else decided about it. */
  decision?: ApprovalDecision | undefined;
  /** The business asked not to be called again, and its reader may see to that. */
  mayKeepAway?: boolean;
  /** The address of the call's page, for this reader. */
  pageUrl?: string | undefined;
};
/** For the requester. */
export const everything: DetailsFor = { isRequester: true, mayReadTranscript: true };

/** All that is known of a call, as far as its reader may see it, for whatever shows it. Nothing in it is mark-up. */
export function callSheet(reader: Reader, known: KnownCall, to: DetailsFor) {
  const thread = threadWords[reader.language];
  const ended = endedCallIn(known);
  const { highlights = [], nextSteps = [] } = ended.outcome ?? {};
  return {
    title: cardWords[reader.language].callTo(whomOf(reader, known, to.isRequester)),
    line: standingOf(reader, known).status,
    facts: factsOf(reader, known, to),
    warnings: isEnded(known) ? warningsOf(reader, ended) : [],
    proof: to.mayReadTranscript ? proofIn(reader, ended) : [],
    lists: [
      { title: thread.highlights, items: itemsOf(highlights, reader) },
      { title: thread.nextSteps, items: itemsOf(nextSteps, reader) },
    ].filter(({ items }) => items.length > 0),
  };
}
export type CallSheet = ReturnType<typeof callSheet>;

export function callDetailsMessage(reader: Reader, known: KnownCall, to: DetailsFor): Message {
  const { warnings, lists, ...details } = callSheet(reader, known, to);
  const ended = endedCallIn(known);
  const decision = to.decision && decisionText(reader, to.decision);
  const whom = whomOf(reader, known, to.isRequester);
  const buttons = [
    ...(to.pageUrl ? [pageButton(reader, to.pageUrl)] : []),
    ...(to.mayKeepAway && known.ours ? [keepAwayButton(reader.language, known.ours.id, whom)] : []),
  ];
  return {
    text: messageText([
      factsText(details),
      ...warnings,
      decision,
      to.mayReadTranscript && proofText(reader, ended),
      ...listTexts(lists),
    ]),
    blocks: [
      factsBlock(details),
      ...warnings.map(note),
      ...(decision ? [note(decision)] : []),
      ...(to.mayReadTranscript ? proofBlocks(reader, ended) : []),
      ...listBlocks(lists),
      ...(buttons.length > 0 ? [{ type: 'actions' as const, elements: buttons }] : []),
    ],
  };
}

/** Leads to the call's page. Its address is for this reader alone. */
export function pageButton({ language }: Reader, pageUrl: string): types.Button {
  return linkButton(historyWords[language].openPage, pageUrl);
}

/** A card has the most important one. Here it is never left out that nobody was told of an AI. */
function warningsOf(reader: Reader, ended: EndedCall): string[] {
  const { warning } = outcomeLine(reader, ended);
  const { ai_not_disclosed: undisclosed } = outcomeWords[reader.language].warnings;
  const { verdict, flags = [] } = ended.outcome?.evidence ?? {};
  const isUndisclosed = verdict !== 'not_reached' && flags.includes('ai_not_disclosed');
  return [...new Set([warning, isUndisclosed ? undisclosed : undefined])].flatMap((one) => one ?? []);
}

/** The business by its name, else by its number. */
export function whomOf({ language }: Reader, known: KnownCall, isPrivate = true): string {
  const { businessName, phone } = askedIn(known);
  if (businessName) return shorten(oneLine(businessName), nameMax);
  if (!phone) return historyWords[language].noNumber;
  return isPrivate ? formatPhone(phone) : maskPhone(phone);
}

/** How a call ended, as its card says it; what is kept here comes first, so that every place says the same. */
export function endedCallIn(known: KnownCall): EndedCall {
  const { ours, theirs } = known;
  const heard = theirs && summaryOf(theirs);
  if (ours?.stage === 'ended') return { ...(heard && { outcome: heard }), ...endedCall(ours) };
  return {
    status: theirs?.status,
    ...(ours?.stoppedAt !== undefined && { stoppedAt: ours.stoppedAt }),
    ...(heard && { outcome: heard }),
    ...(theirs?.durationSeconds !== undefined && { durationSeconds: theirs.durationSeconds }),
    madeAt: madeAt(known) ?? 0,
  };
}

/** Of a call whose transcript nobody here has read. */
function summaryOf({ highlights, nextSteps }: KallyCall): Outcome {
  return withinLimits({ highlights, nextSteps, transcript: 'read' });
}

function isEnded({ ours, theirs }: KnownCall): boolean {
  return ours?.stage === 'ended' || (theirs !== undefined && isFinal(theirs.status));
}

type Standing = { emoji: string; status: string };

/** Where a call stands, or how it ended, in one line: the same that its card says. */
export function standingOf(reader: Reader, known: KnownCall): Standing {
  const { language } = reader;
  const { standing } = historyWords[language];
  const { ours, theirs } = known;
  if (isEnded(known)) {
    const line = outcomeLine(reader, endedCallIn(known));
    return { emoji: line.emoji, status: lineText(line) };
  }
  if (ours) return standingOfOurs(language, ours);
  const now = madeAt(known) ?? 0;
  const waiting = standingOfWaiting(language, { status: theirs?.status, now });
  if (waiting) return { emoji: waiting.emoji, status: waiting.title };
  return {
    emoji: ':telephone_receiver:',
    status: standing.notOver(shorten(oneLine(theirs?.status ?? ''), statusMax)),
  };
}

type StandingStage = Exclude<Stage, 'ended'>;

const emojiOfStage: Record<StandingStage, string> = {
  awaiting_approval: ':raised_hand:',
  planned: ':alarm_clock:',
  queued: ':hourglass_flowing_sand:',
  placing: ':telephone_receiver:',
  calling: ':telephone_receiver:',
  checking: ':mag:',
  refused: ':no_entry_sign:',
  unknown: ':grey_question:',
};

function standingOfOurs(language: Language, call: Call): Standing {
  const { stage, status, request, confirmedAt, refusal, plan } = call;
  if (stage === 'planned' && plan) {
    const { held, plannedShort } = plannedWords[language];
    const planned = plannedShort(dueText(language, call, plan));
    return { emoji: emojiOfStage.planned, status: plan.held ? `${planned}. ${held[plan.held]}` : planned };
  }
  const waiting = stage === 'calling' && standingOfWaiting(language, { status, request, now: confirmedAt });
  if (waiting) return { emoji: waiting.emoji, status: waiting.title };
  if (stage === 'ended') throw new Error('how a call ended is told by its outcome');
  const { sentence, isWanted } = refusalOf(refusal ?? { code: 'other' }, language);
  if (stage === 'refused' && isWanted)
    return { emoji: ':black_square_for_stop:', status: callActionWords[language].stoppedBefore };
  const word = wordOfStage(language, stage);
  return { emoji: emojiOfStage[stage], status: stage === 'refused' ? `${word}. ${sentence}` : word };
}

/** Where a call stands that is not known to have ended. */
export function wordOfStage(language: Language, stage: StandingStage): string {
  const { stages, refused, unknown } = cardWords[language];
  const words: Record<StandingStage, string> = {
    awaiting_approval: approvalWords[language].short,
    planned: stages.planned,
    queued: stages.queued,
    placing: stages.placing,
    calling: historyWords[language].standing.calling,
    checking: stages.checkingTitle,
    refused,
    unknown,
  };
  return words[stage];
}

function factsOf(reader: Reader, known: KnownCall, { isRequester }: DetailsFor): Fact[] {
  const { details } = historyWords[reader.language];
  const facts = [...askedFacts(reader, known, isRequester), ...takenFacts(reader, known, isRequester)];
  return facts.flatMap(([label, value]) => (value ? [[details[label], value] as const] : []));
}

type Labelled = readonly [keyof HistoryWords['details'], string | undefined];

function askedFacts({ language, timeZone }: Reader, known: KnownCall, isRequester: boolean): Labelled[] {
  const asked = askedIn(known);
  const formats = formatsIn(language, timeZone);
  const spoken = callLanguages.find((one) => one === asked.callLanguage);
  const date = asked.date && isDate(asked.date) ? formats.date(asked.date, madeAt(known) ?? 0) : asked.date;
  const ours = known.ours?.request;
  const clocks = ours ? { timeZone: ours.timeZone, requesterTimeZone: timeZone } : { timeZone };
  const at = { date: asked.date, now: madeAt(known) ?? 0 };
  const time =
    asked.time && isTime(asked.time) ? placeTime(language, clocks, { ...at, time: asked.time }) : asked.time;
  return [
    ['task', asked.task && shorten(oneLine(asked.task), taskMax)],
    ['number', asked.phone && (isRequester ? formatPhone(asked.phone) : maskPhone(asked.phone))],
    ['partySize', asked.partySize === undefined ? undefined : formats.number(asked.partySize)],
    ['date', date && oneLine(date)],
    ['time', time && oneLine(time)],
    ['otherTime', ours?.otherTime && formWords[language].ifNotPossibleChoices[ours.otherTime]],
    ['wishes', isRequester ? ours?.wishes : undefined],
    ['name', asked.name && shorten(oneLine(asked.name), nameMax)],
    ['callbackPhone', isRequester && asked.callbackPhone ? formatPhone(asked.callbackPhone) : undefined],
    ['callLanguage', spoken && uiWords[language].callLanguages[spoken]],
  ];
}

/** When, how long, for how much, and by which names KallyAI knows it. */
function takenFacts({ language, timeZone }: Reader, known: KnownCall, isRequester: boolean): Labelled[] {
  const { ours, theirs } = known;
  const formats = formatsIn(language, timeZone);
  const made = madeAt(known);
  const endedAt = ours?.endedAt ?? theirs?.endedAt;
  const seconds = lastedOf(known);
  const credits = theirs?.creditsUsed;
  return [
    ['made', made === undefined ? undefined : formats.moment(made)],
    ['ended', endedAt === undefined ? undefined : formats.moment(endedAt)],
    ['lasted', seconds ? formats.duration(seconds) : undefined],
    ...(isRequester
      ? ([
          ['credits', credits === undefined ? undefined : formats.amount(credits)],
          ['id', theirs?.id ?? ours?.kallyCallId],
          ['reference', ours?.refusal?.correlationId],
        ] as const)
      : []),
  ];
}

/** What is kept here is what the card says; while a call goes on, nobody knows how long it lasts. */
export function lastedOf(known: KnownCall): number | undefined {
  return isEnded(known) ? (known.ours?.durationSeconds ?? known.theirs?.durationSeconds) : undefined;
}

/** KallyAI's dates and times come as they were sent to it, by whatever tool. */
function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
