/** Plays the journeys in the browser and keeps a picture of what they look at in `docs/images`. Run by `npm run screenshots`. */
import { join } from 'node:path';
import { startVitest } from 'vitest/node';

const folder = join(import.meta.dirname, '../../docs/images');
const vitest = await startVitest(['test/browser/'], {
  watch: false,
  env: { SCREENSHOTS: folder },
});
await vitest.close();
