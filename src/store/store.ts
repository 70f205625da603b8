import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '#prisma';
import { createApprovalStore } from './approvals.ts';
import { createAssistantTokenStore } from './assistant-tokens.ts';
import { createAudit } from './audit.ts';
import { createBusinessStore } from './businesses.ts';
import { createCallStore } from './calls.ts';
import type { Changes } from './changes.ts';
import { createDigestStore } from './digests.ts';
import { createDoNotCallStore } from './do-not-call.ts';
import { createExport } from './export.ts';
import { createForgetting } from './forget.ts';
import { createInstallStateStore } from './install-states.ts';
import { createInstallationStore } from './installations.ts';
import { createLinkAttemptStore } from './link-attempts.ts';
import { createLinkStore } from './links.ts';
import { createPhoneHash } from './phone-hash.ts';
import { createPostStore } from './posts.ts';
import { createPreferenceStore } from './preferences.ts';
import { createProposalStore } from './proposals.ts';
import { createRefusalStore } from './refusals.ts';
import { sweep } from './retention.ts';
import { createRuleStore } from './rules.ts';
import { createSealing, type KeyRing } from './sealing.ts';
import { createSettingsStore } from './settings.ts';

/**
 * A process frozen within a transaction loses it, which frees its rows, as soon as Prisma would give up a transaction of a live
 * process. Transactions that wait for an outside service set a longer limit.
 */
const idleInTransactionMs = 5_000;

/** Everything that is stored, in one Postgres. Connections open on first use. */
export function createStore({
  databaseUrl,
  keys,
  onError,
  onLost,
  changes,
  connections = 20,
}: {
  databaseUrl: string;
  keys: KeyRing;
  /** An idle connection that broke; without a listener it would end the process. */
  onError: (error: Error) => void;
  /** Called once for each reason why a stored value cannot be opened. */
  onLost?: ((error: Error) => void) | undefined;
  /** With it, values that are read often are cached while changes are heard of. */
  changes?: Pick<Changes, 'subscribe' | 'isLive'>;
  /** The most connections; a statement that finds none free waits. */
  connections?: number;
}) {
  const adapter = new PrismaPg(
    {
      connectionString: databaseUrl,
      max: connections,
      connectionTimeoutMillis: 10_000,
      // Without it a statement that the network swallowed would be waited for until the kernel gives up, a quarter of an hour later. More
      // than the longest wait for a row of `links`.
      query_timeout: 20_000,
      // What nobody waits for any more the server gives up as well, and with it its locks.
      statement_timeout: 20_000,
      idle_in_transaction_session_timeout: idleInTransactionMs,
      application_name: 'kally',
      // Prisma sends and reads times without a zone; a server elsewhere would take them for its own wall time.
      options: '-c timezone=UTC',
    },
    { onPoolError: onError, onConnectionError: onError },
  );
  const prisma = new PrismaClient({ adapter });
  const sealing = createSealing(keys, onLost);
  const rules = createRuleStore(prisma, sealing, changes);
  const phoneHash = createPhoneHash(keys);
  return {
    approvals: createApprovalStore(prisma, sealing),
    calls: createCallStore(prisma, sealing, phoneHash),
    posts: createPostStore(prisma),
    links: createLinkStore(prisma, sealing, changes),
    linkAttempts: createLinkAttemptStore(prisma, sealing),
    installations: createInstallationStore(prisma, sealing),
    preferences: createPreferenceStore(prisma, sealing, changes),
    proposals: createProposalStore(prisma, sealing),
    assistantTokens: createAssistantTokenStore(prisma, sealing),
    installStates: createInstallStateStore(prisma, sealing),
    ...createForgetting(prisma),
    exportOf: createExport(prisma, sealing),
    sweep: (ages: Parameters<typeof sweep>[1]) => sweep(prisma, ages),
    ...createAudit(prisma, sealing, phoneHash),
    settings: createSettingsStore(prisma),
    rules,
    refusals: createRefusalStore(prisma),
    digests: createDigestStore(prisma),
    doNotCall: createDoNotCallStore(prisma, sealing, rules),
    businesses: createBusinessStore(prisma, sealing, rules),
    /** Throws when the database does not answer. */
    async ping() {
      await prisma.$queryRaw`select 1`;
    },
    /** How far the database's clock is ahead of this machine's. */
    async aheadMs(): Promise<number> {
      const askedAt = Date.now();
      const [row] = await prisma.$queryRaw<{ nowMs: string }[]>`
        select (extract(epoch from clock_timestamp()) * 1000)::bigint::text as "nowMs"`;
      return Math.round(Number(row?.nowMs) - (askedAt + Date.now()) / 2);
    },
    close: () => prisma.$disconnect(),
  };
}

export type Store = ReturnType<typeof createStore>;
