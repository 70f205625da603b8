// A Slack that only answers and writes down when it was asked: the sandbox does more for each request than the app that is measured.
import { answerAsks } from './asks.ts';
import { bodyOf, clockMs, reply, serve } from './http.ts';

/** `of` is what the request was about: a trigger, or the mark in a call's task. */
export type Heard = {
  method: string;
  at: number;
  channel: string;
  of: string;
  isEnd: boolean;
  view?: unknown;
};

const heard: Heard[] = [];
let count = 0;
let keepViews = false;

answerAsks({
  take: () => heard.splice(0),
  keepViews: (keep: boolean) => {
    keepViews = keep;
  },
});

const people = { real_name: 'Ana Torres', profile: { real_name: 'Ana Torres' } };
const answers: Record<string, (fields: URLSearchParams) => object> = {
  'auth.test': () => ({ user_id: 'UKALLY', bot_id: 'BKALLY', team: 'Bench', team_id: 'T1' }),
  'users.info': (fields) => ({
    user: { id: fields.get('user'), ...people, tz: 'Europe/Madrid', locale: 'en-US' },
  }),
  'conversations.info': (fields) => ({
    channel: { id: fields.get('channel'), is_member: true, is_private: false },
  }),
  'views.open': () => ({ view: { id: `V${++count}` } }),
  'chat.postMessage': (fields) => ({ channel: fields.get('channel'), ts: `${Date.now()}.${++count}` }),
  'chat.update': (fields) => ({ channel: fields.get('channel'), ts: fields.get('ts') }),
};

serve(async (request, response) => {
  const at = clockMs();
  const method = (request.url ?? '').replace(/^\/api\//, '');
  const body = await bodyOf(request);
  const isJson = request.headers['content-type']?.startsWith('application/json');
  const fields = new URLSearchParams(isJson ? Object.entries(JSON.parse(body) as object) : body);
  if (method !== 'users.info' && method !== 'conversations.info') note(method, at, fields);
  reply(response, 200, { ok: true, ...answers[method]?.(fields) });
});

function note(method: string, at: number, fields: URLSearchParams): void {
  const text = `${fields.get('text') ?? ''} ${fields.get('blocks') ?? ''}`;
  heard.push({
    method,
    at,
    channel: fields.get('channel') ?? '',
    of: fields.get('trigger_id') ?? /#\d+/.exec(text)?.[0] ?? '',
    isEnd: text.includes('Asked by'),
    ...(keepViews &&
      method === 'views.open' && { view: JSON.parse(fields.get('view') ?? 'null') as unknown }),
  });
}
