import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { stories } from '../../sandbox/playground/stories.ts';
import { testStories } from './stories.ts';

testStories(1);

test('the documentation lists every story', async () => {
  const docs = await readFile(new URL('../../docs/playground.md', import.meta.url), 'utf8');
  for (const [name, { tells }] of Object.entries(stories))
    expect(docs).toContain(`| \`${name}\` | ${tells} |`);
});
