import type { Language } from '../language.ts';
import { valuesIn } from './facts.ts';
import type { FinishedCall } from './finished-call.ts';
import type { Evidence, Fact, FactKind } from './schema.ts';
import { readLine } from './speech.ts';

/** A value that was asked for, or that KallyAI's summary names, and that no line of the business says. */
export type Unproven = Pick<Fact, 'kind' | 'value'>;
/** `isDisputed`: the transcript says otherwise. */
export type SummaryCheck = { isDisputed: boolean; unproven: Unproven[] };

const unprovenMax = 6;
/** A name or an hour in a summary is written too freely to be missed in a transcript. */
const comparedKinds: readonly FactKind[] = ['date', 'time', 'price', 'confirmation'];

const claims: Record<Language, RegExp> = {
  en: /\b(?:reserved|booked|confirmed|scheduled|arranged|ordered|cancelled|(?:appointment|reservation|booking) (?:made|set))\b/,
  es: /\b(?:reservad|confirmad|concertad|agendad|apuntad|encargad|anulad|cancelad)[oa]s?\b|\bcita hecha\b/,
};
const denials: Record<Language, RegExp> = {
  en: /\b(?:not|no|never|unable|fully|could not)\b/,
  es: /\b(?:no|nunca|imposible|sin)\b/,
};
const refusals: Record<Language, RegExp> = {
  en: /\b(?:fully booked|sold out|declined|refused|not (?:possible|available|accepted)|could not|unable|no (?:tables?|availability|appointments?|rooms?))\b/,
  es: /\b(?:complet[oa]s?|rechaz\w+|no (?:fue posible|hay|habia|pudo|pudieron|aceptan)|imposible)\b/,
};

/** Holds KallyAI's summary, in the language it is written in, against what the transcript bears out. */
export function checkSummary(
  summary: readonly string[],
  { verdict, facts }: Evidence,
  call: FinishedCall & { writtenIn: Language },
): SummaryCheck {
  const { request, writtenIn } = call;
  const written = { ...call, language: writtenIn };
  const lines = summary.map((text, index) => readLine({ speaker: 'business', text }, index, writtenIn));
  const said = lines.flatMap((line) => valuesIn({ ...line, by: 'business' }, written));
  const valuesOf = (from: readonly Unproven[], kind: FactKind) =>
    from.filter((one) => one.kind === kind).map(({ value }) => value);

  const claim = claimOf(
    lines.flatMap(({ clauses }) => clauses.map((clause) => clause.words)),
    writtenIn,
  );
  const isContradicted = comparedKinds.some((kind) => {
    const [inSummary, inTranscript] = [valuesOf(said, kind), valuesOf(facts, kind)];
    return (
      inSummary.length > 0 &&
      inTranscript.length > 0 &&
      !inSummary.some((value) => inTranscript.includes(value))
    );
  });
  const isOverstated = claim === 'arranged' && verdict !== 'arranged' && verdict !== 'answered';
  const isUnderstated = claim === 'declined' && verdict === 'arranged';

  const expected: Unproven[] = [
    ...(verdict === 'arranged' && request.date ? [{ kind: 'date' as const, value: request.date }] : []),
    ...(verdict === 'arranged' && request.time ? [{ kind: 'time' as const, value: request.time }] : []),
  ].filter(({ kind }) => valuesOf(facts, kind).length === 0);
  /** What was asked for is rightly named beside what was agreed instead. */
  const isReplaced = ({ kind, value }: Unproven) =>
    (value === request.date || value === request.time) && valuesOf(facts, kind).length > 0;
  const unproven = [...expected, ...said.filter(({ kind }) => comparedKinds.includes(kind))].filter(
    ({ kind, value }, at, all) =>
      !valuesOf(facts, kind).includes(value) &&
      !isReplaced({ kind, value }) &&
      all.findIndex((other) => other.kind === kind && other.value === value) === at,
  );
  return {
    isDisputed: isContradicted || isOverstated || isUnderstated,
    unproven: unproven.slice(0, unprovenMax),
  };
}

/** What the summary says came of it, where it says so at all. */
function claimOf(clauses: readonly string[], language: Language): 'arranged' | 'declined' | undefined {
  if (clauses.some((text) => claims[language].test(text) && !denials[language].test(text))) return 'arranged';
  return clauses.some((text) => refusals[language].test(text)) ? 'declined' : undefined;
}
