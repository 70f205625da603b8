import type { OtherTime } from '../call-request.ts';
import type { FinishedCall, HeardCall } from './finished-call.ts';
import type { Evidence, Fact, Mismatch } from './schema.ts';
import type { Line } from './speech.ts';
import { isCancellation } from './task.ts';

const party =
  /(?<!\b(?:over|than|under|to|de) )\b(\d{1,2}) (?:people|persons|of you|guests|personas)\b|\b(?:como mucho|party of|max(?:imum)?|pues|most (?:i|we|he|she|they) (?:can|could|would) (?:do|seat|fit|take|manage) is|sirve para|tops out at|lo maximo\b.{0,40}\b(?:es|son)(?: para| de)?|table for|mesa para|(?<!\b(?:entra|tengo|hay|viene) (?:una|1) )mesa de) (\d{1,2})\b(?! y|:)|\b(?:you|him|her|them) (?:down|in) for (\d{1,2})$|\b(\d{1,2}) (?:of yous|at (?:the )?most|tops|como mucho|como maximo)\b/;
/** "Six is the most I could do you". */
const mostly =
  /\b(\d{1,2}) (?:is (?:the|our) (?:most|max\w*|limit)|at (?:the )?most|tops|max(?:imum)?|como (?:mucho|maximo))\b|\b(?:(?:most|biggest|largest) (?:i|we|he|she|they) (?:can|could|would|have|have got)(?: (?:do|seat|fit|take|manage|got))?(?: (?:you|(?:on )?(?:the )?\w+day))* is(?: an?)?|como (?:mucho|maximo)|maximo(?: de)?|lo maximo\b.{0,40}\b(?:es|son)(?: para| de)?) (\d{1,2})\b/;
/** "Eight it is, Sunday at eleven": a size, where the hour is another number. */
const agreed = /^(?:(?:okay|so|well|right|then|pues|entonces|vale) )*(\d{1,2}) (?:it is|then|entonces)$/;

/** "Six, tops." */
const atMost = /\b(\d{1,2}), (?:tops|at (?:the )?most|max(?:imum)?|como mucho|como maximo)\b/;

/** How far another time of the day may be from the one asked for. */
const marginMinutes: Record<OtherTime, number> = { within_30: 30, within_60: 60, same_day: 24 * 60 };

function isWithin({ time, otherTime }: FinishedCall['request'], said: string): boolean {
  if (!time || !otherTime) return false;
  return Math.abs(minutesOf(time) - minutesOf(said)) <= marginMinutes[otherTime];
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

function sizesIn(pattern: RegExp, text: string): string[] {
  return pattern.exec(text)?.slice(1).filter(Boolean) ?? [];
}

/** The number, where it is no hour that was said. */
function sizeUnlessHour(facts: readonly Fact[], number = ''): string {
  const hours = facts
    .filter(({ kind }) => kind === 'time')
    .map(({ value }) => Number(value.slice(0, 2)) % 12);
  return hours.length > 0 && !hours.includes(Number(number) % 12) ? number : '';
}

/** Where what stands differs from what was asked. */
export function readMismatches(
  lines: readonly Line[],
  facts: readonly Fact[],
  verdict: Evidence['verdict'],
  { request }: HeardCall,
): Mismatch[] {
  // What else is said while something is called off was asked for by nobody.
  if ((verdict !== 'arranged' && verdict !== 'declined') || isCancellation(request)) return [];
  const found: Mismatch[] = [];
  for (const field of ['date', 'time'] as const) {
    const said = facts.filter(({ kind }) => kind === field).map(({ value }) => value);
    const asked = request[field];
    // Of several offers that were not taken each is another than was asked.
    const isOffers = verdict === 'declined' && field === 'time' && !said.includes(asked ?? '');
    if (asked && (said.length === 1 || isOffers))
      for (const one of said) if (one !== asked) found.push({ field, asked, said: one });
  }
  const heard = lines.filter(({ by }) => by === 'business');
  const wanted = request.partySize ?? 0;
  if (verdict === 'declined') {
    const most = heard
      .flatMap(({ clauses }) => clauses.flatMap(({ digits }) => sizesIn(mostly, digits)))
      .at(-1);
    if (most && Number(most) < wanted) found.push({ field: 'partySize', asked: String(wanted), said: most });
    return found;
  }
  const isDayAsAsked = found.every(({ field }) => field !== 'date');
  for (const mismatch of found)
    if (isDayAsAsked && mismatch.field === 'time' && isWithin(request, mismatch.said))
      mismatch.isAllowed = true;
  const sizes = heard.flatMap(({ clauses }) => [
    ...clauses.flatMap(({ digits }) => sizesIn(mostly, digits).filter((size) => Number(size) < wanted)),
    ...sizesIn(atMost, clauses.map(({ digits }) => digits).join(', ')),
    ...clauses.flatMap(
      ({ digits }) => sizesIn(party, digits)[0] ?? (sizeUnlessHour(facts, agreed.exec(digits)?.[1]) || []),
    ),
  ]);
  const last = sizes.at(-1);
  if (wanted && last && Number(last) !== wanted)
    found.push({ field: 'partySize', asked: String(wanted), said: last });
  return found;
}
