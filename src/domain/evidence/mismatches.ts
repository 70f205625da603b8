import type { OtherTime } from '../call-request.ts';
import type { FinishedCall, HeardCall } from './finished-call.ts';
import type { Evidence, Fact, Mismatch } from './schema.ts';
import type { Line } from './speech.ts';

const party =
  /\b(\d{1,2}) (?:people|persons|of you|guests|personas)\b|\b(?:como mucho|party of|max(?:imum)?|pues|table for|mesa para|mesa de) (\d{1,2})\b(?! y|:)|\b(?:you|him|her|them) (?:down|in) for (\d{1,2})$/;

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

/** Where what stands differs from what was asked. */
export function readMismatches(
  lines: readonly Line[],
  facts: readonly Fact[],
  verdict: Evidence['verdict'],
  { request }: HeardCall,
): Mismatch[] {
  if (verdict !== 'arranged' && verdict !== 'declined') return [];
  const found: Mismatch[] = [];
  for (const field of ['date', 'time'] as const) {
    const said = facts.filter(({ kind }) => kind === field).map(({ value }) => value);
    const asked = request[field];
    const [first] = said;
    if (asked && first && said.length === 1 && first !== asked) found.push({ field, asked, said: first });
  }
  if (verdict === 'declined') return found;
  const isDayAsAsked = found.every(({ field }) => field !== 'date');
  for (const mismatch of found)
    if (isDayAsAsked && mismatch.field === 'time' && isWithin(request, mismatch.said))
      mismatch.isAllowed = true;
  const sizes = lines
    .filter(({ by }) => by === 'business')
    .flatMap(({ clauses }) =>
      clauses.flatMap(({ digits }) => party.exec(digits)?.slice(1).find(Boolean) ?? []),
    );
  const last = sizes.at(-1);
  const asked = request.partySize;
  if (asked && last && Number(last) !== asked)
    found.push({ field: 'partySize', asked: String(asked), said: last });
  return found;
}
