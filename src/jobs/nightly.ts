import type { Logger } from 'pino';
import type { Clock } from '../domain/clock.ts';
import type { Store } from '../store/store.ts';

/** What is done once a night, by one replica. Done twice it does no more. */
export function createNightly({
  store,
  retentionDays,
  isInstalled,
  clock,
  log,
}: {
  store: Pick<Store, 'sweep' | 'installations' | 'forgetWorkspace'>;
  /** Where the admins of a workspace decided nothing else. */
  retentionDays: number;
  /** Whether Slack still takes the token of a workspace; `undefined` when it cannot be known now. */
  isInstalled: (workspaceId: string) => Promise<boolean | undefined>;
  clock: Clock;
  log: Logger;
}) {
  /** Slack repeats the news of a removal for some hours. A Kally that was down for longer finds it here. */
  async function forgetRemoved(): Promise<number> {
    let forgotten = 0;
    for await (const workspaceId of store.installations.workspaceIds()) {
      const askedAt = clock.now();
      if ((await isInstalled(workspaceId)) !== false) continue;
      if (await store.forgetWorkspace(workspaceId, askedAt)) forgotten += 1;
    }
    return forgotten;
  }

  return async function nightly(): Promise<void> {
    const swept = await store.sweep({ now: clock.now(), retentionDays });
    log.info({ ...swept, workspaces: await forgetRemoved() }, 'what was kept for long enough is deleted');
  };
}
