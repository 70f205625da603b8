import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../src/store/embedded-postgres.ts';

/** What is thrown away need not outlive the machine: nothing waits for the disk. */
export const carefree = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
  autovacuum: 'off',
  jit: 'off',
};

/** A folder that goes with the machine's temporary files. */
export async function makeRoom(name: string): Promise<string> {
  const room = await mkdtemp(join(tmpdir(), `kally-${name}-`));
  // Root's Postgres runs as another account, which has to get in.
  await chmod(room, 0o755);
  return room;
}

/** A Postgres that leaves nothing behind; or the one at `configured`, left as it is. */
export async function startThrowawayPostgres(
  name: string,
  configured: string | undefined,
  settings: Record<string, string> = {},
) {
  if (configured) return { url: configured, stop: async () => {} };
  const server = await startRestartablePostgres(name, settings);
  return { url: server.url(), stop: server.stop };
}

/** One that can be away for a while, and is on another port then. */
export async function startRestartablePostgres(name: string, settings: Record<string, string>) {
  const room = await makeRoom(name);
  const start = () => startEmbeddedPostgres({ dataDir: join(room, 'postgres'), settings });
  let server = await start();
  return {
    url: () => server.url,
    suspend: () => server.stop(),
    async resume() {
      server = await start();
    },
    async stop() {
      await server.stop();
      await rm(room, { recursive: true, force: true });
    },
  };
}
