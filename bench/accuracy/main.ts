import { readFileSync } from 'node:fs';
import { evidence } from './evidence.ts';
import { predictFreeText } from './free-text.ts';

/** What reads one line of a data set, by the name of what is read. */
const readers: Record<string, (row: unknown) => object> = { evidence, 'free-text': predictFreeText };

const [name = '', path] = process.argv.slice(2);
const read = readers[name];
if (!read || !path) {
  console.error(`usage: npm run -s accuracy -- ${Object.keys(readers).join('|')} FILE`);
  process.exit(2);
}
for (const line of readFileSync(path, 'utf8').split('\n'))
  if (line.trim() !== '') console.log(JSON.stringify(read(JSON.parse(line))));
