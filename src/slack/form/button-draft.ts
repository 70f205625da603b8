import { z } from 'zod';
import { type Draft, draftSchema, taskLength } from '../../domain/call-request.ts';
import { shorten } from '../ui/text.ts';

export const openFormActionId = 'open_form';

/** What a button carries to the form that it opens. */
const carriedSchema = z.object({
  draft: draftSchema,
  /** Where the card would go; the person's own id where they are in no channel. */
  channelId: z.string(),
});
export type Carried = z.infer<typeof carriedSchema>;

/** Slack's limit of a button's value. */
const valueMax = 2_000;

/** A task too long for a button loses its end, and the person sees that in the form; what is too long without it is nothing. */
export function carry({ draft, channelId }: Carried): string {
  for (let taskMax: number = taskLength.max; taskMax > 0; taskMax -= 100) {
    const task = draft.task && shorten(draft.task, taskMax);
    const value = JSON.stringify({ draft: { ...draft, ...(task && { task }) }, channelId });
    if (value.length <= valueMax) return value;
  }
  return JSON.stringify({ draft: {}, channelId });
}

export function readCarried(value: string): Carried {
  return carriedSchema.parse(JSON.parse(value));
}

/** As long as a task may be; the person shortens it better, but a message may be of any length. */
export function withShortTask(draft: Draft): Draft {
  return draft.task ? { ...draft, task: shorten(draft.task, taskLength.max) } : draft;
}
