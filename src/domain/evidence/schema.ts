import { z } from 'zod';

export const verdicts = ['arranged', 'declined', 'answered', 'not_reached', 'unclear'] as const;
export const factKinds = ['date', 'time', 'price', 'confirmation', 'name', 'hours'] as const;
export const flags = [
  'voicemail_greeting',
  'do_not_call_again',
  'asked_to_call_back',
  'ai_not_disclosed',
  'recording_objection',
  'wrong_number',
  'on_hold_abandoned',
  'condition',
] as const;

const factSchema = z.object({
  kind: z.enum(factKinds),
  value: z.string(),
  quote: z.string(),
  line: z.int().nonnegative(),
  at: z.number().exactOptional(),
});
const mismatchSchema = z.object({
  field: z.enum(['date', 'time', 'partySize']),
  asked: z.string(),
  said: z.string(),
  /** The requester had allowed it beforehand. */
  isAllowed: z.literal(true).exactOptional(),
});
export const evidenceSchema = z.object({
  verdict: z.enum(verdicts),
  facts: z.array(factSchema),
  mismatches: z.array(mismatchSchema),
  flags: z.array(z.enum(flags)),
});

export type Verdict = (typeof verdicts)[number];
export type FactKind = (typeof factKinds)[number];
/** A value that the business said, with its words. `line` is the index in the transcript, `at` its seconds. */
export type Fact = z.infer<typeof factSchema>;
export type Mismatch = z.infer<typeof mismatchSchema>;
export type Flag = (typeof flags)[number];
export type Evidence = z.infer<typeof evidenceSchema>;
