import { Session } from 'node:inspector/promises';
import { createApp } from './app.ts';
import { addEnvFile, ConfigFaults, readConfig } from './config.ts';
import { createLog } from './log.ts';
import { CannotStart } from './store/await-database.ts';
import { NoEmbeddedPostgres, ownDataDir, startEmbeddedPostgres } from './store/embedded-postgres.ts';

/** Exit anyway after this long: a dead database would block shutdown. Other replicas pick the calls up. */
const stopWithinMs = 18_000;
/** Those who waited for the start are answered by then. */
const garbageAfterMs = 10_000;

async function main() {
  addEnvFile(process.env);
  const config = readConfig(process.env);
  const log = createLog({ level: config.logLevel });
  const embedded = config.databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir: ownDataDir });
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
  const app = createApp({ ...config, databaseUrl }, { log });

  let stopping: Promise<void> | undefined;
  const stop = (signal: string) => {
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.fatal('did not stop in time');
      process.exit(1);
    }, stopWithinMs).unref();
    stopping ??= app.stop().then(() => embedded?.stop());
    void stopping.then(
      () => process.exit(0),
      (error: unknown) => {
        log.fatal({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  await app.start();
  const tidy = () => collectGarbage().catch((err: unknown) => log.info({ err }, 'garbage is left to V8'));
  setTimeout(tidy, garbageAfterMs).unref();
}

/**
 * V8 keeps what a start allocated until it needs the memory; an app at rest would hold a third more for ever. It takes a tenth of a second of
 * a processor.
 */
async function collectGarbage(): Promise<void> {
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.collectGarbage');
  session.disconnect();
}

/** Errors the operator can fix: print only the message. Everything else gets a stack trace. */
const plain = [ConfigFaults, CannotStart, NoEmbeddedPostgres];

main().catch((error: unknown) => {
  const isPlain = error instanceof Error && plain.some((kind) => error instanceof kind);
  console.error(isPlain ? error.message : error);
  process.exit(1);
});
