import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const src = join(root, 'src');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
].filter((path) => path.endsWith('.md'));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The rooms that each room imports from, as the code has it. */
function arrowsOfCode(): string[] {
  const arrows = new Set<string>();
  for (const name of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.startsWith('store/generated')) continue;
    const file = join(src, name);
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g,
    )) {
      const target = relative(src, join(dirname(file), path));
      const [here = '', there = ''] = [name, target].map((each) => each.split('/')[0]);
      if (here !== there && !target.startsWith('..')) arrows.add(`${here} --> ${there}`);
    }
  }
  return [...arrows].sort();
}

test('the picture of the rooms is the one the imports draw', () => {
  const picture = /```mermaid\ngraph TD\n([\s\S]*?)```/.exec(read('docs/architecture.md'))?.[1] ?? '';
  const drawn = picture
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [from = '', to = ''] = line.trim().split(' --> ');
      return to.split(' & ').map((room) => `${from} --> ${room}`);
    });
  expect(drawn.sort()).toEqual(arrowsOfCode());
});

test('every link inside the documentation leads somewhere', () => {
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#\s]+)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(join(root, dirname(page), target)))
      .map((target) => `${page} -> ${target}`),
  );
  expect(broken).toEqual([]);
});
