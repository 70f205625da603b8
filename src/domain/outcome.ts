import { z } from 'zod';
import { evidenceSchema, factKinds } from './evidence/schema.ts';

/** KallyAI sets no limits to these; a sealed row and a card have them. */
const itemsMax = 8;
const itemMax = 400;
const quoteMax = 300;
const factsMax = 40;

/** A next step that says that there is none. */
const nothingToDo =
  /^(?:none|nothing|no (?:further|more|next)|no action|nada|ningun[oa]?|no (?:queda|hay) (?:nada|m[aá]s))\b[^.]*\.?$/i;

/** Whether there is a transcript: awaited, read, or not to be had. */
export const transcriptStates = ['awaited', 'read', 'none', 'not_allowed'] as const;

/** What is kept of a call's end: KallyAI's summary, and what the transcript supports. Of the transcript only the quotes. */
export const outcomeSchema = z.object({
  highlights: z.array(z.string()),
  nextSteps: z.array(z.string()),
  /** What KallyAI charged, where the account pays with credits. */
  creditsUsed: z.number().nonnegative().exactOptional(),
  transcript: z.enum(transcriptStates),
  evidence: evidenceSchema.exactOptional(),
  /** The transcript says otherwise than the summary. */
  isDisputed: z.boolean().exactOptional(),
  /** Values of the request or the summary that no line says. */
  unproven: z.array(z.object({ kind: z.enum(factKinds), value: z.string() })).exactOptional(),
});
export type Outcome = z.infer<typeof outcomeSchema>;

/** As much of it as is kept. */
export function withinLimits(outcome: Outcome): Outcome {
  const bounded = (items: string[]) =>
    items
      .map((item) => item.trim().slice(0, itemMax))
      .filter(Boolean)
      .slice(0, itemsMax);
  const { evidence } = outcome;
  return {
    ...outcome,
    highlights: bounded(outcome.highlights),
    nextSteps: bounded(outcome.nextSteps.filter((step) => !nothingToDo.test(step.trim()))),
    ...(evidence && {
      evidence: {
        ...evidence,
        facts: evidence.facts
          .slice(0, factsMax)
          .map((fact) => ({ ...fact, quote: fact.quote.slice(0, quoteMax) })),
      },
    }),
  };
}
