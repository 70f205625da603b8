import type { StateValues, WireView } from '../../sandbox/slack/wire.ts';
import { languages } from '../../src/domain/language.ts';
import { formWords } from '../../src/slack/form/words.ts';
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
  const answer = await presses(person);
  return answer.ok && !answer.closed ? presses(person) : answer;
}

/** Presses *Call*, and again where the form asks for it: a busy machine may not have saved the call in Slack's time. */
async function presses(person: ReturnType<Town['slack']['as']>) {
  const answer = await person.submits();
  const asked = languages.some((language) =>
    Object.values(answer.errors ?? {}).includes(formWords[language].submission.slow),
  );
  return asked ? person.submits() : answer;
}
