import { Temporal } from 'temporal-polyfill';
import type { ApprovalDecision } from './approval.ts';
import type { Refusal, Stage } from './call.ts';
import type { OutcomeKind } from './outcome-kind.ts';
import type { AskCode } from './plan.ts';
import type { Result } from './result.ts';

/** Who called whom when, and the result; nothing that was asked or said. Times are milliseconds since the epoch. */
export type AuditEntry = {
  /** Of the call. */
  id: string;
  userId: string;
  /** Missing if its key is lost. */
  maskedPhone?: string;
  /** Where its card was asked for; the requester's own id stands for "only me". */
  channelId: string;
  stage: Stage;
  status?: string;
  /** Of a call that ended. */
  result?: Result;
  /** Of a call that was not placed: the rule or KallyAI's reason. */
  refusal?: Refusal;
  /** What the requester was warned of, and called in spite of. */
  accepted?: AskCode[];
  durationSeconds?: number;
  confirmedAt: number;
  endedAt?: number;
  /** What somebody else decided about it; the last word, where there are several. */
  approval?: ApprovalDecision;
};

/** What is looked for among the calls of a workspace; what is missing is not looked at. */
export type AuditFilter = {
  userId?: string;
  /** E.164. */
  phone?: string;
  /** By when they were confirmed: from the first moment on, and before the last. */
  from?: number | undefined;
  to?: number | undefined;
  outcome?: OutcomeKind;
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
  'refusal',
  'accepted',
  'approval',
  'approval_by',
  'approval_at',
  'approval_reason',
  'channel',
  'name',
  'outcome',
] as const;

export const auditHeader = columns.join(',');

/** What only the reader of a file can be told: names as they see them, the outcome in their language, times on their clock. */
export type AuditReading = { timeZone?: string; name?: string; outcome?: string };

/** One line of CSV. */
export function auditLine(entry: AuditEntry, { timeZone = 'UTC', name, outcome }: AuditReading = {}): string {
  const cells: Record<(typeof columns)[number], string | number | undefined> = {
    confirmed_at: csvTime(entry.confirmedAt, timeZone),
    user: entry.userId,
    number: entry.maskedPhone ?? 'unreadable',
    stage: entry.stage,
    status: entry.status,
    duration_seconds: entry.durationSeconds,
    ended_at: entry.endedAt === undefined ? undefined : csvTime(entry.endedAt, timeZone),
    call: entry.id,
    result: entry.result,
    approval: entry.approval?.result,
    approval_by: entry.approval?.by,
    approval_at: entry.approval && csvTime(entry.approval.at, timeZone),
    approval_reason: entry.approval?.reason,
    refusal: entry.refusal?.code,
    accepted: entry.accepted?.join(' '),
    channel: entry.channelId === entry.userId ? 'private' : entry.channelId,
    name,
    outcome,
  };
  return csvLine(columns.map((column) => cells[column]));
}

/** ISO 8601, by the clock of a zone. */
export function csvTime(epochMs: number, timeZone: string): string {
  if (timeZone === 'UTC') return new Date(epochMs).toISOString();
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toString({ timeZone, smallestUnit: 'second' });
}

export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return cells.map(cell).join(',');
}

/** Spreadsheets treat a value that begins like a formula as one: https://owasp.org/www-community/attacks/CSV_Injection */
function cell(value: string | number | undefined): string {
  const text = String(value ?? '');
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
