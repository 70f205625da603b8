import { readFileSync } from 'node:fs';
import { evidence } from './evidence.ts';

/** What reads one line of a data set, by the name of what is read. */
const readers = { evidence } satisfies Record<string, (line: unknown) => { id: string }>;

const [name = '', file] = process.argv.slice(2);
if (!Object.hasOwn(readers, name) || !file) {
  console.error(`usage: npm run -s accuracy -- ${Object.keys(readers).join('|')} FILE`);
  process.exit(2);
}
const read = readers[name as keyof typeof readers];
for (const line of readFileSync(file, 'utf8').split('\n'))
  if (line.trim()) console.log(JSON.stringify(read(JSON.parse(line))));
