import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { subcommands } from '../../src/slack/commands.ts';

const root = join(import.meta.dirname, '../..');
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

test('the page of dependencies names every package, and no other', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
    string,
    Record<string, string>
  >;
  const asked = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
  const [page = ''] = read('docs/dependencies.md').split('\n## What is written by hand');
  const named = [...page.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, names = '']) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
  const covers = (name: string, one: string) =>
    name.endsWith('*') ? one.startsWith(name.slice(0, -1)) : name === one;
  expect(asked.filter((one) => !named.some((name) => covers(name, one)))).toEqual([]);
  expect(named.filter((name) => !asked.some((one) => covers(name, one)))).toEqual([]);
});

/** As GitHub names a heading. */
const anchorsOf = (path: string) =>
  [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test('the README tells of every command', () => {
  const told = [...read('README.md').matchAll(/`\/kally (\p{L}+)[^`]*`/gu)].map(([, name]) => name);
  const names = subcommands.map(({ names }) => names.en[0]).filter((name) => name !== 'call');
  expect(names.filter((name) => !told.includes(name))).toEqual([]);
});

test('every link inside the documentation leads somewhere', () => {
  const leads = (page: string, target: string, anchor: string | undefined) => {
    const path = target ? join(dirname(page), target) : page;
    if (!existsSync(join(root, path))) return false;
    return anchor === undefined || anchorsOf(path).includes(anchor);
  };
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)]
      .filter(([, target = '', anchor]) => !leads(page, target, anchor))
      .map(([link]) => `${page}: ${link}`),
  );
  expect(broken).toEqual([]);
});

test('every picture is shown somewhere', () => {
  const shown = pages.map(read).join('\n');
  const hidden = readdirSync(join(root, 'docs/images')).filter((name) => !shown.includes(`images/${name})`));
  expect(hidden).toEqual([]);
});
