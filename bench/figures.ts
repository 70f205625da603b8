/** The share of values that is at most this: `quantile(times, 0.99)`. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** One line: name, value, unit, and where there is something to hold it against, that and the ratio. */
export function tell(name: string, value: number, unit: string, baseline?: number): void {
  const against = baseline === undefined ? ['-', '-'] : [short(baseline), short(value / baseline)];
  console.log([name, short(value), unit, ...against].join(' '));
}

/**
 * The same for a figure that was measured in rounds beside its baseline: medians of both, the median of the rounds' ratios, and between
 * which two the middle half of them lies.
 */
export function tellRounds(
  name: string,
  unit: string,
  rounds: readonly { value: number; baseline: number }[],
): void {
  const median = (of: (round: (typeof rounds)[number]) => number) => quantile(rounds.map(of), 0.5);
  const ratios = rounds.map(({ value, baseline }) => value / baseline);
  const spread = `${short(quantile(ratios, 0.25))}..${short(quantile(ratios, 0.75))}`;
  const [value, baseline] = [median((round) => round.value), median((round) => round.baseline)];
  console.log([name, short(value), unit, short(baseline), short(quantile(ratios, 0.5)), spread].join(' '));
}

function short(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : '-';
}
