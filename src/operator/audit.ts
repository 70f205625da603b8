import type { Config } from '../config.ts';
import { auditHeader, auditLine } from '../domain/audit.ts';
import { outcomeText } from '../slack/admin/audit-view.ts';
import { createStore } from '../store/store.ts';
import { withDatabase } from './database.ts';

/** Prints as CSV who in a workspace had which number called when, and the result. */
export async function printAudit(
  config: Config,
  period: { workspaceId: string; from?: number | undefined; to?: number | undefined },
  say: (line: string) => void,
): Promise<void> {
  say(auditHeader);
  await withDatabase(config, async (databaseUrl) => {
    const store = createStore({ databaseUrl, keys: config.keys, onError: () => {} });
    try {
      for await (const entry of store.auditEntries(period))
        say(auditLine(entry, { outcome: outcomeText('en', entry) }));
    } finally {
      await store.close();
    }
  });
}
