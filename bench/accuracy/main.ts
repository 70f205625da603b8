import { readFileSync } from 'node:fs';
import { predictFreeText } from './free-text.ts';

/** Each reads one object of a file of its kind. */
const readers: Record<string, (row: unknown) => object> = { 'free-text': predictFreeText };

const [name = '', path] = process.argv.slice(2);
const read = readers[name];
if (!read || !path) {
  console.error(
    `usage: npm run -s accuracy -- ${Object.keys(readers).join('|')} FILE\n\nReads a file of JSON lines and prints one prediction a line.`,
  );
  process.exit(2);
}
for (const line of readFileSync(path, 'utf8').split('\n'))
  if (line.trim() !== '') console.log(JSON.stringify(read(JSON.parse(line))));
