// A KallyAI that only lets calls take their time and writes down when it was asked. What becomes of a call stands in its task:
// "#7 polled 40" answers at once and lasts 40 seconds; "#7 blocking 40" answers when they are over.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { answerAsks } from './asks.ts';
import { bodyOf, clockMs, reply, serve } from './http.ts';

type Call = {
  id: string;
  account: string;
  mark: string;
  endsAt: number;
  submission: object;
  lastPolls: number[];
};
/** When a call was made and ended, and when it was asked for last: `[the one before, the last]`. */
export type Made = { mark: string; createdAt: number; endsAt: number; lastPolls: number[] };

const calls = new Map<string, Call & Made>();
let answerMs = 0;
let polls = 0;

answerAsks({
  answerAfter: (ms: number) => {
    answerMs = ms;
  },
  polls: () => polls,
  made: () =>
    [...calls.values()].map(({ mark, createdAt, endsAt, lastPolls }) => ({
      mark,
      createdAt,
      endsAt,
      lastPolls,
    })),
  count: () => calls.size,
  /** All that are under way end within so many milliseconds. */
  endAll: (withinMs: number) => {
    for (const call of calls.values())
      call.endsAt = Math.min(call.endsAt, clockMs() + Math.random() * withinMs);
  },
});

serve(async (request, response) => {
  const at = clockMs();
  const [, , , id, part] = (request.url ?? '').replace(/\?.*/, '').split('/');
  const account = request.headers.authorization ?? '';
  if (request.method === 'POST') {
    const asked = JSON.parse(await bodyOf(request)) as Asked;
    return create({ ...asked, account, createdAt: at }, response);
  }
  await pause(answerMs);
  const call = calls.get(id ?? '');
  if (!id) return reply(response, 200, { calls: callsOf(account) });
  if (!call) return reply(response, 404, { error: { code: 'call_not_found' } });
  if (part === 'transcript') return reply(response, 200, { entries: [{ speaker: 'ai', content: 'Hello.' }] });
  polls += 1;
  call.lastPolls = [call.lastPolls.at(-1) ?? call.createdAt, at];
  reply(response, 200, onWire(call));
});

function callsOf(account: string): object[] {
  return [...calls.values()].filter((call) => call.account === account).map(onWire);
}

type Asked = { submission: { task_description: string } };
type Asking = Asked & { account: string; createdAt: number };

async function create({ submission, account, createdAt }: Asking, response: Parameters<typeof reply>[0]) {
  const [mark = '', mode, seconds] = submission.task_description.split(' ');
  const endsAt = createdAt + Number(seconds) * 1000;
  const call = { id: randomUUID(), account, mark, createdAt, endsAt, submission, lastPolls: [] };
  calls.set(call.id, call);
  await pause(answerMs);
  // Looked at again and again, for the end may be brought forward.
  while (mode === 'blocking' && clockMs() < call.endsAt)
    await pause(Math.max(0, Math.min(1_000, call.endsAt - clockMs())));
  reply(response, 201, onWire(call));
}

function onWire({ id, endsAt, submission }: Call): object {
  const isOver = clockMs() >= endsAt;
  return {
    call_id: id,
    status: isOver ? 'success' : 'in_progress',
    submission,
    ...(isOver && { highlights: ['They open at nine.'], duration_seconds: 30 }),
  };
}
