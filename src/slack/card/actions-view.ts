import type { types } from '@slack/bolt';
import { type Call, hasConversation, isOver, isWaiting } from '../../domain/call.ts';
import { type CallActionWords, callActionWords } from '../call/words.ts';
import { refusalOf } from '../errors/refusals.ts';
import { button, linkButton, plain, spokenMax } from '../ui/blocks.ts';
import { shorten } from '../ui/text.ts';

/** What can be done with a call from its card, and by which `action_id` Slack tells of it. */
export const cardActionIds = {
  stop: 'stop_call',
  checkAgain: 'check_call_again',
  again: 'call_again',
  edit: 'edit_call',
  calendar: 'add_to_calendar',
  share: 'share_call',
  reschedule: 'reschedule_call',
  details: 'call_details',
  transcript: 'call_transcript',
  recording: 'call_recording',
} as const;
export type CardActionName = keyof typeof cardActionIds;

export const cardMenuActionId = 'call_menu';

/** Of the two or three likeliest actions a button each, the rest behind the dots. */
type Offer = { buttons: CardActionName[]; more: CardActionName[] };

export type CardOfCall = {
  call: Call;
  /** In a channel others read along: the number is masked. */
  isPrivate: boolean;
  /** The account can neither move calls nor give recordings. */
  hasOlderApi?: boolean | undefined;
  /** False where the account gives none, or the workspace wants none. */
  hasRecordings?: boolean | undefined;
};

/** Under the card: what the requester can do with the call where it stands. */
export function cardButtons(card: CardOfCall, who: string): types.ActionsBlockElement[] {
  const { call } = card;
  const words = callActionWords[call.request.language];
  const { buttons, more } = offerOf(card);
  return [
    ...linkOf(call),
    ...buttons.map((action) => actionButton(action, call.id, who, words)),
    ...(more.length > 1 ? [menu(more, call.id, words)] : []),
    ...(more.length === 1 ? more.map((action) => actionButton(action, call.id, who, words)) : []),
  ];
}

function offerOf({ call, isPrivate, hasOlderApi, hasRecordings = !hasOlderApi }: CardOfCall): Offer {
  const { stage, status, stopRequestedAt, request } = call;
  if (!isOver(stage)) {
    const mayMove = !hasOlderApi && stage === 'calling' && isWaiting(status) && !stopRequestedAt;
    const more: CardActionName[] = mayMove ? ['reschedule', 'details'] : ['details'];
    return { buttons: stopRequestedAt ? [] : ['stop'], more };
  }
  if (stage === 'unknown') return { buttons: ['checkAgain', 'again'], more: ['details'] };
  if (stage === 'refused') return { buttons: [isWanted(call) ? 'again' : 'edit'], more: ['details'] };
  const share: CardActionName[] = isPrivate ? ['share'] : [];
  const kept: CardActionName[] = hasRecordings ? ['transcript', 'recording'] : ['transcript'];
  const spoken = hasConversation(call) ? kept : [];
  if (status !== 'success') return { buttons: ['again'], more: ['details', ...spoken, ...share] };
  // What has a date may have become an appointment, for which KallyAI has an event.
  const calendar: CardActionName[] = request.category === 'general' ? [] : ['calendar'];
  return { buttons: [...calendar, ...share], more: ['details', ...spoken, 'again'] };
}

/** Stopped by the person: there is nothing to mend. */
function isWanted({ refusal, request }: Call): boolean {
  return refusalOf(refusal ?? { code: 'other' }, request.language).isWanted;
}

/** Where a refusal can be mended on KallyAI's side. */
function linkOf({ stage, refusal, request }: Call): types.Button[] {
  if (stage !== 'refused' || !refusal) return [];
  const { link } = refusalOf(refusal, request.language);
  return link ? [{ ...linkButton(link.label, link.url), style: 'primary' }] : [];
}

function actionButton(
  action: CardActionName,
  callId: string,
  who: string,
  words: CallActionWords,
): types.Button {
  const { label, spoken } = words.actions[action];
  return {
    ...button(cardActionIds[action], label, callId),
    ...(action === 'stop' && { style: 'danger' as const }),
    accessibility_label: shorten(spoken(who), spokenMax),
  };
}

function menu(
  actions: CardActionName[],
  callId: string,
  { actions: words }: CallActionWords,
): types.Overflow {
  const options = actions.map((action) => ({
    text: plain(words[action].label),
    value: `${action} ${callId}`,
  }));
  return { type: 'overflow', action_id: cardMenuActionId, options };
}

/** What was chosen behind the dots. */
export function readMenuChoice(value: string): { action: CardActionName; callId: string } | undefined {
  const [word, callId = ''] = value.split(' ');
  const action = Object.keys(cardActionIds).find((one): one is CardActionName => one === word);
  return action && { action, callId };
}
