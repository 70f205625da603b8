import { Pool } from 'undici';
import { quantile, tell } from './figures.ts';
import { clockMs } from './peers/http.ts';
import type { Heard } from './peers/slack.ts';
import { inChannel, openForm, submit } from './submissions.ts';
import { startWorld, until, type World } from './world.ts';

const few = 10;

/**
 * How soon the cards of some stand after *Call* was pressed, while another workspace confirmed many calls in one channel; against having
 * Kally for themselves.
 */
export async function fairness({ postgresUrl, long }: { postgresUrl: string; long: boolean }): Promise<void> {
  const world = await startWorld({ postgresUrl });
  const many = long ? 300 : 50;
  const rounds = long ? 5 : 2;
  await world.connectPeople(many);
  await world.connectPeople(few, () => 'T2');
  const pool = new Pool(world.apps[0]?.url ?? '', { connections: few });
  const form = await openForm(world, pool, 0);
  const measure = (name: string) => cards(world, pool, form, name);
  await measure('0');
  const alone: number[] = [];
  for (let round = 1; round <= rounds; round++) alone.push(...(await measure(`1${round}`)));
  await world.confirm(many, (index) => ({ task: `#9${index} polled 3600`, person: index, channelId: 'C1' }));
  // Until all of them wait for Slack's limit.
  await until(async () => (await world.metrics()).sum('kally_calls{') >= many);
  const beside: number[] = [];
  for (let round = 1; round <= rounds; round++) beside.push(...(await measure(`2${round}`)));
  const waiting = (await world.metrics()).sum('kally_calls{stage="queued"}');
  tell('fairness-burst-still-waiting', waiting, 'calls', many);
  tell('fairness-card-p50', quantile(beside, 0.5), 'ms', quantile(alone, 0.5));
  tell('fairness-card-max', Math.max(...beside), 'ms', Math.max(...alone));
  await pool.destroy();
  await world.stop();
}

/** From each pressing of *Call* until the card of that call was posted. */
async function cards(
  world: World,
  pool: Pool,
  form: Awaited<ReturnType<typeof openForm>>,
  name: string,
): Promise<number[]> {
  await world.slack.ask('take');
  const pressedAt = new Map<string, number>();
  for (let person = 0; person < few; person++) {
    const channelId = `C2N${name}P${person}`;
    pressedAt.set(channelId, clockMs());
    await submit(pool, inChannel(form, channelId), {
      person,
      task: `#${name}${person} polled 3600`,
      workspaceId: 'T2',
    });
  }
  const tookMs: number[] = [];
  await until(async () => {
    for (const { method, channel, at } of await world.slack.ask<Heard[]>('take'))
      if (method === 'chat.postMessage' && pressedAt.has(channel))
        tookMs.push(at - (pressedAt.get(channel) ?? Number.NaN));
    return tookMs.length >= few;
  });
  return tookMs;
}
