import pg from 'pg';
import { z } from 'zod';
import type { Prisma } from '#prisma';

const changeSchema = z.union([
  /**
   * `installed`: a workspace has another token. `ruled`: it has other rules. `forgotten`: a person's or a workspace's rows are gone.
   */
  z.object({ kind: z.enum(['installed', 'ruled', 'forgotten']), workspaceId: z.string() }),
  /** `linked`: a person has other KallyAI tokens, or none any more. `preferred`: they chose or typed something else. */
  z.object({ kind: z.enum(['linked', 'preferred']), workspaceId: z.string(), userId: z.string() }),
]);
export type Change = z.infer<typeof changeSchema>;

const channel = 'kally_changes';
const longestPauseMs = 10_000;

/** Tells all replicas of a change once the transaction has committed, and none if it does not. */
export async function announce(tx: Prisma.TransactionClient, change: Change): Promise<void> {
  await tx.$queryRaw`select pg_notify(${channel}, ${JSON.stringify(change)})::text`;
}

export type Changes = ReturnType<typeof createChanges>;

/**
 * What other replicas changed, within milliseconds and without a statement per request: what is remembered may be kept for as long as
 * `isLive`. `undefined` stands for changes that were missed while the connection was away.
 */
export function createChanges({
  databaseUrl,
  onError,
}: {
  databaseUrl: string;
  onError: (error: Error) => void;
}) {
  const listeners = new Set<(change: Change | undefined) => void>();
  const stopped = new AbortController();
  let client: pg.Client | undefined;
  let live = false;
  let reconnecting: NodeJS.Timeout | undefined;

  function tell(change: Change | undefined): void {
    for (const listen of listeners) listen(change);
  }

  async function connect(): Promise<void> {
    const connection = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'kally-changes',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    client = connection;
    connection.on('error', onError);
    connection.on('notification', ({ payload }) => {
      tell(changeSchema.safeParse(parseJson(payload)).data);
    });
    connection.once('end', () => connection === client && lose());
    await connection.connect();
    await connection.query(`listen ${channel}`);
    live = true;
    tell(undefined);
  }

  function lose(pauseMs = 500): void {
    live = false;
    if (stopped.signal.aborted) return;
    clearTimeout(reconnecting);
    reconnecting = setTimeout(() => {
      connect().catch((error: Error) => {
        onError(error);
        lose(Math.min(pauseMs * 2, longestPauseMs));
      });
    }, pauseMs);
  }

  return {
    isLive: () => live,
    subscribe(listener: (change: Change | undefined) => void): void {
      listeners.add(listener);
    },
    /** Rejects if the first connection fails; later ones are retried forever. */
    start: connect,
    async stop(): Promise<void> {
      stopped.abort();
      clearTimeout(reconnecting);
      live = false;
      await client?.end().catch(onError);
    },
  };
}

/** Anybody with access to the database may notify: an unknown notice counts as a missed change. */
function parseJson(text = ''): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
