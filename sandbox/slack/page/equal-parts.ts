/** `after`, with every part that equals its counterpart in `before` replaced by it, so that memoised components stay put. */
export function keepEqualParts<T>(before: unknown, after: T): T {
  if (before === after || typeof after !== 'object' || after === null) return after;
  if (typeof before !== 'object' || before === null || Array.isArray(before) !== Array.isArray(after))
    return after;
  const old = before as Record<string, unknown>;
  const entries = Object.entries(after).map(
    ([key, value]) => [key, keepEqualParts(old[key], value)] as const,
  );
  const same =
    entries.length === Object.keys(old).length && entries.every(([key, value]) => old[key] === value);
  if (same) return before as T;
  return (Array.isArray(after) ? entries.map(([, value]) => value) : Object.fromEntries(entries)) as T;
}
