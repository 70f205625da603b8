import { Agent, request } from 'node:http';
import * as fc from 'fast-check';
import { grantedTime } from '../../sandbox/slack/granted-time.ts';
import { type Hostile, hostile } from './hostile.ts';

export type Tally = {
  requests: number;
  errors500: number;
  /** Requests that got neither an answer nor a closed connection. */
  unanswered: number;
  statuses: Record<string, number>;
  /** The first requests that were answered with 500, for whoever mends them. */
  samples: string[];
};

const parallel = 48;
/** Bolt leaves what no listener acknowledged for three seconds. */
const patienceMs = 20_000;
/** Now and then an earlier request comes again, as it was. */
const replayEvery = 20;

/** Sends `count` hostile or broken requests to the app; the same seed makes the same requests. */
export async function fuzz(
  publicUrl: string,
  { count, seed }: { count: number; seed: number },
): Promise<Tally> {
  const tally: Tally = { requests: 0, errors500: 0, unanswered: 0, statuses: {}, samples: [] };
  const agent = new Agent({ keepAlive: true, maxSockets: parallel });
  const batch = 500;
  for (let sent = 0; sent < count; sent += batch) {
    const made = fc.sample(hostile, { numRuns: Math.min(batch, count - sent), seed: seed + sent });
    const all = made.map((one, index) => (index % replayEvery === 0 ? (made[index >> 1] ?? one) : one));
    await inParallel(all, async (one) => note(tally, one, await send(publicUrl, agent, one)));
  }
  agent.destroy();
  return tally;
}

async function inParallel(all: Hostile[], work: (one: Hostile) => Promise<void>) {
  const waiting = all.values();
  const worker = async () => {
    for (const one of waiting) await work(one);
  };
  await Promise.all(Array.from({ length: parallel }, worker));
}

function note(tally: Tally, one: Hostile, status: number | string) {
  tally.requests += 1;
  tally.statuses[status] = (tally.statuses[status] ?? 0) + 1;
  if (status === 'unanswered') tally.unanswered += 1;
  if (status !== 500) return;
  tally.errors500 += 1;
  if (tally.samples.length < 5) tally.samples.push(JSON.stringify(one).slice(0, 2_000));
}

/** Answers the status, or that the connection was closed, or that nothing came. */
function send(
  publicUrl: string,
  agent: Agent,
  { method, path, headers, body }: Hostile,
): Promise<number | string> {
  const { hostname, port } = new URL(publicUrl);
  const { promise, resolve } = Promise.withResolvers<number | string>();
  const length = body ? { 'content-length': String(Buffer.byteLength(body)) } : {};
  const asked = request(
    { agent, hostname, port, method, path, headers: { ...headers, ...length } },
    (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
      answer.on('error', () => resolve('closed'));
    },
  );
  grantedTime.timeout(patienceMs).addEventListener('abort', () => {
    resolve('unanswered');
    asked.destroy();
  });
  asked.on('error', () => resolve('closed'));
  asked.end(body);
  return promise;
}
