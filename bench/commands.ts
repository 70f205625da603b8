import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { clockMs } from './peers/http.ts';
import type { Heard } from './peers/slack.ts';
import type { World } from './world.ts';
import { signed } from './world.ts';

/** How long each command waited, in milliseconds, and how many were answered a second. */
export type Acks = { ackMs: number[]; openMs: number[]; perSecond: number; failed: number };

type Command = { person: number; trigger: string; workspaceId?: string };

function commandOf({ person, trigger, workspaceId = 'T1' }: Command): string {
  return new URLSearchParams({
    command: '/kally',
    text: '',
    team_id: workspaceId,
    user_id: `U${person}`,
    channel_id: 'C1',
    trigger_id: trigger,
    response_url: 'http://127.0.0.1:9/none',
  }).toString();
}

/** So many connections, each sending its next command when the last one was acknowledged; in no seconds one each. */
export async function sendCommands(
  url: string,
  slack: World['slack'],
  {
    connections,
    seconds,
    people,
    workspaceId = 'T1',
  }: { connections: number; seconds: number; people: number; workspaceId?: string },
): Promise<Acks> {
  await slack.ask('take');
  const pool = new Pool(url, { connections, pipelining: 1 });
  await openAll(pool, connections);
  const ackMs: number[] = [];
  let failed = 0;
  let sent = 0;
  const startedAt = clockMs();
  const until = startedAt + seconds * 1000;
  const one = async () => {
    do {
      const at = clockMs();
      const status = await sendCommand(pool, { person: sent++ % people, trigger: String(at), workspaceId });
      if (status === 200) ackMs.push(clockMs() - at);
      else failed += 1;
    } while (clockMs() < until);
  };
  await Promise.all(Array.from({ length: connections }, one));
  const tookSeconds = (clockMs() - startedAt) / 1000;
  const openMs = await openings(slack, ackMs.length);
  await pool.destroy();
  return { ackMs, openMs, perSecond: ackMs.length / tookSeconds, failed };
}

/** Node accepts few connections while those it has keep it busy: the last of a hundred would wait for seconds, whatever the app does. */
async function openAll(pool: Pool, connections: number): Promise<void> {
  const open = async () => (await pool.request({ method: 'GET', path: '/healthz' })).body.dump();
  await Promise.all(Array.from({ length: connections }, open));
}

export async function sendCommand(pool: Pool, command: Command): Promise<number> {
  const body = commandOf(command);
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...signed(body) };
  const answer = await pool.request({ method: 'POST', path: '/slack/events', headers, body });
  await answer.body.dump();
  return answer.statusCode;
}

/** From each command's leaving, which its trigger says, until the app asked Slack to open its view. */
async function openings(slack: World['slack'], expected: number): Promise<number[]> {
  const found: number[] = [];
  for (let quiet = 0; found.length < expected && quiet < 20; quiet++) {
    const heard = await slack.ask<Heard[]>('take');
    const opened = heard.filter(({ method }) => method === 'views.open');
    if (opened.length > 0) quiet = 0;
    found.push(...opened.map(({ at, of }) => at - Number(of)));
    await pause(100);
  }
  return found;
}
