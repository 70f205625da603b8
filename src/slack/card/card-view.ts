import type { types } from '@slack/bolt';
import { type Call, type Delay, isFinal, isOver, type Stage, wasStopped } from '../../domain/call.ts';
import type { Language } from '../../domain/language.ts';
import { formatPhone, maskPhone } from '../../domain/phone.ts';
import { cardWords } from '../call/card-words.ts';
import { formatsOf, placeTime } from '../call/place-time.ts';
import { emojiOf, recipientOf, type Standing, standingOfWaiting, stoppedTitle } from '../call/standing.ts';
import { callActionWords } from '../call/words.ts';
import { refusalOf } from '../errors/refusals.ts';
import { type Block, type Message, note, section } from '../ui/blocks.ts';
import { formatsIn } from '../ui/formats.ts';
import { escapeMarkup, isPlainId, oneLine, shorten } from '../ui/text.ts';
import { type CardOfCall, cardButtons } from './actions-view.ts';
import { plannedStanding } from './planned-view.ts';

type Words = (typeof cardWords)[Language];

/** Enough to recognise what was asked; the whole of it is the requester's own and long. */
const taskMax = 300;
const titleMax = 100;

export type Card = CardOfCall & {
  /** Where the card was wanted, when Slack did not take it there. */
  notPostedIn?: string | undefined;
  delay?: Delay | undefined;
};

/** The message that stands for a call: for whom, what is asked, where it stands. */
export function cardMessage({ notPostedIn, delay, ...card }: Card): Message {
  const { call, isPrivate } = card;
  const words = cardWords[call.request.language];
  const title = words.callTo(recipientOf(call, isPrivate));
  const details = detailsOf(call, isPrivate, words);
  const task = shorten(oneLine(call.request.task), taskMax);
  const standing = standingOf(call, words, delay);
  const actions = cardButtons(card, recipientOf(call, isPrivate));
  const fallback = notPostedIn && words.fallback(`<#${notPostedIn}>`);
  const notes = [fallback, standing.reference].filter((one) => one !== undefined);
  const { userId } = call.requester;
  return {
    text: [
      `${escapeMarkup(title)}. ${asSentence(standing.title)}`,
      ...standing.lines,
      `${words.for} <@${userId}>. ${escapeMarkup([task, ...details].join(' · '))}`,
      ...notes,
    ].join('\n'),
    blocks: [
      asked({ title, task, details, userId, words }),
      section([`${standing.emoji} *${standing.title}*`, ...standing.lines].join('\n')),
      ...(actions.length > 0 ? [{ type: 'actions' as const, elements: actions }] : []),
      ...notes.map(note),
    ],
  };
}

/** What goes on ends with an ellipsis already. */
function asSentence(title: string): string {
  return title.endsWith('…') ? title : `${title}.`;
}

type Asked = { title: string; task: string; details: string[]; userId: string; words: Words };

/** Rich text, because it holds what people wrote: nothing in it is mark-up. */
function asked({ title, task, details, userId, words }: Asked): Block {
  const text = (words: string, style?: types.RichTextText['style']): types.RichTextText => ({
    type: 'text',
    text: words,
    ...(style && { style }),
  });
  return {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [text(title, { bold: true }), text(`\n${words.for} `), { type: 'user', user_id: userId }],
      },
      { type: 'rich_text_quote', elements: [text(task)] },
      ...(details.length > 0
        ? [{ type: 'rich_text_section' as const, elements: [text(details.join(' · '))] }]
        : []),
    ],
  };
}

function detailsOf({ request, confirmedAt }: Call, isPrivate: boolean, card: Words): string[] {
  const { businessName, phone, partySize, date, time, name, language } = request;
  const formats = formatsOf(language, request);
  const number = isPrivate ? formatPhone(phone) : maskPhone(phone);
  const party = (size: number) =>
    formats.plural(size) === 'one' ? card.party.one : card.party.other(formats.number(size));
  return [
    businessName && number,
    partySize && party(partySize),
    date && formats.date(date, confirmedAt),
    time && placeTime(language, request, { date, time, now: confirmedAt }),
    name && card.name(shorten(oneLine(name), titleMax)),
  ].filter((detail) => typeof detail === 'string' && detail !== '') as string[];
}

/** Where the call stands, and never more than is known. */
function standingOf(call: Call, card: Words, delay: Delay | undefined): Standing {
  const delays = delay ? [card.delays[delay]] : [];
  const still = (emoji: string, title: string, lines: string[] = []): Standing => ({
    emoji,
    title,
    lines: [...lines, ...delays],
  });
  if (call.stopRequestedAt && !isOver(call.stage))
    return still(':hourglass_flowing_sand:', callActionWords[call.request.language].stopping);
  const standings: Record<Stage, () => Standing> = {
    planned: () => plannedStanding(call),
    queued: () => still(':hourglass_flowing_sand:', card.stages.queued),
    placing: () => still(':telephone_receiver:', card.stages.placing, [card.stages.placingNote(since(call))]),
    calling: () => callingStanding(call, still, card),
    checking: () => still(':mag:', card.stages.checkingTitle, [card.stages.checking]),
    ended: () => endedStanding(call, card),
    refused: () => refusedStanding(call, card),
    unknown: () => ({ emoji: ':grey_question:', title: card.unknown, lines: [card.unknownNext] }),
  };
  return standings[call.stage]();
}

type Still = (emoji: string, title: string, lines?: string[]) => Standing;

function callingStanding(call: Call, still: Still, card: Words): Standing {
  const { status, request, confirmedAt } = call;
  const waiting = standingOfWaiting(request.language, { status, request, now: confirmedAt });
  if (waiting) return still(waiting.emoji, waiting.title);
  return still(':telephone_receiver:', card.stages.callingSince(since(call)));
}

/** Slack writes the time in each reader's own zone, and it stays true without an edit. */
function since({ sentAt, confirmedAt, request }: Call): string {
  const at = sentAt ?? confirmedAt;
  const fallback = formatsOf(request.language, request).timeOf(at);
  return `<!date^${Math.floor(at / 1000)}^{time}|${fallback}>`;
}

function endedStanding(call: Call, card: Words): Standing {
  const { status = '', durationSeconds, request, stopRequestedAt, stoppedAt } = call;
  const actions = callActionWords[request.language];
  if (wasStopped(call)) return { emoji: emojiOf.cancelled, title: stoppedTitle(call), lines: [] };
  const known = isFinal(status) ? status : 'terminated';
  const lasted = durationSeconds
    ? formatsIn(request.language, request.timeZone).duration(durationSeconds)
    : '';
  return {
    emoji: emojiOf[known],
    title: [card.statuses[known], lasted].filter(Boolean).join(' · '),
    lines: stopRequestedAt && !stoppedAt ? [actions.endedFirst] : [],
  };
}

function refusedStanding({ refusal, request }: Call, card: Words): Standing {
  const { sentence } = refusalOf(refusal ?? { code: 'other' }, request.language);
  const standing = { emoji: ':no_entry_sign:', title: card.refused, lines: [sentence] };
  const id = refusal?.correlationId;
  return id && isPlainId(id) ? { ...standing, reference: card.reference(id) } : standing;
}
