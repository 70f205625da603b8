import type { Installation, InstallationStore } from '@slack/bolt';
import type { Clock } from '../domain/clock.ts';
import type { Store } from '../store/store.ts';
import { createCache } from './cache.ts';

/** So that not every request asks the database before its acknowledgement. */
const memory = { lifetimeMs: 60_000, capacity: 2_000 };

/** Slack's own record of each workspace, in our store, as Bolt wants it. */
export function createInstallationStore(store: Store['installations'], clock: Clock) {
  const remembered = createCache<Installation>(clock, memory);

  async function find(workspaceId: string): Promise<Installation> {
    const known = remembered.get(workspaceId);
    if (known) return known;
    const stored = await store.find(workspaceId);
    if (!stored) throw new Error(`the app is not installed in workspace ${workspaceId}`);
    // Bolt gets back the record that it gave; what is read of it was checked by the store.
    const installation = stored as unknown as Installation;
    remembered.set(workspaceId, installation);
    return installation;
  }

  const installationStore: InstallationStore = {
    /** Bolt calls this also whenever it refreshes a token: nobody is welcomed here. */
    async storeInstallation(given) {
      const installation = given as Installation;
      const { isEnterpriseInstall, enterprise, team } = installation;
      const workspaceId = workspaceIdOf(isEnterpriseInstall, enterprise?.id, team?.id);
      await store.save(workspaceId, installation);
      remembered.set(workspaceId, installation);
    },
    async fetchInstallation({ isEnterpriseInstall, enterpriseId, teamId }) {
      return find(workspaceIdOf(isEnterpriseInstall, enterpriseId, teamId));
    },
    async deleteInstallation({ isEnterpriseInstall, enterpriseId, teamId }) {
      const workspaceId = workspaceIdOf(isEnterpriseInstall, enterpriseId, teamId);
      await store.remove(workspaceId);
      remembered.delete(workspaceId);
    },
  };

  return { installationStore, find };
}

/** A team's id, or an enterprise's for org-wide installs. */
export function workspaceIdOf(isEnterpriseInstall = false, enterpriseId?: string, teamId?: string): string {
  const id = isEnterpriseInstall ? enterpriseId : teamId;
  if (!id) throw new Error('Slack named no workspace');
  return id;
}
