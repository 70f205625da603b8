import type { ButtonAction, OverflowAction } from '@slack/bolt';
import { type Deps, onAction, onClick } from '../context.ts';
import { openFormAgain } from '../form/reopen-form.ts';
import { type CardActionName, cardActionIds, cardMenuActionId, readMenuChoice } from './actions-view.ts';
import { createAddToCalendar } from './add-to-calendar.ts';
import { connectForCall } from './connect.ts';
import { checkAgain, tellDetails, tellRecording, tellTranscriptOfCard } from './details.ts';
import { keepAway } from './keep-away.ts';
import { callNow, openChangeTime } from './planned.ts';
import type { CardAction } from './privately.ts';
import { dropReminder, openChange, remind } from './remind.ts';
import { openReschedule } from './reschedule.ts';
import { openShare } from './share.ts';
import { pressStop } from './stop.ts';
import { tryAgainIn } from './try-again.ts';

/** What can be done with a call from its card, by the `action_id`s of its buttons and of its menu. */
export function cardActions(deps: Deps) {
  const actions: Record<CardActionName, CardAction> = {
    stop: pressStop,
    callNow,
    changeTime: openChangeTime,
    cancel: pressStop,
    tryIn10: tryAgainIn({ minutes: 10 }),
    tryIn45: tryAgainIn({ minutes: 45 }),
    tryTomorrow: tryAgainIn('tomorrow'),
    checkAgain,
    again: openFormAgain,
    edit: openFormAgain,
    calendar: createAddToCalendar(),
    share: openShare,
    remindMe: remind('requester'),
    remindChannel: remind('channel'),
    dropReminder,
    changeBooking: openChange,
    reschedule: openReschedule,
    details: tellDetails,
    transcript: tellTranscriptOfCard,
    recording: tellRecording,
    connect: connectForCall,
    keepAway,
  };
  const onMenu = onAction<OverflowAction | ButtonAction>(async (i, { action }) => {
    const choice = 'selected_option' in action ? readMenuChoice(action.selected_option.value) : undefined;
    if (choice) await actions[choice.action](i, choice.callId);
  });
  const buttons = Object.entries(cardActionIds) as [CardActionName, string][];
  return {
    ...Object.fromEntries(
      buttons.map(([name, actionId]) => [actionId, onClick((i, callId) => actions[name](i, callId))(deps)]),
    ),
    [cardMenuActionId]: onMenu(deps),
  };
}
