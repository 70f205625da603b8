import { z } from 'zod';
import { draftSchema } from './call-request.ts';
import { languages } from './language.ts';
import type { Person } from './person.ts';

/** How long a proposed call waits for its person's click. */
export const proposalLifetimeMs = 24 * 60 * 60_000;

/** What proposes calls. */
export const proposerKinds = ['mcp', 'slackbot', 'workflow'] as const;
export type ProposerKind = (typeof proposerKinds)[number];

export const proposerNameMax = 80;

/** Who proposes a call. The name is their own word, so it proves nothing. */
export const proposerSchema = z.object({
  kind: z.enum(proposerKinds),
  name: z.string().max(proposerNameMax).exactOptional(),
});
export type Proposer = z.infer<typeof proposerSchema>;

export const proposalDetailsSchema = z.object({
  draft: draftSchema,
  /** Where the card would go; the person's own id stands for "only me". */
  channelId: z.string(),
  proposer: proposerSchema,
  language: z.enum(languages),
  /** Of the person. */
  timeZone: z.string(),
  /** The front's own name for what waits for the outcome, such as a step of a workflow. */
  execution: z.string().max(200).exactOptional(),
  /** With which that may be answered, for some minutes. */
  executionToken: z.string().max(1_000).exactOptional(),
});
export type ProposalDetails = z.infer<typeof proposalDetailsSchema>;

/** `called`: its person confirmed it, and it became a call. */
export const settlements = ['called', 'discarded', 'expired'] as const;
export type Settlement = (typeof settlements)[number];

/** A call that waits for its person's click in Slack. Times are milliseconds since the epoch. */
export type Proposal = ProposalDetails & {
  id: string;
  person: Person;
  proposedAt: number;
  expiresAt: number;
  /** Missing while it is open. */
  settled?: Settlement;
  callId?: string;
  /** The message in which the person was told of it. */
  shown?: { channelId: string; ts: string };
  /** What waits for the outcome elsewhere was told. */
  isAnswered?: true;
};

export function isOpen({ settled, expiresAt }: Proposal, now: number): boolean {
  return settled === undefined && expiresAt > now;
}
