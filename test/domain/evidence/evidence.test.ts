import { expect, test } from 'vitest';
import { readEvidence, readEvidenceInSteps } from '../../../src/domain/evidence/evidence.ts';
import { englishCalls } from './calls-en.ts';
import { spanishCalls } from './calls-es.ts';
import { heardInEnglish } from './calls-heard-en.ts';
import { heardInSpanish } from './calls-heard-es.ts';
import { lastLineCalls } from './calls-last-line.ts';
import { laterCalls } from './calls-later.ts';
import { turningCalls } from './calls-turns.ts';
import { unseenCalls } from './calls-unseen.ts';
import { differencesOf, readCalls } from './read-calls.ts';

const calls = [
  ...readCalls(
    englishCalls + laterCalls.en + heardInEnglish + unseenCalls.en + turningCalls.en + lastLineCalls.en,
  ).map((call) => ({
    ...call,
    language: 'en' as const,
  })),
  ...readCalls(
    spanishCalls + laterCalls.es + heardInSpanish + unseenCalls.es + turningCalls.es + lastLineCalls.es,
  ).map((call) => ({
    ...call,
    language: 'es' as const,
  })),
];

test.each(calls)('$language $id', (call) => {
  expect(differencesOf(call, readEvidence(call))).toEqual([]);
});

test('what KallyAI says of a call is no evidence', () => {
  for (const { language, request, callDate, country } of calls) {
    const call = { language, request, callDate, country, status: 'success' as const, transcript: [] };
    expect(readEvidence(call)).toEqual({ verdict: 'unclear', facts: [], mismatches: [], flags: [] });
  }
});

test('every fact is in a line of the business, and the words of the assistant alone arrange nothing', () => {
  for (const call of calls) {
    const { facts } = readEvidence(call);
    for (const { line } of facts) expect(call.transcript[line]?.speaker).toBe('business');
    const monologue = call.transcript.filter(({ speaker }) => speaker === 'kally');
    const alone = readEvidence({ ...call, transcript: monologue });
    expect(alone.facts).toEqual([]);
    expect(['not_reached', 'unclear']).toContain(alone.verdict);
  }
});

test('a transcript that ends earlier is never arranged before the business bound itself', () => {
  for (const call of calls.filter(({ verdict }) => verdict !== 'arranged'))
    if (!/retract|stale|cambio|retractado/.test(call.id))
      for (let end = 0; end <= call.transcript.length; end++)
        expect(
          readEvidence({ ...call, transcript: call.transcript.slice(0, end) }).verdict,
          call.id,
        ).not.toBe('arranged');
});

test('a very long transcript is read in many short steps', () => {
  const [call] = calls;
  if (!call) throw new Error('no calls');
  const transcript = Array.from({ length: 100 }, () => call.transcript).flat();
  const steps = [...readEvidenceInSteps({ ...call, transcript })];
  expect(steps.length).toBeGreaterThan(20);
});
