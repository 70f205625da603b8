import { pressesCall } from '../../sandbox/playground/stage.ts';
import type { StateValues, WireView } from '../../sandbox/slack/wire.ts';
import type { Town } from './app.ts';

/** The modal that a person has before them, once it is there, and what stands in it. */
export async function modalOf({ slack }: Town, userId: string) {
  await slack.until(() => slack.modal(userId));
  const modal = () => {
    const top = slack.modal(userId);
    if (!top) throw new Error('nothing is open');
    return top;
  };
  return { modal, labels: () => labelsIn(modal()), values: () => valuesIn(modal().values) };
}

export function labelsIn({ blocks }: Pick<WireView, 'blocks'>): string[] {
  return blocks.flatMap(({ label }) => (label ? [(label as { text: string }).text] : []));
}

/** By field: what was typed, or the value of what was chosen. */
export function valuesIn(values: StateValues) {
  const typed = Object.values(values).flatMap((block) => Object.entries(block));
  return Object.fromEntries(
    typed.map(([field, it]) => {
      const option = it.selected_option as { value?: string } | null | undefined;
      const picked = it.selected_date ?? it.selected_time ?? it.selected_conversation;
      return [field, it.value ?? option?.value ?? picked ?? null];
    }),
  );
}

/** Sends the form, and goes on where Kally wants a second look at the call first. */
export async function sends(person: ReturnType<Town['slack']['as']>) {
  const answer = await pressesCall(person);
  return answer.ok && !answer.closed ? pressesCall(person) : answer;
}
