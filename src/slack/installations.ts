import type { Installation, InstallationStore } from '@slack/bolt';
import type { Clock } from '../domain/clock.ts';
import type { Store } from '../store/store.ts';

/** How long an installation is remembered, so that not every request asks the database before its acknowledgement. */
const lifetimeMs = 60_000;
const capacity = 2_000;

/** Slack's own record of each workspace, in our store, as Bolt wants it. */
export function createInstallationStore(store: Store['installations'], clock: Clock) {
  const remembered = new Map<string, { until: number; installation: Installation }>();

  function remember(workspaceId: string, installation: Installation) {
    remembered.delete(workspaceId);
    remembered.set(workspaceId, { until: clock.now() + lifetimeMs, installation });
    const oldest = remembered.keys().next().value;
    if (oldest !== undefined && remembered.size > capacity) remembered.delete(oldest);
  }

  async function find(workspaceId: string): Promise<Installation> {
    const known = remembered.get(workspaceId);
    if (known && known.until > clock.now()) return known.installation;
    const stored = await store.find(workspaceId);
    if (!stored) throw new Error(`the app is not installed in workspace ${workspaceId}`);
    // Bolt gets back the record that it gave; what is read of it was checked by the store.
    const installation = stored as unknown as Installation;
    remember(workspaceId, installation);
    return installation;
  }

  const installationStore: InstallationStore = {
    /** Bolt calls this also whenever it refreshes a token: nobody is welcomed here. */
    async storeInstallation(given) {
      const installation = given as Installation;
      const { isEnterpriseInstall, enterprise, team } = installation;
      const workspaceId = idOf(isEnterpriseInstall, enterprise?.id, team?.id);
      await store.save(workspaceId, installation);
      remember(workspaceId, installation);
    },
    async fetchInstallation({ isEnterpriseInstall, enterpriseId, teamId }) {
      return find(idOf(isEnterpriseInstall, enterpriseId, teamId));
    },
    async deleteInstallation({ isEnterpriseInstall, enterpriseId, teamId }) {
      const workspaceId = idOf(isEnterpriseInstall, enterpriseId, teamId);
      await store.remove(workspaceId);
      remembered.delete(workspaceId);
    },
  };

  return { installationStore, find };
}

function idOf(
  isEnterprise: boolean | undefined,
  enterpriseId: string | undefined,
  teamId: string | undefined,
) {
  const id = isEnterprise ? enterpriseId : teamId;
  if (!id) throw new Error('Slack named no workspace');
  return id;
}
