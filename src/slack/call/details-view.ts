import { askedIn, type KnownCall, madeAt } from '../../calls/known-call.ts';
import { type Call, isFinal, type Stage, wasStopped } from '../../domain/call.ts';
import { callLanguages, type Language } from '../../domain/language.ts';
import { formatPhone } from '../../domain/phone.ts';
import { type HistoryWords, historyWords } from '../call/history-words.ts';
import { refusalOf } from '../errors/refusals.ts';
import { dueText } from '../form/due-text.ts';
import { plannedWords } from '../form/due-words.ts';
import type { Message } from '../ui/blocks.ts';
import { type Fact, factsBlock, factsText } from '../ui/facts.ts';
import { formatsIn, type Reader } from '../ui/formats.ts';
import { messageText, oneLine, shorten } from '../ui/text.ts';
import { uiWords } from '../ui/words.ts';
import { cardWords } from './card-words.ts';
import { placeTime } from './place-time.ts';
import { emojiOf, standingOfWaiting, stoppedWord } from './standing.ts';
import { bullets, itemsOf, listText } from './thread-view.ts';
import { threadWords } from './thread-words.ts';

const nameMax = 200;
const taskMax = 1000;
const statusMax = 40;

/** All that is known of a call, for its requester alone: the number stands in full. */
export function callDetailsMessage(reader: Reader, known: KnownCall): Message {
  const thread = threadWords[reader.language];
  const details = {
    title: cardWords[reader.language].callTo(whomOf(reader, known)),
    line: standingOf(reader, known).status,
    facts: factsOf(reader, known),
  };
  const lists = [
    { title: thread.highlights, items: itemsOf(known.theirs?.highlights ?? [], reader) },
    { title: thread.nextSteps, items: itemsOf(known.theirs?.nextSteps ?? [], reader) },
  ].filter(({ items }) => items.length > 0);
  return {
    text: messageText([factsText(details), ...lists.map(listText)]),
    blocks: [factsBlock(details), ...lists.map(({ title, items }) => bullets(title, items))],
  };
}

/** The business by its name, else by its number. */
export function whomOf({ language }: Reader, known: KnownCall): string {
  const { businessName, phone } = askedIn(known);
  if (businessName) return shorten(oneLine(businessName), nameMax);
  return phone ? formatPhone(phone) : historyWords[language].noNumber;
}

type Standing = { emoji: string; status: string };

/** Where a call stands, or how it ended, in one line; KallyAI knows best. */
export function standingOf({ language }: Reader, known: KnownCall): Standing {
  const { standing } = historyWords[language];
  const word = known.theirs?.status ?? known.ours?.status;
  const { ours } = known;
  if (word && isFinal(word)) {
    const status =
      ours && wasStopped(ours) ? stoppedWord(language, word) : cardWords[language].statuses[word];
    return { emoji: emojiOf[word], status };
  }
  const now = madeAt(known) ?? 0;
  const waiting =
    (!ours || ours.stage === 'calling') &&
    standingOfWaiting(language, { status: word, request: ours?.request, now });
  if (waiting) return { emoji: waiting.emoji, status: waiting.title };
  if (!known.theirs) return standingOfOurs(language, known.ours);
  return {
    emoji: ':telephone_receiver:',
    status: standing.notOver(shorten(oneLine(known.theirs.status), statusMax)),
  };
}

const emojiOfStage: Record<Stage, string> = {
  planned: ':alarm_clock:',
  queued: ':hourglass_flowing_sand:',
  placing: ':telephone_receiver:',
  calling: ':telephone_receiver:',
  checking: ':mag:',
  ended: emojiOf.terminated,
  refused: ':no_entry_sign:',
  unknown: ':grey_question:',
};

function standingOfOurs(language: Language, call: Call): Standing {
  const { stage, refusal, plan } = call;
  if (stage === 'planned' && plan) {
    const { held, plannedShort } = plannedWords[language];
    const planned = plannedShort(dueText(language, call, plan));
    return { emoji: emojiOfStage.planned, status: plan.held ? `${planned}. ${held[plan.held]}` : planned };
  }
  const word = wordOfStage(language, stage);
  const why = stage === 'refused' && refusalOf(refusal ?? { code: 'other' }, language).sentence;
  return { emoji: emojiOfStage[stage], status: why ? `${word}. ${why}` : word };
}

/** Where a call stands while KallyAI has not said how it ended. */
export function wordOfStage(language: Language, stage: Stage): string {
  const { stages, statuses, refused, unknown } = cardWords[language];
  const words: Record<Stage, string> = {
    planned: stages.planned,
    queued: stages.queued,
    placing: stages.placing,
    calling: historyWords[language].standing.calling,
    checking: stages.checkingTitle,
    ended: statuses.terminated,
    refused,
    unknown,
  };
  return words[stage];
}

function factsOf(reader: Reader, known: KnownCall): Fact[] {
  const { details } = historyWords[reader.language];
  const facts = [...askedFacts(reader, known), ...takenFacts(reader, known)];
  return facts.flatMap(([label, value]) => (value ? [[details[label], value] as const] : []));
}

type Labelled = [keyof HistoryWords['details'], string | undefined];

function askedFacts({ language, timeZone }: Reader, known: KnownCall): Labelled[] {
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
    ['number', asked.phone && formatPhone(asked.phone)],
    ['partySize', asked.partySize === undefined ? undefined : formats.number(asked.partySize)],
    ['date', date && oneLine(date)],
    ['time', time && oneLine(time)],
    ['name', asked.name && shorten(oneLine(asked.name), nameMax)],
    ['callbackPhone', asked.callbackPhone && formatPhone(asked.callbackPhone)],
    ['callLanguage', spoken && uiWords[language].callLanguages[spoken]],
  ];
}

/** When, how long, for how much, and by which names KallyAI knows it. */
function takenFacts({ language, timeZone }: Reader, known: KnownCall): Labelled[] {
  const { ours, theirs } = known;
  const formats = formatsIn(language, timeZone);
  const made = madeAt(known);
  const endedAt = theirs?.endedAt ?? ours?.endedAt;
  const seconds = theirs?.durationSeconds ?? ours?.durationSeconds;
  const credits = theirs?.creditsUsed;
  return [
    ['made', made === undefined ? undefined : formats.moment(made)],
    ['ended', endedAt === undefined ? undefined : formats.moment(endedAt)],
    ['lasted', seconds ? formats.duration(seconds) : undefined],
    ['credits', credits === undefined ? undefined : formats.amount(credits)],
    ['id', theirs?.id ?? ours?.kallyCallId],
    ['reference', ours?.refusal?.correlationId],
  ];
}

/** KallyAI's dates and times come as they were sent to it, by whatever tool. */
function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
