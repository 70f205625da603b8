import type {
  BlockAction,
  BlockElementAction,
  ButtonAction,
  Middleware,
  OverflowAction,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import { tellTranscript } from '../call/transcript.ts';
import { type Kit, personIn } from '../context.ts';
import { openFormAgain } from '../form/reopen-form.ts';
import { cardActionIds, cardMenuActionId, type DeedName, readMenuChoice } from './actions-view.ts';
import { createAddToCalendar } from './add-to-calendar.ts';
import { type CardPress, type Deed, privately } from './card-press.ts';
import { checkAgain, tellDetails, tellRecording } from './details.ts';
import { openReschedule } from './reschedule.ts';
import { openShare } from './share.ts';
import { stopCall } from './stop.ts';

type Click<Action extends BlockElementAction> = Middleware<SlackActionMiddlewareArgs<BlockAction<Action>>>;

/** What can be done with a call from its card, by the `action_id`s of its buttons and of its menu. Each deed knows who may do it. */
export function cardDeeds(kit: Kit) {
  const deeds: Record<DeedName, Deed> = {
    stop: stopCall,
    checkAgain,
    again: openFormAgain,
    edit: openFormAgain,
    calendar: createAddToCalendar(),
    share: openShare,
    reschedule: openReschedule,
    details: tellDetails,
    transcript: privately((asker, ours) => tellTranscript(asker, { ours })),
    recording: tellRecording,
  };
  const buttons = Object.entries(cardActionIds) as [DeedName, string][];
  return {
    ...Object.fromEntries(buttons.map(([name, actionId]) => [actionId, onButton(kit, deeds[name])])),
    [cardMenuActionId]: onMenu(kit, deeds),
  };
}

function onButton(kit: Kit, deed: Deed): Click<ButtonAction> {
  return async (args) => {
    await args.ack();
    await deed(pressOf(kit, args, args.action.value));
  };
}

function onMenu(kit: Kit, deeds: Record<DeedName, Deed>): Click<OverflowAction> {
  return async (args) => {
    await args.ack();
    const choice = readMenuChoice(args.action.selected_option.value);
    if (choice) await deeds[choice.deed](pressOf(kit, args, choice.callId));
  };
}

function pressOf(
  kit: Kit,
  { body, context, client, respond }: Parameters<Click<ButtonAction | OverflowAction>>[0],
  callId: string | undefined,
): CardPress {
  const person = personIn(context, body.user.id);
  const channelId = body.channel?.id ?? person.userId;
  // On the Home tab there is no conversation to answer in.
  const answering = body.channel ? { respond } : {};
  return { kit, person, client, channelId, callId, triggerId: body.trigger_id, ...answering };
}
