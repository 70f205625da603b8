import { expect, test } from 'vitest';
import { readEvidence } from '../src/domain/evidence/evidence.ts';
import { englishCalls } from './evidence/calls-en.ts';
import { spanishCalls } from './evidence/calls-es.ts';
import { differencesOf, readCalls } from './evidence/read-calls.ts';

for (const [language, text] of [['en', englishCalls], ['es', spanishCalls]] as const)
  for (const call of readCalls(text)) {
    const differences = differencesOf(call, readEvidence({ ...call, language }));
    if (process.env.LIST && differences.length) console.log(`${language} ${call.id}: ${differences.join('; ')}`);
  }
test('x', () => expect(1).toBe(1));
