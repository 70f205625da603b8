import type { TrafficEntry } from './wire.ts';

const capacity = 2_000;

type Beginning = Pick<TrafficEntry, 'kind' | 'name' | 'request'> &
  Partial<Pick<TrafficEntry, 'transport' | 'token'>>;
type Ending = Pick<TrafficEntry, 'answer'> & Partial<Pick<TrafficEntry, 'status' | 'error'>>;
export type Traffic = ReturnType<typeof createTraffic>;

/** The last deliveries and Web API calls, in the order in which they began. */
export function createTraffic() {
  const entries: TrafficEntry[] = [];
  const listeners = new Set<(entry: TrafficEntry) => void>();
  let lastId = 0;

  function begin(beginning: Beginning) {
    const entry: TrafficEntry = { ...beginning, id: ++lastId, at: Date.now(), ms: 0, answer: undefined };
    entries.push(entry);
    if (entries.length > capacity) entries.shift();
    return {
      end(ending: Ending) {
        Object.assign(entry, ending, { ms: Date.now() - entry.at });
        for (const listener of listeners) listener(entry);
      },
    };
  }

  return {
    begin,
    entries: (): readonly TrafficEntry[] => entries,
    /** Called when an entry is complete. */
    subscribe(listener: (entry: TrafficEntry) => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** A token is a secret even in a sandbox: people paste this log into issues. */
export function redactToken(token: string): string {
  return token.length > 9 ? `${token.slice(0, 9)}…` : '…';
}

const secretFields = new Set([
  'token',
  'access_token',
  'client_secret',
  'code',
  'response_url',
  'trigger_id',
]);

/** An entry as it may be read and copied: without what lets one act as the app or as a person, and with the JSON in its forms unfolded. */
export function shown(entry: TrafficEntry): TrafficEntry {
  const { request, answer } = JSON.parse(
    JSON.stringify({ request: entry.request, answer: entry.answer }, (name, value: unknown) =>
      secretFields.has(name) && value ? '[hidden]' : unfolded(value),
    ),
  ) as Pick<TrafficEntry, 'request' | 'answer'>;
  return { ...entry, request, answer };
}

/** Web API calls are forms, with JSON in their fields. */
function unfolded(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
