import type { Stage } from './call.ts';
import type { Result } from './result.ts';

/** Who called whom when, and the result; nothing that was asked or said. Times are milliseconds since the epoch. */
export type AuditEntry = {
  /** Of the call. */
  id: string;
  userId: string;
  /** Missing if its key is lost. */
  maskedPhone?: string;
  stage: Stage;
  status?: string;
  /** Of a call that ended. */
  result?: Result;
  durationSeconds?: number;
  confirmedAt: number;
  endedAt?: number;
};

const columns = [
  'confirmed_at',
  'user',
  'number',
  'stage',
  'status',
  'duration_seconds',
  'ended_at',
  'call',
  'result',
] as const;

export const auditHeader = columns.join(',');

/** One line of CSV, with times in UTC. */
export function auditLine(entry: AuditEntry): string {
  const cells: Record<(typeof columns)[number], string | number | undefined> = {
    confirmed_at: isoTime(entry.confirmedAt),
    user: entry.userId,
    number: entry.maskedPhone ?? 'unreadable',
    stage: entry.stage,
    status: entry.status,
    duration_seconds: entry.durationSeconds,
    ended_at: entry.endedAt === undefined ? undefined : isoTime(entry.endedAt),
    call: entry.id,
    result: entry.result,
  };
  return columns.map((column) => cell(cells[column])).join(',');
}

function isoTime(epochMs: number): string {
  return new Date(epochMs).toISOString();
}

/** Spreadsheets treat a value that begins like a formula as one: https://owasp.org/www-community/attacks/CSV_Injection */
function cell(value: string | number | undefined): string {
  const text = String(value ?? '');
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
