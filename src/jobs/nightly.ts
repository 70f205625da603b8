import type { Logger } from 'pino';
import type { Clock } from '../domain/clock.ts';
import type { Store } from '../store/store.ts';

/** Runs once a night, on one replica. Running twice does no harm. */
export function createNightly({
  store,
  retentionDays,
  isInstalled,
  clock,
  log,
}: {
  store: Pick<Store, 'sweep' | 'installations' | 'forgetWorkspace'>;
  /** Used where the admins of a workspace set nothing else. */
  retentionDays: number;
  /** Whether Slack still accepts the token of a workspace; `undefined` when Slack does not say. */
  isInstalled: (workspaceId: string) => Promise<boolean | undefined>;
  clock: Clock;
  log: Logger;
}) {
  /** Slack repeats a removal event for some hours. A Kally that was down for longer finds out here. */
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
