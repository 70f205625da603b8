import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Program, parseSync } from 'oxc-parser';

const root = join(import.meta.dirname, '../..');

export type Source = { path: string; text: string; program: Program };

/** The TypeScript files of a folder of ours, parsed. */
export function sourcesIn(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const path = join(root, folder, name);
      const text = readFileSync(path, 'utf8');
      return { path: relative(root, path), text, program: parseSync(path, text).program };
    });
}
