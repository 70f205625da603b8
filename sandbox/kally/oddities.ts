import { gzipSync } from 'node:zlib';
import type { Ask, Reply } from './http.ts';

type Fields = Record<string, unknown>;

const secondsOf = (time: unknown) => (typeof time === 'string' ? Date.parse(time) / 1000 : null);

/** What a call then has in place of its own fields, wherever it is answered. */
const ofCalls = {
  'null-highlight': ({ highlights }: Fields) => ({ highlights: [highlights ?? 'Open', null] }),
  'text-duration': () => ({ duration_seconds: '58' }),
  'negative-duration': () => ({ duration_seconds: -1 }),
  'huge-duration': () => ({ duration_seconds: 3e9 }),
  'epoch-dates': ({ metadata }: Fields) => {
    const { created_at, ended_at } = metadata as Fields;
    return { metadata: { created_at: secondsOf(created_at), ended_at: secondsOf(ended_at) } };
  },
  'empty-dates': () => ({ metadata: { created_at: '', ended_at: '' } }),
  'nul-status': ({ status }: Fields) => ({ status: `${status}\0` }),
  'control-status': ({ status }: Fields) => ({ status: `${status}\u0007!` }),
  'long-status': () => ({ status: 'x'.repeat(10_000) }),
  'shouted-status': ({ status }: Fields) => ({ status: `${status}`.toUpperCase() }),
  'spaced-status': ({ status }: Fields) => ({ status: `${status} ` }),
  'hyphened-status': ({ status }: Fields) => ({ status: `${status}`.replaceAll('_', '-') }),
  'completed-status': ({ status }: Fields) => ({ status: status === 'success' ? 'completed' : status }),
} satisfies Record<string, (call: Fields) => Fields>;

const timed = (timestamp: unknown) => (entries: Fields[]) =>
  entries.map((entry) => ({ ...entry, timestamp }));

const ofTranscripts = {
  'null-entries': (entries: Fields[]) => [null, ...entries, { speaker: 'AI', content: null, text: null }],
  'newest-first': (entries: Fields[]) => entries.toReversed(),
  'date-timestamps': (entries: Fields[]) =>
    entries.map((entry, at) => ({
      ...entry,
      timestamp: new Date(1_769_626_805_000 + at * 1000).toISOString(),
    })),
  'empty-timestamps': timed(''),
  'negative-timestamps': timed(-0.2),
  'long-minutes': timed('75:10'),
} satisfies Record<string, (entries: Fields[]) => unknown[]>;

const ofLists = {
  'bad-rows': (calls: Fields[]) => [null, ...calls, { call_id: 42 }],
} satisfies Record<string, (calls: Fields[]) => unknown[]>;

const ofReplies = {
  gzip: (reply: Reply) => gzipped(reply),
  /** Nothing is carried out: a create is sent elsewhere. */
  'redirected-creates': (reply: Reply) => reply,
} satisfies Record<string, (reply: Reply) => Reply>;

export type Oddity =
  | keyof typeof ofCalls
  | keyof typeof ofTranscripts
  | keyof typeof ofLists
  | keyof typeof ofReplies;

export const oddities = [ofCalls, ofTranscripts, ofLists, ofReplies].flatMap(
  (table) => Object.keys(table) as Oddity[],
);

/** The answer that KallyAI would have given, with this about it that nobody documented. */
export function oddly(reply: Reply, oddity: Oddity, ask: Ask): Reply {
  if (oddity in ofReplies) return ofReplies[oddity as keyof typeof ofReplies](reply);
  if (reply.status >= 300 || reply.json === undefined) return reply;
  return { ...reply, json: change(reply.json, oddity, ask.url.pathname.endsWith('/transcript')) };
}

function change(body: unknown, oddity: Oddity, isTranscript: boolean): unknown {
  if (Array.isArray(body)) return isTranscript && oddity in ofTranscripts ? linesOf(oddity, body) : body;
  const fields = body as Fields;
  if (isTranscript)
    return Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, change(value, oddity, true)]),
    );
  if (oddity in ofCalls && 'call_id' in fields)
    return { ...fields, ...ofCalls[oddity as keyof typeof ofCalls](fields) };
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      Array.isArray(value) ? rowsOf(oddity, value) : value,
    ]),
  );
}

function linesOf(oddity: Oddity, entries: Fields[]): unknown[] {
  return ofTranscripts[oddity as keyof typeof ofTranscripts](entries);
}

function rowsOf(oddity: Oddity, calls: Fields[]): unknown[] {
  if (oddity in ofLists) return ofLists[oddity as keyof typeof ofLists](calls);
  return calls.map((call) => change(call, oddity, false));
}

function gzipped({ status, headers, raw, json }: Reply): Reply {
  const type = { 'content-type': 'application/json' };
  return {
    status,
    headers: { ...(raw === undefined ? type : {}), ...headers, 'content-encoding': 'gzip' },
    raw: gzipSync(raw ?? JSON.stringify(json)),
  };
}
