import type { FinalStatus, TranscriptLine } from '../../../src/domain/call.ts';
import type { Category } from '../../../src/domain/call-request.ts';
import type { Evidence, Verdict } from '../../../src/domain/evidence/schema.ts';

export type WrittenCall = {
  id: string;
  country: string;
  status: FinalStatus;
  highlights: string[];
  callDate: string;
  request: {
    category: Category;
    task: string;
    date?: string;
    time?: string;
    partySize?: number;
    name?: string;
  };
  transcript: TranscriptLine[];
  verdict: Verdict;
  expected: Expected[];
};

/** What a careful reader concludes; `optional` is what another reader would leave out. */
type Expected = { optional: boolean; what: string; lines: number[] };

/**
 * Reads calls written as text: a head, `== id | COUNTRY category | task | called DATE | DATE TIME xPARTY NAME`, perhaps with `| status S`
 * and `| says HIGHLIGHT`; lines of the business (`H:`) and of the assistant (`A:`); and what is concluded, `> verdict | fact | ...`.
 */
export function readCalls(text: string): WrittenCall[] {
  return text.split(/^== /m).slice(1).map(readCall);
}

function readCall(text: string): WrittenCall {
  const [head = '', ...rest] = text.trim().split('\n');
  const [id = '', place = '', task = '', called = '', ...details] = head.split(' | ');
  const [country = '', category = ''] = place.split(' ');
  const detail = (word: string) => details.find((one) => one.startsWith(`${word} `))?.slice(word.length + 1);
  const [date = '-', time = '-', ...others] = (details.find((one) => /^(?:-|\d{4})/.test(one)) ?? '').split(
    ' ',
  );
  const party = others.find((one) => /^x\d+$/.test(one));
  const name = others.filter((one) => one !== party && one !== '-').join(' ');
  const highlight = detail('says');
  const [verdict = '', ...expected] = (rest.find((line) => line.startsWith('> ')) ?? '')
    .slice(2)
    .split(' | ');
  return {
    id,
    country,
    status: (detail('status') ?? 'success') as FinalStatus,
    highlights: highlight ? [highlight] : [],
    callDate: called.replace('called ', ''),
    request: {
      category: category as Category,
      task,
      ...(date !== '-' && date && { date }),
      ...(time !== '-' && /^\d/.test(time) && { time }),
      ...(party && { partySize: Number(party.slice(1)) }),
      ...(name && { name }),
    },
    transcript: rest
      .filter((line) => /^[HA]: /.test(line))
      .map((line, index) => ({
        speaker: line.startsWith('H') ? 'business' : 'kally',
        text: line.slice(3),
        atSeconds: index * 5,
      })),
    verdict: verdict as Verdict,
    expected: expected.map(readExpected),
  };
}

function readExpected(text: string): Expected {
  const [, may, body = '', lines = '', late] = /^(may )?(.*?)(?: @([\d,]+))?( optional)?$/.exec(text) ?? [];
  return {
    optional: Boolean(may || late),
    what: body.replace(/ optional$/, ''),
    lines: lines.split(',').filter(Boolean).map(Number),
  };
}

/** Where a reading differs from what was expected, in one line each. */
export function differencesOf(call: WrittenCall, evidence: Evidence): string[] {
  const said: { what: string; line?: number }[] = [
    ...evidence.facts.map(({ kind, value, line }) => ({ what: `${kind} ${value}`, line })),
    ...evidence.mismatches.map(({ field, asked, said }) => ({ what: `other ${field} ${asked} ${said}` })),
    ...evidence.flags.map((flag) => ({ what: `flag ${flag}` })),
  ];
  const differences: string[] = [];
  if (evidence.verdict !== call.verdict) differences.push(`verdict ${call.verdict} -> ${evidence.verdict}`);
  for (const { what, line } of said) {
    const one = call.expected.find((each) => isSame(each.what, what));
    if (!one) differences.push(`FALSE ${what}${line === undefined ? '' : ` @${line}`}`);
    else if (line !== undefined && one.lines.length > 0 && !one.lines.includes(line))
      differences.push(`line of ${what}: ${line}, not ${one.lines.join()}`);
  }
  for (const { what, optional } of call.expected)
    if (!optional && !said.some((each) => isSame(what, each.what))) differences.push(`missed ${what}`);
  return differences;
}

function isSame(one: string, other: string): boolean {
  if (!one.startsWith('name ') || !other.startsWith('name ')) return one === other;
  const [left, right] = [one, other].map((text) => text.toLowerCase().split(' ').slice(1));
  return (
    left?.every((word) => right?.includes(word)) || right?.every((word) => left?.includes(word)) || false
  );
}
