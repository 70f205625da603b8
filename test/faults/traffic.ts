import type { Asked } from './http-proxy.ts';
import type { Moment } from './points.ts';

/** What is being said, as far as its bytes tell; `about` names the call in whatever way the speaker does. */
export type Said = { moment: Moment; about: About };
export type About = { mark: string } | { kallyId: string } | { message: string } | 'anybody';

const markPattern = /Fault \d+-\d+ of \d+\./;

export function markIn(text: string): string | undefined {
  return markPattern.exec(text)?.[0];
}

/** To KallyAI. */
export function askedOfKally({ method, path, body }: Asked): Said | undefined {
  const [route = ''] = path.split('?');
  if (route.startsWith('/v1/auth/')) return { moment: 'refresh', about: 'anybody' };
  if (route === '/v1/calls' && method === 'POST')
    return { moment: 'create', about: { mark: markIn(body) ?? '' } };
  if (route === '/v1/calls') return { moment: 'list', about: 'anybody' };
  const [, kallyId = '', rest] = /^\/v1\/calls\/([^/]+)(\/transcript)?$/.exec(route) ?? [];
  return kallyId ? { moment: rest ? 'transcript' : 'poll', about: { kallyId } } : undefined;
}

/** By KallyAI, of calls: its id of each and our mark. */
export function callsIn(body: string): { kallyId: string; mark: string }[] {
  const json = jsonIn(body) as KallyAnswer | undefined;
  return [json, ...(json?.calls ?? json?.items ?? [])].flatMap((call) => {
    const mark = markIn(call?.submission?.task_description ?? '');
    return mark && call?.call_id ? [{ kallyId: call.call_id, mark }] : [];
  });
}

type KallyCallOnWire = { call_id?: string; submission?: { task_description?: string } };
type KallyAnswer = KallyCallOnWire & { calls?: KallyCallOnWire[]; items?: KallyCallOnWire[] };

export type SlackMessage = { channel: string; ts: string; thread: string; text: string };

/** A message to Slack, new or edited; for a new one, `ts` is empty. */
export function messageTo({ path, body }: Asked): SlackMessage | undefined {
  if (!/^\/api\/chat\.(postMessage|update)$/.test(path)) return undefined;
  const form = new URLSearchParams(body);
  const field = (name: string) => form.get(name) ?? '';
  return { channel: field('channel'), ts: field('ts'), thread: field('thread_ts'), text: field('text') };
}

/** Where Slack put a new message; nothing when it did not take it. */
export function placeIn(body: string): { channel: string; ts: string } | undefined {
  const { ok, channel, ts } = (jsonIn(body) ?? {}) as { ok?: boolean; channel?: string; ts?: string };
  return ok && channel && ts ? { channel, ts } : undefined;
}

export function jsonIn(body: string): unknown {
  try {
    return JSON.parse(Buffer.from(body, 'latin1').toString('utf8'));
  } catch {
    return undefined;
  }
}

export type Statement =
  | { does: 'write'; callId: string }
  | { does: 'commit' }
  | { does: 'move'; callId: string; stage: string }
  | { does: 'read'; callIds: string[] }
  | { does: 'fetch' };

/** The calls whose jobs Postgres hands out. */
export function callsFetched(reply: string): string[] {
  return [...reply.matchAll(/"callId": ?"([^"]+)"/g)].map(([, callId = '']) => callId);
}

const uuidPattern = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
/** A value is sent with its length before it, in four bytes. */
const stageValue = /\p{Cc}{4}(queued|placing|calling|checking|ended|refused|unknown)/u;

/** To Postgres: its statements about calls. */
export function statementIn(bytes: string): Statement | undefined {
  if (/COMMIT/.test(bytes)) return { does: 'commit' };
  if (/UPDATE pgboss\.\S+ j SET/.test(bytes)) return { does: 'fetch' };
  if (!bytes.includes('"public"."calls"')) return undefined;
  // KallyAI's id of the call, where there is one, stands before ours.
  const callIds = bytes.match(uuidPattern) ?? [];
  const callId = callIds.at(-1);
  if (!callId) return undefined;
  if (bytes.includes('INSERT INTO')) return { does: 'write', callId };
  if (bytes.includes('UPDATE "')) {
    const [, stage] = stageValue.exec(bytes) ?? [];
    return stage ? { does: 'move', callId, stage } : undefined;
  }
  return /SELECT .*"sealed"/s.test(bytes) ? { does: 'read', callIds } : undefined;
}
