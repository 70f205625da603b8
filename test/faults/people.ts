import { setTimeout as pause } from 'node:timers/promises';
import type { PlannedCall } from './plan.ts';
import type { Town } from './town.ts';

const patienceMs = 3_000;
const pressAgainMs = 700;
const maxPresses = 60;

/** Fills in the form and presses *Call* until it closes, as a person does whose network is bad. */
export async function confirmCall(town: Town, call: PlannedCall): Promise<void> {
  const { slack, ledger } = town;
  const person = slack.as(slack.people[call.who].id);
  const viewId = await openForm(town, call);
  ledger.nameView(viewId, call.mark);
  // People who read other languages would be called for in them, and no two of their calls be alike.
  await person.fills({ businessName: call.words, callLanguage: 'en', ...(call.name && { name: call.name }) });
  for (let presses = 0; ; presses++) {
    const answer = await person.submits();
    if (answer.closed) return;
    if (presses > maxPresses) throw new Error(`${call.mark} cannot be confirmed: ${JSON.stringify(answer)}`);
    await pause(pressAgainMs);
  }
}

async function openForm({ slack }: Town, call: PlannedCall): Promise<string> {
  const userId = slack.people[call.who].id;
  const person = slack.as(userId);
  for (let tries = 0; tries < maxPresses; tries++) {
    const typed = await person.types(
      channelOf(slack, call),
      `/kally ${call.phone} Ask about bikes. ${call.words}`,
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

/** Not the view that says that the form is being prepared. */
function formOf(slack: Town['slack'], userId: string) {
  const modal = slack.modal(userId);
  return modal?.callbackId === 'call_form' ? modal : undefined;
}

function channelOf({ channels }: Town['slack'], { who, where }: PlannedCall): string {
  const direct = { ana: channels.anaAndKally, luis: channels.luisAndKally, noor: channels.noorAndKally };
  return where === 'direct' ? direct[who] : channels[where];
}
