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

function short(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : '-';
}
