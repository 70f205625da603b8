import { setTimeout as pause } from 'node:timers/promises';
import { instantOf } from '../../src/domain/due-time.ts';
import { approveActionId } from '../../src/slack/card/approval-view.ts';
import { beforeCallId } from '../../src/slack/form/before-call-view.ts';
import { callFormId } from '../../src/slack/form/form-view.ts';
import { valuesIn } from '../support/modal.ts';
import { standings } from './judge.ts';
import type { PlannedCall } from './plan.ts';
import type { Town } from './town.ts';

const patienceMs = 3_000;
const pressAgainMs = 700;
const maxPresses = 60;
/** So far ahead that its job rests in the queue. */
const plannedAheadMs = 150_000;
const minuteMs = 60_000;
const dialledWithinMs = 15 * minuteMs;
const timeZone = 'America/Los_Angeles';
const byItself = { ifNobody: 'retry' };

/** Fills in the form and presses *Call* until it closes, as a person does whose network is bad. */
export async function confirmCall(town: Town, call: PlannedCall): Promise<void> {
  const { slack, ledger } = town;
  const person = slack.as(slack.people[call.who].id);
  const viewId = await openForm(town, call);
  ledger.nameView(viewId, call.mark);
  // People who read other languages would be called for in them, and no two of their calls be alike.
  await person.fills({
    businessName: call.words,
    callLanguage: 'en',
    ...(call.name && { name: call.name }),
    // The rules want that approved.
    ...(call.isToApprove && byItself),
  });
  const due = call.later === 'planned' ? dueIn(town, person.id) : undefined;
  const from = due ?? Date.now();
  for (let presses = 0; ; presses++) {
    // What they pressed in a message meanwhile, to approve somebody's call, may answer with a modal above the form.
    while (slack.modal(person.id) && !isOfCall(slack, person.id)) await person.closes();
    if (!slack.modal(person.id)) return confirmCall(town, call);
    const answer = await person.submits();
    if (answer.closed)
      return ledger.promise(call.mark, { from, until: (due ?? Date.now()) + dialledWithinMs });
    // It took so long that the time is past.
    if (answer.errors && ('callTime' in answer.errors || 'callDate' in answer.errors)) {
      slack.reload(person.id);
      return confirmCall(town, call);
    }
    if (presses > maxPresses) throw new Error(`${call.mark} cannot be confirmed: ${JSON.stringify(answer)}`);
    await pause(pressAgainMs);
  }
}

/** Two who may approve it press at once, again and again until it is decided. */
export async function approveCall(town: Town, call: PlannedCall): Promise<void> {
  const { slack } = town;
  const approvers = { ana: slack.channels.anaAndKally, luis: slack.channels.luisAndKally };
  for (let presses = 0; presses <= 3 * maxPresses; presses++) {
    if (await isDecided(town, call)) return;
    await Promise.all(
      Object.entries(approvers).map(async ([name, channelId]) => {
        const asked = slack
          .messages(channelId)
          .filter(
            ({ text, blocks }) =>
              text.includes(call.words) && JSON.stringify(blocks).includes(approveActionId),
          );
        const person = slack.as(slack.people[name as keyof typeof approvers].id);
        // It may have been decided between the look and the press.
        for (const message of asked)
          await person.clicks(message, { actionId: approveActionId }).catch(() => {});
      }),
    );
    await pause(pressAgainMs);
  }
  throw new Error(`${call.mark} cannot be approved`);
}

/** By the row; while the database is away, nobody knows. */
async function isDecided(town: Town, { mark }: PlannedCall): Promise<boolean> {
  const { store, ledger } = town;
  await standings(town).catch(() => {});
  const [callId] = ledger.callsOf(mark);
  const call = callId && (await store.calls.find(callId).catch(() => undefined));
  return call !== undefined && call !== '' && call.stage !== 'awaiting_approval';
}

async function openForm({ slack }: Town, call: PlannedCall): Promise<string> {
  const userId = slack.people[call.who].id;
  const person = slack.as(userId);
  for (let tries = 0; tries < maxPresses; tries++) {
    const typed = await person.types(
      channelOf(slack, call),
      call.later === 'planned'
        ? `/kally call ${call.phone} at ${soonThere()} and ask about bikes. ${call.words}`
        : `/kally ${call.phone} Ask about bikes. ${call.words}`,
    );
    const form =
      typed.ok &&
      (await slack.until(() => formOf(slack, userId), { timeoutMs: patienceMs }).catch(() => undefined));
    if (form) return form.id;
    slack.reload(userId);
    await pause(pressAgainMs);
  }
  throw new Error(`The form of ${call.mark} does not open: ${person.lastNotice()}`);
}

/** As somebody types it, on the clock of the place that is called. */
function soonThere(): string {
  const at = new Date(Math.ceil((Date.now() + plannedAheadMs) / minuteMs) * minuteMs);
  return at.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
}

/** The time that the form says, which is what the person confirms. */
function dueIn({ slack }: Town, userId: string): number {
  const values = valuesIn(slack.modal(userId)?.values ?? {});
  const [when, date = '', time = ''] = [values.when, values.callDate, values.callTime] as (
    | string
    | undefined
  )[];
  const read = instantOf({ date, time, timeZone });
  if (when !== 'at' || 'fault' in read) throw new Error(`the form says: ${when} ${date} ${time}`);
  return read.instant;
}

/** Not the view that says that the form is being prepared. */
/** The form, or the second look that it became. */
function isOfCall(slack: Town['slack'], userId: string): boolean {
  return [callFormId, beforeCallId].some((id) => slack.modal(userId)?.callbackId === id);
}

function formOf(slack: Town['slack'], userId: string) {
  const modal = slack.modal(userId);
  return modal?.callbackId === callFormId ? modal : undefined;
}

function channelOf({ channels }: Town['slack'], { who, where }: PlannedCall): string {
  const direct = { ana: channels.anaAndKally, luis: channels.luisAndKally, noor: channels.noorAndKally };
  return where === 'direct' ? direct[who] : channels[where];
}
