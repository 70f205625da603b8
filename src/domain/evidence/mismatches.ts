import type { HeardCall } from './finished-call.ts';
import type { Evidence, Fact, Mismatch } from './schema.ts';
import type { Line } from './speech.ts';

const party =
  /\b(\d{1,2}) (?:people|persons|of you|guests|personas)\b|\b(?:como mucho|party of|max(?:imum)?|pues|table for|mesa para|mesa de) (\d{1,2})\b(?! y|:)|\b(?:you|him|her|them) (?:down|in) for (\d{1,2})$/;

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
