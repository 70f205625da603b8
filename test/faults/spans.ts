/** By the steady clock; one that is not over yet has no end. */
export type Span = { from: number; until: number };

/** How much of the time since then lies in none of the spans. */
export function msOutside(spans: readonly Span[], since: number): number {
  const now = performance.now();
  const inside = spans.map(({ from, until }) => Math.max(0, Math.min(until, now) - Math.max(from, since)));
  return inside.reduce((left, ms) => left - ms, now - since);
}
