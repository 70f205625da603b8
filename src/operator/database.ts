import pg from 'pg';
import type { Config } from '../config.ts';
import { ownDataDir, startEmbeddedPostgres } from '../store/embedded-postgres.ts';

/** Uses the configured database, or Kally's own, which it starts and stops unless somebody else runs it. */
export async function withDatabase<T>(
  { databaseUrl }: Pick<Config, 'databaseUrl'>,
  act: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  if (databaseUrl) return act(databaseUrl);
  const embedded = await startEmbeddedPostgres({ dataDir: ownDataDir });
  try {
    return await act(embedded.url);
  } finally {
    if (!embedded.wasRunning) await embedded.stop();
  }
}

export async function withClient<T>(databaseUrl: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'kally-operator',
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
