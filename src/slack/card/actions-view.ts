import type { types } from '@slack/bolt';
import { mayRemind } from '../../domain/appointment.ts';
import { type Call, hasConversation, isOver, isWaiting } from '../../domain/call.ts';
import { isArranged, type Result, resultOf, wantsNoMoreCalls } from '../../domain/result.ts';
import { maxFurtherAttempts, mayTryAgain } from '../../domain/retry-ladder.ts';
import { keepAwayActionId, keepAwayButton } from '../call/keep-away-button.ts';
import { type CallActionWords, callActionWords } from '../call/words.ts';
import { refusalOf } from '../errors/refusals.ts';
import { button, linkButton, plain, spokenMax, sureDialog } from '../ui/blocks.ts';
import { shorten } from '../ui/text.ts';
import { changeActionId } from './reminder-view.ts';

/** What can be done with a call from its card, and by which `action_id` Slack tells of it. */
export const cardActionIds = {
  stop: 'stop_call',
  callNow: 'call_now',
  changeTime: 'change_call_time',
  cancel: 'cancel_planned_call',
  tryIn10: 'try_again_in_10_minutes',
  tryIn45: 'try_again_in_45_minutes',
  tryTomorrow: 'try_again_tomorrow',
  checkAgain: 'check_call_again',
  again: 'call_again',
  edit: 'edit_call',
  calendar: 'add_to_calendar',
  share: 'share_call',
  remindMe: 'remind_me',
  remindChannel: 'remind_channel',
  dropReminder: 'drop_reminder',
  changeBooking: changeActionId,
  reschedule: 'reschedule_call',
  details: 'call_details',
  transcript: 'call_transcript',
  recording: 'call_recording',
  connect: 'connect_for_call',
  keepAway: keepAwayActionId,
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
  /** The number is on the do-not-call list already. */
  isKeptAway?: boolean | undefined;
};

/** Under the card: what can be done with the call where it stands. Who may do it is asked when they do. */
export function cardButtons(card: CardOfCall, who: string): types.ActionsBlockElement[] {
  const { call } = card;
  const words = callActionWords[call.request.language];
  const { buttons, more } = offerOf(card);
  return [
    ...linkOf(call),
    ...buttons.map((action) => actionButton(action, call, who, words)),
    ...(more.length > 1 ? [menu(more, call.id, words)] : []),
    ...(more.length === 1 ? more.map((action) => actionButton(action, call, who, words)) : []),
  ];
}

/** A business that asked not to be called again is offered for the list instead. */
function offerOf(card: CardOfCall): Offer {
  const offer = offerOfStage(card);
  const isOffered = card.call.stage === 'ended' && wantsNoMoreCalls(card.call) && !card.isKeptAway;
  return isOffered ? { ...offer, buttons: [...offer.buttons, 'keepAway'] } : offer;
}

function offerOfStage({ call, isPrivate, hasOlderApi, hasRecordings = !hasOlderApi }: CardOfCall): Offer {
  const { stage, status, stopRequestedAt, request } = call;
  if (stage === 'awaiting_approval') return { buttons: ['cancel'], more: ['details'] };
  if (stage === 'planned') return { buttons: ['callNow', 'changeTime', 'cancel'], more: ['details'] };
  if (!isOver(stage)) {
    const mayMove = !hasOlderApi && stage === 'calling' && isWaiting(status) && !stopRequestedAt;
    const more: CardActionName[] = mayMove ? ['reschedule', 'details'] : ['details'];
    return { buttons: stopRequestedAt ? [] : ['stop'], more };
  }
  if (stage === 'unknown') return { buttons: ['checkAgain', 'again'], more: ['details'] };
  if (stage === 'refused') return { buttons: remediesOf(call), more: ['details'] };
  const share: CardActionName[] = isPrivate ? ['share'] : [];
  const kept: CardActionName[] = hasRecordings ? ['transcript', 'recording'] : ['transcript'];
  const spoken = hasConversation(call) ? kept : [];
  // A business that asked not to be called again is not offered for another call.
  const again: CardActionName[] = wantsNoMoreCalls(call) ? [] : ['again'];
  const result = resultOf(call);
  const tries = furtherTries(call);
  if (tries.length > 0) return { buttons: tries, more: [...again, 'details', ...share] };
  if (!mayBeSettled.includes(result)) return { buttons: again, more: ['details', ...spoken, ...share] };
  // What has a date may have become an appointment, for which KallyAI has an event.
  const hasEvent = request.category !== 'general' && result !== 'answered';
  const calendar: CardActionName[] = hasEvent ? ['calendar'] : [];
  // An uncertain result belongs in a calendar only after reading the transcript.
  if (result === 'unclear') {
    const unread = spoken.filter((one) => one !== 'transcript');
    return { buttons: ['transcript', ...share], more: ['details', ...unread, ...calendar, ...again] };
  }
  const change: CardActionName[] = again.length > 0 && isArranged(result) ? ['changeBooking'] : [];
  return {
    buttons: [...calendar, ...share, ...remindersOf(call, isPrivate)],
    more: ['details', ...spoken, ...again, ...change],
  };
}

/** Offered while there was time for one when the call ended. A button that is pressed too late says so. */
function remindersOf(call: Call, isPrivate: boolean): CardActionName[] {
  if (call.remindTo) return ['dropReminder'];
  if (!mayRemind(call, call.heardEndAt ?? call.endedAt ?? call.confirmedAt)) return [];
  return isPrivate ? ['remindMe'] : ['remindMe', 'remindChannel'];
}

/** After two tries on one day, only the next day is offered. */
function furtherTries(call: Call): CardActionName[] {
  const { attempt = 1 } = call;
  if (!mayTryAgain(call) || attempt > maxFurtherAttempts) return [];
  return attempt === 1 ? ['tryIn10', 'tryIn45', 'tryTomorrow'] : ['tryTomorrow'];
}

/** Calling again is not the next thing to do. */
const mayBeSettled: readonly Result[] = [
  'arranged',
  'arranged_as_allowed',
  'arranged_otherwise',
  'answered',
  'unclear',
  'told',
  'talked',
  'over',
];

/** The buttons that help against a refusal, if any do. */
function remediesOf({ refusal, request }: Call): CardActionName[] {
  const { isWanted, isHopeless, isConnecting } = refusalOf(refusal ?? { code: 'other' }, request.language);
  if (isWanted) return ['again'];
  if (isHopeless) return [];
  return isConnecting ? ['connect', 'edit'] : ['edit'];
}

/** Where a refusal can be mended on KallyAI's side. */
function linkOf({ stage, refusal, request }: Call): types.Button[] {
  if (stage !== 'refused' || !refusal) return [];
  const { link } = refusalOf(refusal, request.language);
  return link ? [{ ...linkButton(link.label, link.url), style: 'primary' }] : [];
}

function actionButton(action: CardActionName, call: Call, who: string, words: CallActionWords): types.Button {
  if (action === 'keepAway') return keepAwayButton(call.request.language, call.id, who);
  const { label, spoken } = words.actions[action === 'stop' ? stopOf(call) : action];
  return {
    ...button(cardActionIds[action], label, call.id),
    ...((action === 'stop' || action === 'cancel') && { style: 'danger' as const }),
    ...(action === 'stop' && mayBeSpeaking(call) && { confirm: sureDialog(words.sure) }),
    ...(action === 'connect' && { style: 'primary' as const }),
    accessibility_label: shorten(spoken(who), spokenMax),
  };
}

/** What *Stop* is called: nobody hangs up before it rings. */
export function stopOf({ stage, status }: Call): 'stop' | 'takeBack' {
  return stage === 'queued' || (stage === 'calling' && isWaiting(status)) ? 'takeBack' : 'stop';
}

/** A slip of the finger must not hang up on somebody. */
function mayBeSpeaking({ stage, status }: Call): boolean {
  return stage === 'calling' && !isWaiting(status);
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
