import type { Logger } from 'pino';
import type { Clock } from '../domain/clock.ts';
import type { Person } from '../domain/person.ts';
import type { Store } from '../store/store.ts';

/** Slack answers a hundred such questions a minute for each workspace, and the job may last two hours. */
const askedANight = 3_000;
const pauseMs = 1_000;

/** Runs once a night, on one replica. Running twice does no harm. */
export function createNightly({
  store,
  retentionDays,
  isInstalled,
  isDeactivated,
  clock,
  log,
}: {
  store: Pick<Store, 'sweep' | 'installations' | 'links' | 'forgetWorkspace'>;
  /** Used where the admins of a workspace set nothing else. */
  retentionDays: number;
  /** Whether Slack still accepts the token of a workspace; `undefined` when Slack does not say. */
  isInstalled: (workspaceId: string) => Promise<boolean | undefined>;
  /** Whether Slack has deactivated somebody; `undefined` when it cannot be known now. */
  isDeactivated: (person: Person) => Promise<boolean | undefined>;
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

  /** Slack tells of it when it happens. A Kally that was away then finds it here, in a large place some nights later. */
  async function disconnectDeactivated(signal: AbortSignal): Promise<number> {
    let disconnected = 0;
    for (const person of await store.links.draw(askedANight)) {
      if ((await isDeactivated(person)) && (await store.links.disconnect(person))) disconnected += 1;
      await clock.sleep(pauseMs, signal);
    }
    return disconnected;
  }

  return async function nightly(signal: AbortSignal): Promise<void> {
    const swept = await store.sweep({ now: clock.now(), retentionDays });
    log.info({ ...swept, workspaces: await forgetRemoved() }, 'what was kept for long enough is deleted');
    const accounts = await disconnectDeactivated(signal);
    log.info({ accounts }, 'accounts of people who were deactivated in Slack are disconnected');
  };
}
