import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../src/domain/call-request.ts';
import { words as pages } from '../src/link/words.ts';
import { subcommands } from '../src/slack/listeners/kally-command.ts';
import { formatsIn } from '../src/slack/words/words.ts';

type Catalogue = Record<Language, object>;
type Leaf = { at: string; said: Record<Language, string> };

/** By file: whatever a module in src/slack/words gives for each language. */
async function catalogues(): Promise<Record<string, Catalogue>> {
  const folder = join(import.meta.dirname, '../src/slack/words');
  const modules = await Promise.all(
    readdirSync(folder).map(async (file) => [file, await import(join(folder, file))] as const),
  );
  const found = modules.flatMap(([file, module]: readonly [string, object]) =>
    Object.entries(module).flatMap(([name, value]: [string, unknown]) => {
      const catalogue = catalogueIn(value);
      return catalogue ? [[`${file} ${name}`, catalogue] as const] : [];
    }),
  );
  return { ...Object.fromEntries(found), 'src/link/words.ts': pages };
}

/** One object for each language, or a function that answers it for a language. */
function catalogueIn(value: unknown): Catalogue | undefined {
  const both =
    typeof value === 'function' && value.length === 1 ? { en: value('en'), es: value('es') } : value;
  if (!isObject(both) || !isObject(both.en) || !isObject(both.es)) return undefined;
  return { en: both.en, es: both.es };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Every sentence of two trees side by side; functions with marks in the places of what they are given. */
function leavesOf(en: unknown, es: unknown, at: string): Leaf[] {
  if (typeof en === 'function' && typeof es === 'function') {
    const marks = Array.from({ length: Math.max(en.length, es.length) }, (_, index) => `{${index}}`);
    return leavesOf(en(...marks), es(...marks), at);
  }
  if (!isObject(en) || !isObject(es)) return [{ at, said: { en: String(en), es: String(es) } }];
  if (en instanceof Map && es instanceof Map)
    return leavesOf(Object.fromEntries(en), Object.fromEntries(es), at);
  expect(Object.keys(es).sort(), at).toEqual(Object.keys(en).sort());
  return Object.keys(en).flatMap((key) => leavesOf(en[key], es[key], `${at}.${key}`));
}

const everyLeaf = Object.entries(await catalogues()).flatMap(([name, { en, es }]) => leavesOf(en, es, name));

/** The same word in both languages, or an example that is no sentence. */
const sameInBoth = new Set([
  'English',
  'Español',
  'Hotel',
  'KallyAI',
  'Kally',
  'Plan',
  'Plan: {0}',
  '+44 20 7946 0958',
  '/kally',
  '{0} ({1})',
  '{0}, {1}',
]);

describe('every sentence', () => {
  test('is found', () => {
    expect(everyLeaf.length).toBeGreaterThan(400);
  });

  test('says something in both languages', () => {
    expect(everyLeaf.filter(({ said }) => !said.en.trim() || !said.es.trim())).toEqual([]);
  });

  test('is translated', () => {
    const same = everyLeaf.filter(({ said }) => said.en === said.es && !sameInBoth.has(said.en));
    expect(same.map(({ at, said }) => `${at}: ${said.en}`)).toEqual([]);
  });

  test('says as much of what it is given', () => {
    const marksIn = (said: string) => [...new Set(said.match(/\{\d\}/g))].sort().join();
    expect(everyLeaf.filter(({ said }) => marksIn(said.en) !== marksIn(said.es))).toEqual([]);
  });

  test('names commands by their names in its language', () => {
    for (const [index, language] of languages.entries()) {
      const names = subcommands.map((one) => one.names[index]);
      const named = everyLeaf.flatMap(({ at, said }) =>
        [...said[language].matchAll(/\/kally (\p{L}+)(?=[`<]| [A-Z]{2})/gu)].map(([, word]) => ({
          at,
          word,
        })),
      );
      expect(named.length).toBeGreaterThan(20);
      expect(named.filter(({ word }) => !names.includes(word))).toEqual([]);
    }
  });
});

describe('dates, times and numbers are written as people write them where they live', () => {
  const now = Date.parse('2026-11-22T10:00:00Z');
  const spaced = (text: string) => text.replaceAll(/\s/g, ' ');
  const rows = [
    [
      'en',
      'America/New_York',
      {
        number: '12,345',
        amount: '1,234.6',
        percent: '87%',
        time: '8:30 PM',
        timeOf: '5:00 AM',
        date: 'Friday, November 27',
        nextYear: 'Saturday, January 2, 2027',
        moment: 'Nov 22, 2026, 5:00 AM',
        period: 'November 1 – 30, 2026',
        minutes: '2 min 5 sec',
        hours: '1 hr 1 sec',
        country: 'Spain',
      },
    ],
    [
      'en',
      'Europe/London',
      {
        number: '12,345',
        amount: '1,234.6',
        percent: '87%',
        time: '20:30',
        timeOf: '10:00',
        date: 'Friday 27 November',
        nextYear: 'Saturday, 2 January 2027',
        moment: '22 Nov 2026, 10:00',
        period: '1 – 30 November 2026',
        minutes: '2 mins 5 secs',
        hours: '1 hr 1 sec',
        country: 'Spain',
      },
    ],
    [
      'es',
      'Europe/Madrid',
      {
        number: '12.345',
        amount: '1234,6',
        percent: '87 %',
        time: '20:30',
        timeOf: '11:00',
        date: 'viernes, 27 de noviembre',
        nextYear: 'sábado, 2 de enero de 2027',
        moment: '22 nov 2026, 11:00',
        period: '1–30 de noviembre de 2026',
        minutes: '2 min 5 s',
        hours: '1 h 1 s',
        country: 'España',
      },
    ],
    [
      'es',
      'America/Mexico_City',
      {
        number: '12,345',
        amount: '1,234.6',
        percent: '87%',
        time: '8:30 p.m.',
        timeOf: '4:00 a.m.',
        date: 'viernes, 27 de noviembre',
        nextYear: 'sábado, 2 de enero de 2027',
        moment: '22 nov 2026, 4:00 a.m.',
        period: '1–30 de noviembre de 2026',
        minutes: '2 min 5 s',
        hours: '1 h 1 s',
        country: 'España',
      },
    ],
  ] as const;

  test.for(rows)('%s in %s', ([language, timeZone, expected]) => {
    const formats = formatsIn(language, timeZone);
    const [from, to] = [Date.parse('2026-11-01T00:00:00Z'), Date.parse('2026-11-30T00:00:00Z')];
    const written = {
      number: formats.number(12_345),
      amount: formats.amount(1_234.56),
      percent: formats.percent(0.87),
      time: formats.time('20:30'),
      timeOf: formats.timeOf(now),
      date: formats.date('2026-11-27', now),
      nextYear: formats.date('2027-01-02', now),
      moment: formats.moment(now),
      period: formats.daysInUtc(from, to),
      minutes: formats.duration(125.3),
      hours: formats.duration(3_601),
      country: formats.country('ES'),
    };
    const plain = Object.fromEntries(Object.entries(written).map(([name, text]) => [name, spaced(text)]));
    expect(plain).toEqual(expected);
  });

  test.for([
    ['America/New_York', 'en'],
    ['Europe/London', 'en'],
    ['Europe/Madrid', 'es'],
    ['America/Mexico_City', 'es'],
  ] as const)('one of a thing in %s is one, and none and two are more', ([timeZone, language]) => {
    const { plural, duration } = formatsIn(language, timeZone);
    expect([1, 0, 2, 21, 1.5].map(plural)).toEqual(['one', 'other', 'other', 'other', 'other']);
    expect(duration(0)).toMatch(/^0\s/);
    expect(spaced(duration(119.7))).toMatch(/^2 min/);
  });
});
