/** What has to be done to a JSON value to make it another one. */
export type Patch =
  | { set: unknown }
  /** Of an object: fields that differ, and fields that are gone. */
  | { fields: Record<string, Patch>; gone?: string[] }
  /** Of a list: elements that differ, by index, and how many there are now. */
  | { items: Record<number, Patch>; length: number };

type Fields = Record<string, unknown>;

/** Undefined where both are the same in JSON. */
export function difference(before: unknown, after: unknown): Patch | undefined {
  if (before === after) return undefined;
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after);
  if (isObject(before) && isObject(after)) return ofObjects(before, after);
  return { set: after };
}

/** The new value; parts that did not change are the same objects as before. */
export function patched(before: unknown, patch: Patch): unknown {
  if ('set' in patch) return patch.set;
  if ('items' in patch) {
    const items = (before as unknown[]).slice(0, patch.length);
    for (const [index, one] of Object.entries(patch.items))
      items[Number(index)] = patched(items[Number(index)], one);
    return items;
  }
  const gone = new Set(patch.gone);
  const kept = Object.entries(before as Fields).filter(([name]) => !gone.has(name));
  const fields = new Map(kept);
  for (const [name, one] of Object.entries(patch.fields)) fields.set(name, patched(fields.get(name), one));
  return Object.fromEntries(fields);
}

function ofLists(before: unknown[], after: unknown[]): Patch | undefined {
  const items: Record<number, Patch> = {};
  for (const [index, value] of after.entries()) {
    const change = index < before.length ? difference(before[index], value) : { set: value };
    if (change) items[index] = change;
  }
  return before.length === after.length && isEmpty(items) ? undefined : { items, length: after.length };
}

function ofObjects(before: Fields, after: Fields): Patch | undefined {
  const now = Object.entries(after).filter(([, value]) => value !== undefined);
  const changes = now.flatMap(([name, value]): [string, Patch][] => {
    const change = Object.hasOwn(before, name) ? difference(before[name], value) : { set: value };
    return change ? [[name, change]] : [];
  });
  const names = new Set(now.map(([name]) => name));
  const gone = Object.keys(before).filter((name) => !names.has(name));
  if (gone.length === 0 && changes.length === 0) return undefined;
  return { fields: Object.fromEntries(changes), ...(gone.length > 0 ? { gone } : {}) };
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isEmpty = (record: object): boolean => Object.keys(record).length === 0;
