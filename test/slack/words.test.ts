import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../src/domain/language.ts';
import { words as installPages } from '../../src/install/words.ts';
import { words as linkPages } from '../../src/link/words.ts';
import { subcommands } from '../../src/slack/commands.ts';
import { helpWords } from '../../src/slack/help/words.ts';
import { formatsIn } from '../../src/slack/ui/formats.ts';

type Catalogue = Record<Language, object>;
type Leaf = { at: string; said: Record<Language, string> };

/** By file: whatever the modules of words in src/slack give for each language, and what stands on pages. */
async function catalogues(): Promise<Record<string, Catalogue>> {
  const folder = join(import.meta.dirname, '../../src/slack');
  const modules = await Promise.all(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('words.ts'))
      .map(async (file) => [file, await import(join(folder, file))] as const),
  );
  const found = modules.flatMap(([file, module]: readonly [string, object]) =>
    Object.entries(module).flatMap(([name, value]: [string, unknown]) => {
      const catalogue = catalogueIn(value);
      return catalogue ? [[`${file} ${name}`, catalogue] as const] : [];
    }),
  );
  const ofPages = { 'src/link/words.ts': linkPages, 'src/install/words.ts': installPages };
  return { ...Object.fromEntries(found), ...ofPages };
}

/** One object for each language. */
function catalogueIn(value: unknown): Catalogue | undefined {
  return isObject(value) && languages.every((language) => isObject(value[language]))
    ? (value as Catalogue)
    : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function inEach<T>(of: (language: Language) => T): Record<Language, T> {
  return Object.fromEntries(languages.map((language) => [language, of(language)])) as Record<Language, T>;
}

/** Every sentence, in each language beside the others; functions with marks in the places of what they are given. */
function leavesOf(trees: Record<Language, unknown>, at: string): Leaf[] {
  const all = Object.values(trees);
  if (all.every((tree) => typeof tree === 'function')) {
    const marks = Array.from({ length: Math.max(...all.map(({ length }) => length)) }, (_, n) => `{${n}}`);
    return leavesOf(
      inEach((language) => (trees[language] as (...given: string[]) => unknown)(...marks)),
      at,
    );
  }
  if (all.every((tree) => tree instanceof Map))
    return leavesOf(
      inEach((language) => Object.fromEntries(trees[language] as Map<string, unknown>)),
      at,
    );
  const { en } = trees;
  if (!isObject(en)) return [{ at, said: inEach((language) => String(trees[language])) }];
  const branches = inEach((language) => trees[language] as Record<string, unknown>);
  for (const branch of Object.values(branches))
    expect(Object.keys(branch).sort(), at).toEqual(Object.keys(en).sort());
  return Object.keys(en).flatMap((key) =>
    leavesOf(
      inEach((language) => branches[language][key]),
      `${at}.${key}`,
    ),
  );
}

const others = languages.filter((language) => language !== 'en');
const everyLeaf = Object.entries(await catalogues()).flatMap(([name, trees]) => leavesOf(trees, name));

/** The same word in another language, or an example that is no sentence. */
const sameInOthers = new Set([
  'Slackbot',
  'Token',
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

  test('says something in every language', () => {
    expect(everyLeaf.filter(({ said }) => Object.values(said).some((one) => !one.trim()))).toEqual([]);
  });

  test('is translated', () => {
    const same = everyLeaf.filter(
      ({ said }) => others.some((one) => said[one] === said.en) && !sameInOthers.has(said.en),
    );
    expect(same.map(({ at, said }) => `${at}: ${said.en}`)).toEqual([]);
  });

  test('uses the same arguments', () => {
    const marksIn = (said: string) => [...new Set(said.match(/\{\d\}/g))].sort().join();
    expect(
      everyLeaf.filter(({ said }) => others.some((one) => marksIn(said[one]) !== marksIn(said.en))),
    ).toEqual([]);
  });

  test.for(languages)('uses the %s names of commands', (language) => {
    const names = subcommands.map((one) => one.names[language][0]);
    const named = everyLeaf.flatMap(({ at, said }) =>
      [...said[language].matchAll(/\/kally (\p{L}+)(?=[`<]| [A-Z]{2})/gu)].map(([, word]) => ({ at, word })),
    );
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter(({ word }) => !names.some((name) => name === word))).toEqual([]);
  });
});

test.for(languages)('the help in %s tells of every command, and the example of a call', (language) => {
  const told = helpWords[language].lines.flatMap(([line = '']) => / (\S+)/.exec(line)?.[1] ?? []);
  const names = subcommands.map((one) => one.names[language][0]);
  const [call] = subcommands[0]?.names[language] ?? [];
  expect(told.filter((word) => /^\p{L}/u.test(word)).sort()).toEqual(
    names.filter((name) => name !== call).sort(),
  );
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
