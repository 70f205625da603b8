import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import type { Draft } from '../../src/domain/call-request.ts';
import { type ProposalDetails, proposalLifetimeMs } from '../../src/domain/proposal.ts';
import { createQueue } from '../../src/jobs/queue.ts';
import type { Town } from './app.ts';

const many = { open: 1_000, anHour: 1_000 };

/** Writes a proposal and its job, as a process that died before it could show it; the app shows it. */
export async function propose(
  { store, slack, database, clock }: Town,
  userId: string,
  draft: Draft,
  more: Partial<ProposalDetails> = {},
): Promise<string> {
  const queue = createQueue({ databaseUrl: database.url, log: pino({ level: 'silent' }) });
  await queue.boss.start({ nightly: async () => {}, digests: async () => {} });
  const id = randomUUID();
  const proposedAt = clock.now();
  const details = {
    draft,
    channelId: userId,
    proposer: { kind: 'mcp' as const, name: 'Desk assistant' },
    language: 'en' as const,
    timeZone: 'Europe/Madrid',
    ...more,
  };
  const times = { proposedAt, expiresAt: proposedAt + proposalLifetimeMs };
  const person = { workspaceId: slack.teamId, userId };
  await store.proposals.add({ ...details, ...times, id, person }, id, many, (tx) =>
    queue.enqueue(id, 'proposal', tx),
  );
  await queue.boss.stop();
  return id;
}
