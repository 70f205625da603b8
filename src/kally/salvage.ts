import type { z } from 'zod';

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** `leftOut` names what could not be read in KallyAI's own names, as `calls.duration_seconds`, once for each time. */
export type Salvaged<T> = { data: T; leftOut: string[] } | { issue: Issue | undefined };

/** With more faults than this it is another kind of answer, and walking through it would block the event loop. */
const mostIssues = 10_000;

/** Marks a `refine` that everything depends on: when it fails, nothing is salvaged. */
export const decisive = { params: { decisive: true } };

/**
 * Reads what can be read. A field or an item of a wrong kind is left out, and with it whatever cannot be without it; `issue` says why not
 * even the rest could be read.
 */
export function salvage<S extends z.ZodType>(schema: S, body: unknown): Salvaged<z.output<S>> {
  const leftOut = new Map<string, Path>();
  let first: Issue | undefined;
  for (let rest = body; ; ) {
    const parsed = schema.safeParse(rest);
    if (parsed.success) return { data: parsed.data, leftOut: [...leftOut.values()].map(nameOf) };
    const issues = parsed.error.issues.flatMap((issue) => issuesIn(issue));
    first ??= issues[0];
    if (issues.length > mostIssues || issues.some(isDecisive)) return { issue: first };
    const paths = issues.map(({ path }) => path);
    for (const path of paths) leftOut.set(path.join('.'), path);
    rest = without(rest, paths);
    if (rest === undefined) return { issue: first };
  }
}

/** In a union, only issues of the kind that was sent count: the other kinds fail as a whole. */
function issuesIn(issue: Issue): Issue[] {
  const kinds = issue.code === 'invalid_union' ? issue.errors : [];
  const sent = kinds.find((issues) => issues.every(({ path }) => path.length > 0));
  if (!sent) return [issue];
  return sent.flatMap((inner) => issuesIn({ ...inner, path: [...issue.path, ...inner.path] }));
}

function isDecisive(issue: Issue): boolean {
  return issue.code === 'custom' && issue.params?.decisive === true;
}

/** Undefined where nothing is left. Items keep their places, so that a path means the same item each time. */
function without(value: unknown, paths: readonly Path[]): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (paths.some(({ length }) => length === 0)) return undefined;
  const inner = Map.groupBy(paths, ([key]) => key);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown, at) => {
      const below = inner.get(at);
      return below ? without(item, below.map(tail)) : item;
    });
    return items.some((item) => item !== undefined) ? items : undefined;
  }
  const kept = new Map(Object.entries(value));
  for (const [key, below] of inner) {
    const name = String(key);
    // Missing, and needed.
    if ((kept.get(name) ?? null) === null) return undefined;
    kept.set(name, without(kept.get(name), below.map(tail)));
  }
  return Object.fromEntries(kept);
}

const tail = ([, ...rest]: Path): Path => rest;

function nameOf(path: Path): string {
  return path.filter((part) => typeof part === 'string').join('.');
}
