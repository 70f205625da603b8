import type { Config } from '../config.ts';
import { maskPhone } from '../domain/phone.ts';
import type { AuditEntry } from '../store/audit.ts';
import { createStore } from '../store/store.ts';
import { withDatabase } from './database.ts';

const columns = [
  'confirmed_at',
  'user',
  'number',
  'stage',
  'status',
  'duration_seconds',
  'ended_at',
  'call',
] as const;

/** Says as CSV who of a workspace had which number called when, and what came of it. */
export async function printAudit(
  config: Config,
  period: { workspaceId: string; from?: number | undefined; to?: number | undefined },
  say: (line: string) => void,
): Promise<void> {
  say(columns.join(','));
  await withDatabase(config, async (databaseUrl) => {
    const store = createStore({ databaseUrl, keys: config.keys, onError: () => {} });
    try {
      for await (const entry of store.auditEntries(period)) say(lineOf(entry));
    } finally {
      await store.close();
    }
  });
}

function lineOf(entry: AuditEntry): string {
  const cells: Record<(typeof columns)[number], string | number | undefined> = {
    confirmed_at: entry.confirmedAt.toISOString(),
    user: entry.userId,
    number: entry.phone === undefined ? 'cannot be opened' : maskPhone(entry.phone),
    stage: entry.stage,
    status: entry.status ?? undefined,
    duration_seconds: entry.durationSeconds ?? undefined,
    ended_at: entry.endedAt?.toISOString(),
    call: entry.id,
  };
  return columns.map((column) => cell(cells[column])).join(',');
}

/** Spreadsheets take for a formula what begins like one: https://owasp.org/www-community/attacks/CSV_Injection */
function cell(value: string | number | undefined): string {
  const text = String(value ?? '');
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
