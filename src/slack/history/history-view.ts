import type { types } from '@slack/bolt';
import { askedIn, idOf, type KnownCall, madeAt } from '../../calls/known-call.ts';
import {
  callDetailsMessage,
  type DetailsFor,
  everything,
  lastedOf,
  pageButton,
  standingOf,
  whomOf,
} from '../call/details-view.ts';
import { historyWords } from '../call/history-words.ts';
import { asSentence, emojiCharacter } from '../call/outcome-block.ts';
import { callActionWords } from '../call/words.ts';
import { type Block, button, type Message, note, plain, section, spokenMax } from '../ui/blocks.ts';
import { formatsIn, type Reader, slackMoment } from '../ui/formats.ts';
import { escapeMarkup, messageText, oneLine, shorten } from '../ui/text.ts';

export const newerCallsActionId = 'newer_calls';
export const olderCallsActionId = 'older_calls';

/** The actions on a call of the history; each has its own id as a button. */
export const listedCallActions = ['details', 'transcript', 'again', 'calendar'] as const;
export type ListedCallAction = (typeof listedCallActions)[number];
export const listedCallActionIds = {
  more: 'listed_call',
  transcript: 'listed_call_transcript',
  again: 'listed_call_again',
  calendar: 'listed_call_calendar',
} as const;

export const historyPageSize = 5;
const taskMax = 120;

type Entry = { known: KnownCall; messageUrl?: string | undefined };
export type ListedPage = {
  entries: Entry[];
  /** How many newer calls there are. */
  offset: number;
  /** Present if KallyAI says it. */
  total?: number | undefined;
  hasOlder: boolean;
  /** Calls that KallyAI does not list yet. */
  unlisted: number;
};

/** A page of all calls of a person, including those made outside Slack. */
export function historyMessage(reader: Reader, page: ListedPage): Message {
  const words = historyWords[reader.language];
  const { plural, number } = formatsIn(reader.language, reader.timeZone);
  const { entries, unlisted } = page;
  const underWay = unlisted > 0 && words.underWay[plural(unlisted)](number(unlisted));
  const nothing = page.offset > 0 ? words.noMore : words.empty;
  const isAll = page.offset === 0 && !page.hasOlder && entries.length > 0;
  const where = entries.length > 0 ? rangeOf(reader, page) : nothing;
  const title = isAll ? `*${words.title}*` : `*${words.title}*\n${where}`;
  const turning = turningButtons(reader, page);
  return {
    text: messageText([
      isAll ? `${words.title}.` : `${words.title}. ${where}`,
      underWay,
      ...entries.map((entry) => entryText(reader, entry)),
    ]),
    blocks: [
      section(title),
      ...(underWay ? [note(underWay)] : []),
      ...entries.flatMap((entry) => entryBlocks(reader, entry)),
      ...(turning.length > 0 ? [{ type: 'actions' as const, elements: turning }] : []),
    ],
  };
}

function rangeOf({ language, timeZone }: Reader, { offset, entries, total }: ListedPage): string {
  const words = historyWords[language];
  const { number } = formatsIn(language, timeZone);
  const [first, last] = [number(offset + 1), number(offset + entries.length)];
  return total === undefined ? words.range(first, last) : words.rangeOf(first, last, number(total));
}

function turningButtons({ language }: Reader, { offset, hasOlder }: ListedPage): types.Button[] {
  const words = historyWords[language];
  const newer = Math.max(0, offset - historyPageSize);
  return [
    ...(offset > 0 ? [button(newerCallsActionId, words.newer, String(newer))] : []),
    ...(hasOlder ? [button(olderCallsActionId, words.older, String(offset + historyPageSize))] : []),
  ];
}

/** Plain text, in which nothing becomes a link or a mention; below it a line of our own words. */
function entryBlocks(reader: Reader, { known, messageUrl }: Entry): Block[] {
  const { emoji, status } = standingOf(reader, known);
  const facts = [factsOf(reader, known), ...linkTo(reader, messageUrl)].filter(Boolean).join(' · ');
  const said = [emojiCharacter(emoji), status].filter(Boolean).join(' ');
  return [
    { type: 'divider' },
    {
      type: 'section',
      text: plain([whomOf(reader, known), said, taskOf(known)].filter(Boolean).join('\n')),
      accessory: moreMenu(reader, known),
    },
    ...(facts ? [note(facts)] : []),
  ];
}

function moreMenu({ language }: Reader, known: KnownCall): types.Overflow {
  const { actions } = callActionWords[language];
  return {
    type: 'overflow',
    action_id: listedCallActionIds.more,
    options: actionsFor(known).map((action) => ({
      text: plain(actions[action].label),
      value: actionValue(action, known),
    })),
  };
}

/** Only a call with a date can have become an appointment, for which KallyAI has a calendar entry. */
function actionsFor(known: KnownCall): readonly ListedCallAction[] {
  const { category = 'general', date } = askedIn(known);
  const isSuccess = (known.theirs ?? known.ours)?.status === 'success';
  const mayBeAppointment = isSuccess && (category !== 'general' || date !== undefined);
  return listedCallActions.filter((action) => action !== 'calendar' || mayBeAppointment);
}

function actionValue(action: ListedCallAction, known: KnownCall): string {
  return `${action} ${idOf(known)}`;
}

export function readListedAction(value: string): { action: ListedCallAction; id: string } | undefined {
  const [word, id = ''] = value.split(' ');
  const action = listedCallActions.find((one) => one === word);
  return action && { action, id };
}

function taskOf(known: KnownCall): string {
  return shorten(oneLine(askedIn(known).task ?? ''), taskMax);
}

/** Duration and date, as mark-up. */
function factsOf(reader: Reader, known: KnownCall): string {
  const formats = formatsIn(reader.language, reader.timeZone);
  const seconds = lastedOf(known);
  const made = madeAt(known);
  return [
    seconds ? formats.duration(seconds) : undefined,
    made === undefined ? undefined : slackMoment(made, formats.moment(made)),
  ]
    .filter(Boolean)
    .join(' · ');
}

function entryText(reader: Reader, { known, messageUrl }: Entry): string {
  const { status } = standingOf(reader, known);
  const said = [
    escapeMarkup(whomOf(reader, known)),
    escapeMarkup(status),
    factsOf(reader, known),
    escapeMarkup(taskOf(known)),
  ];
  return [`• ${said.filter(Boolean).map(asSentence).join(' ')}`, ...linkTo(reader, messageUrl)].join(' · ');
}

function linkTo({ language }: Reader, messageUrl: string | undefined): string[] {
  return messageUrl ? [`<${messageUrl}|${historyWords[language].inThread}>`] : [];
}

/** The details of a call, with the other actions on it. */
export function listedCallMessage(
  reader: Reader,
  known: KnownCall,
  { pageUrl, mayKeepAway = false }: Pick<DetailsFor, 'pageUrl' | 'mayKeepAway'> = {},
): Message {
  const { text, blocks } = callDetailsMessage(reader, known, { ...everything, mayKeepAway });
  const actions = actionsFor(known).filter((action) => action !== 'details');
  return {
    text,
    blocks: [
      ...blocks,
      {
        type: 'actions',
        elements: [
          ...actions.map((action) => actionButton(reader, action, known)),
          ...(pageUrl ? [pageButton(reader, pageUrl)] : []),
        ],
      },
    ],
  };
}

function actionButton(
  reader: Reader,
  action: Exclude<ListedCallAction, 'details'>,
  known: KnownCall,
): types.Button {
  const { label, spoken } = callActionWords[reader.language].actions[action];
  return {
    ...button(listedCallActionIds[action], label, actionValue(action, known)),
    accessibility_label: shorten(spoken(whomOf(reader, known)), spokenMax),
  };
}
