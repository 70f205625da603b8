import { quantile, tell } from './figures.ts';
import { clockMs } from './peers/http.ts';
import type { Heard } from './peers/slack.ts';
import { startWorld, until } from './world.ts';

/** How soon a workspace's cards stand while another confirms many calls in one channel; against having Kally for itself. */
export async function fairness({ postgresUrl, long }: { postgresUrl: string; long: boolean }): Promise<void> {
  const world = await startWorld({ postgresUrl });
  const few = 10;
  const many = long ? 300 : 50;
  await world.connectPeople(many);
  await world.connectPeople(few, () => 'T2');
  const confirmFew = (round: string) =>
    world.confirm(few, (index) => ({
      task: `#${round}${index} polled 3600`,
      person: index,
      workspaceId: 'T2',
      channelId: `C2-${round}-${index}`,
    }));
  const cards = async (round: string) => {
    const startedAt = clockMs();
    await confirmFew(round);
    const posted: Heard[] = [];
    await until(async () => {
      const heard = await world.slack.ask<Heard[]>('take');
      posted.push(
        ...heard.filter(({ method, channel }) => method === 'chat.postMessage' && channel.startsWith('C2')),
      );
      return posted.length >= few;
    });
    return posted.map(({ at }) => at - startedAt);
  };
  const alone = await cards('1');
  await world.confirm(many, (index) => ({ task: `#9${index} polled 3600`, person: index, channelId: 'C1' }));
  const beside = await cards('2');
  tell('fairness-card-p50', quantile(beside, 0.5), 'ms', quantile(alone, 0.5));
  tell('fairness-card-max', Math.max(...beside), 'ms', Math.max(...alone));
  await world.stop();
}
