import type { Installation, InstallationStore } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Clock } from '../../domain/clock.ts';
import { createCache } from '../../store/cache.ts';
import type { Changes } from '../../store/changes.ts';
import type { StoredInstallation } from '../../store/installations.ts';
import type { Store } from '../../store/store.ts';

/** Saves a statement before each acknowledgement. The lifetime bounds the harm of a lost notice. */
const memory = { lifetimeMs: 10 * 60_000, capacity: 2_000 };

/** A rotating token lives twelve hours. It is renewed early, in the background while it still works. */
const renewBeforeMs = 2 * 60 * 60_000;
const waitBeforeMs = 2 * 60_000;
const retryAfterMs = 30_000;

export type BotToken = { token: string; refreshToken: string; expiresAt: number };

type Parts = {
  store: Store['installations'];
  changes: Pick<Changes, 'subscribe' | 'isLive'>;
  /** Asks Slack for the next token. */
  refresh: (refreshToken: string) => Promise<BotToken>;
  clock: Clock;
  log: Logger;
};

/** Slack delivered something from a workspace that has not added the app. */
export class AppNotInstalled extends Error {
  override readonly name = 'AppNotInstalled';
  constructor(workspaceId: string) {
    super(`the app is not installed in workspace ${workspaceId}`);
  }
}

/** Slack's record of each workspace, in our store, in Bolt's shape. */
export function createInstallations({ store, changes, refresh, clock, log }: Parts) {
  const remembered = createCache<StoredInstallation>(clock, memory);
  const renewals = new Map<string, Promise<StoredInstallation | undefined>>();
  const pausing = createCache<true>(clock, { lifetimeMs: retryAfterMs, capacity: memory.capacity });
  changes.subscribe((change) => {
    if (change && 'userId' in change) return;
    if (change) remembered.delete(change.workspaceId);
    else remembered.clear();
  });

  async function stored(workspaceId: string): Promise<StoredInstallation> {
    const read = async () => {
      const found = await store.find(workspaceId);
      if (!found) throw new AppNotInstalled(workspaceId);
      return found;
    };
    return changes.isLive() ? remembered.load(workspaceId, read) : read();
  }

  /** Once in this process, and once across replicas. */
  function renew(workspaceId: string, { bot }: StoredInstallation): Promise<StoredInstallation | undefined> {
    const running = renewals.get(workspaceId);
    if (running) return running;
    const renewal = store
      .renew(workspaceId, bot?.token, async (found) => {
        if (!found.bot?.refreshToken) return found;
        return { ...found, bot: { ...found.bot, ...(await refresh(found.bot.refreshToken)) } };
      })
      .finally(() => renewals.delete(workspaceId));
    renewals.set(workspaceId, renewal);
    return renewal;
  }

  async function find(workspaceId: string): Promise<StoredInstallation> {
    const found = await stored(workspaceId);
    if (!found.bot?.refreshToken || found.bot.expiresAt === undefined) return found;
    const leftMs = found.bot.expiresAt * 1000 - clock.now();
    if (leftMs > renewBeforeMs) return found;
    if (leftMs < waitBeforeMs) return (await renew(workspaceId, found)) ?? found;
    if (!pausing.get(workspaceId)) {
      pausing.set(workspaceId, true);
      renew(workspaceId, found).catch((err: unknown) =>
        log.warn({ err, workspaceId }, 'a token was not renewed'),
      );
    }
    return found;
  }

  const installationStore: InstallationStore = {
    async storeInstallation(given) {
      const { isEnterpriseInstall, enterprise, team } = given as Installation;
      const workspaceId = workspaceIdOf(isEnterpriseInstall, enterprise?.id, team?.id);
      await store.save(workspaceId, given, clock.now());
    },
    async fetchInstallation({ isEnterpriseInstall, enterpriseId, teamId }) {
      const found = await find(workspaceIdOf(isEnterpriseInstall, enterpriseId, teamId));
      // Bolt gets its own record back, without the fields that would make it renew the token itself, on every replica.
      if (!found.bot) return found as unknown as Installation;
      const { refreshToken: _, expiresAt: __, ...bot } = found.bot;
      return { ...found, bot } as unknown as Installation;
    },
  };

  return {
    installationStore,
    nameOf: async (workspaceId: string): Promise<string> => {
      const { team, enterprise } = (await stored(workspaceId)) as unknown as Installation;
      return team?.name ?? enterprise?.name ?? '';
    },
  };
}

/** A team's id, or an enterprise's for org-wide installs. */
export function workspaceIdOf(isEnterpriseInstall = false, enterpriseId?: string, teamId?: string): string {
  const id = isEnterpriseInstall ? enterpriseId : teamId;
  if (!id) throw new Error('Slack named no workspace');
  return id;
}
