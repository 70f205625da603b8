import type { Config } from '../config.ts';
import { reseal } from '../store/reseal.ts';
import { withDatabase } from './database.ts';

/** Seals everything with the current key, and prints how many rows of each table. True if all could be opened. */
export async function rotateKeys(config: Config, say: (line: string) => void): Promise<boolean> {
  let complete = true;
  say(`Sealing everything with key "${config.keys[0]?.id}".`);
  await withDatabase(config, async (databaseUrl) => {
    for await (const { table, resealed, unopened } of reseal(databaseUrl, config.keys)) {
      say(`${table}: ${resealed} sealed anew`);
      for (const [reason, count] of unopened) say(`${table}: ${count} left as they are: ${reason}`);
      complete &&= unopened.size === 0;
    }
  });
  say(
    complete
      ? 'Done. No other key is needed for the database any more.'
      : 'Not complete: put the missing keys into ENCRYPTION_KEYS, behind the current one, and run this again.',
  );
  return complete;
}
