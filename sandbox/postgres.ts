import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../src/store/embedded-postgres.ts';

/** A folder that goes with the machine's temporary files. */
export async function makeRoom(name: string): Promise<string> {
  const room = await mkdtemp(join(tmpdir(), `kally-${name}-`));
  // Root's Postgres runs as another account, which has to get in.
  await chmod(room, 0o755);
  return room;
}

/** A Postgres that leaves nothing behind; or the one at `configured`, left as it is. */
export async function startThrowawayPostgres(name: string, configured?: string) {
  if (configured) return { url: configured, stop: async () => {} };
  const room = await makeRoom(name);
  const server = await startEmbeddedPostgres({ dataDir: join(room, 'postgres') });
  return {
    url: server.url,
    async stop() {
      await server.stop();
      await rm(room, { recursive: true, force: true });
    },
  };
}
