import type { Asked } from './http-proxy.ts';
import type { Moment } from './points.ts';

/** What is being said, as far as its bytes tell; `about` names the call in whatever way the speaker does. */
export type Said = { moment: Moment; about: About };
export type About = { callId: string } | { kallyId: string } | { message: string } | 'anybody';

const markPattern = /Fault \d+-\d+ of \d+\./;

export function markIn(text: string): string | undefined {
  return markPattern.exec(text)?.[0];
}

/** To KallyAI. */
export function askedOfKally({ method, path, headers }: Asked): Said | undefined {
  const [route = ''] = path.split('?');
  if (route.startsWith('/v1/auth/')) return { moment: 'refresh', about: 'anybody' };
  if (route === '/v1/calls' && method === 'POST')
    return { moment: 'create', about: { callId: headers['idempotency-key'] ?? '' } };
  if (route === '/v1/calls') return { moment: 'list', about: 'anybody' };
  const [, kallyId = '', rest] = /^\/v1\/calls\/([^/]+)(\/transcript)?$/.exec(route) ?? [];
  return kallyId ? { moment: rest ? 'transcript' : 'poll', about: { kallyId } } : undefined;
}

export type SlackMessage = {
  channel: string;
  ts: string;
  thread: string;
  text: string;
  /** Which its buttons are for. */
  callIds: string[];
};

/** A message to Slack, new or edited; for a new one, `ts` is empty. */
export function messageTo({ path, body }: Asked): SlackMessage | undefined {
  if (!/^\/api\/chat\.(postMessage|update)$/.test(path)) return undefined;
  const form = new URLSearchParams(body);
  const field = (name: string) => form.get(name) ?? '';
  return {
    channel: field('channel'),
    ts: field('ts'),
    thread: field('thread_ts'),
    text: field('text'),
    callIds: field('blocks').match(uuidPattern) ?? [],
  };
}

/** A session that is told that nothing goes on any more, by the message that begins its thread. */
export function sessionEndIn({ path, body }: Asked): string | undefined {
  if (path !== '/api/agents.sessions.setStatus') return undefined;
  const form = new URLSearchParams(body);
  return form.get('status') === 'active' ? `${form.get('channel_id')}/${form.get('thread_ts')}` : undefined;
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
  /** `after` is the call of which it is a further try. */
  | { does: 'write'; callId: string; after?: string }
  /** A job of that type, in the transaction that moves its call. */
  | { does: 'queue'; job: string }
  | { does: 'begin' }
  | { does: 'commit' }
  | { does: 'roll back' }
  /** With KallyAI's id of the call, where that is written too. */
  | { does: 'move'; callId: string; stage: string; kallyCallId?: string }
  /** Somebody else's word on the call that the same transaction moves. */
  | { does: 'decide' }
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
  if (/\bBEGIN\b/.test(bytes)) return { does: 'begin' };
  if (/\bCOMMIT\b/.test(bytes)) return { does: 'commit' };
  if (/\bROLLBACK\b/.test(bytes)) return { does: 'roll back' };
  if (/UPDATE pgboss\.\S+ j SET/.test(bytes)) return { does: 'fetch' };
  if (bytes.includes('INSERT INTO pgboss.')) {
    const [, job] = /errand\W+(call|plan|stop)\b/.exec(bytes) ?? [];
    return job ? { does: 'queue', job } : undefined;
  }
  if (/UPDATE "public"."approvals" SET "decision"/.test(bytes)) return { does: 'decide' };
  if (!bytes.includes('"public"."calls"')) return undefined;
  // KallyAI's id of the call, where there is one, stands before ours.
  const callIds = bytes.match(uuidPattern) ?? [];
  const callId = callIds.at(-1);
  if (!callId) return undefined;
  if (bytes.includes('INSERT INTO')) return written(bytes, callIds);
  if (bytes.includes('UPDATE "public"."calls"')) {
    const [, stage] = stageValue.exec(bytes) ?? [];
    const [kallyCallId] = callIds.slice(0, -1);
    return stage ? { does: 'move', callId, stage, ...(kallyCallId && { kallyCallId }) } : undefined;
  }
  return /SELECT .*"sealed"/s.test(bytes) ? { does: 'read', callIds } : undefined;
}

function written(bytes: string, callIds: string[]): Statement | undefined {
  const [, after] = new RegExp(`attempt:(${uuidPattern.source})`).exec(bytes) ?? [];
  // What somebody has to approve comes behind the call's own id.
  const callId = callIds.find((one) => one !== after);
  return callId ? { does: 'write', callId, ...(after && { after }) } : undefined;
}
