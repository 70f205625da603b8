import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import type { AuditEntry, AuditFilter } from '../domain/audit.ts';
import type { Clock } from '../domain/clock.ts';
import { createTally, type Tally } from '../domain/tally.ts';
import type { AuditPage, AuditPlace } from '../store/audit.ts';
import type { RuleChange } from '../store/rules.ts';
import type { Store } from '../store/store.ts';
import { asAdmin, type NotAdmin, type RuleMaker } from './change-rules.ts';

/** What an admin looks for among the calls of their workspace; the day is one on their own clock. */
export type CallSearch = Pick<AuditFilter, 'userId' | 'phone' | 'outcome'> & { day?: string };

/** What the calls of a workspace came to. */
export type Overview = { connected: number; week: Tally; month: Tally };

type Deps = {
  store: Pick<Store, 'auditPage' | 'auditEntries' | 'callsToCount' | 'rules' | 'links' | 'refusals'>;
  clock: Clock;
  log: Logger;
};

const dayMs = 24 * 60 * 60_000;

/** Changes of rules are read so many at a time. */
const changesAtOnce = 100;

/** What admins are told about the calls of their workspace. Each function checks admin rights, and the log says who looked. */
export function createAnswers({ store, clock, log }: Deps) {
  async function* everyChange(workspaceId: string): AsyncGenerator<RuleChange> {
    for (let before: RuleChange | undefined; ; ) {
      const page: Awaited<ReturnType<typeof store.rules.changesOf>> = await store.rules.changesOf(
        workspaceId,
        changesAtOnce,
        before,
      );
      yield* page.changes;
      before = page.changes.at(-1);
      if (!page.hasOlder || !before) return;
    }
  }

  async function count(workspaceId: string): Promise<{ week: Tally; month: Tally }> {
    const now = clock.now();
    const [weekAgo, monthAgo] = [now - 7 * dayMs, now - 30 * dayMs];
    const [week, month] = [createTally(), createTally()];
    for await (const call of store.callsToCount(workspaceId, monthAgo)) {
      month.add(call);
      if (call.confirmedAt >= weekAgo) week.add(call);
    }
    for (const { day, reason, count: times } of await store.refusals.since(workspaceId, monthAgo)) {
      month.refuse(reason, times);
      if (day + dayMs > weekAgo) week.refuse(reason, times);
    }
    return { week: week.result(), month: month.result() };
  }

  return {
    /** The last week and month in numbers. */
    overview: (maker: RuleMaker): Promise<Overview | NotAdmin> =>
      asAdmin(maker, async ({ workspaceId, userId }) => {
        const [connected, periods] = await Promise.all([store.links.count(workspaceId), count(workspaceId)]);
        log.info({ workspaceId, userId }, 'an admin looked at the overview');
        return { connected, ...periods };
      }),

    /** One page of who called whom. */
    page: (
      maker: RuleMaker,
      search: CallSearch,
      { timeZone, size, place }: { timeZone: string; size: number; place?: AuditPlace | undefined },
    ): Promise<AuditPage | NotAdmin> =>
      asAdmin(maker, async ({ workspaceId, userId }) => {
        const filter = { workspaceId, ...filterOf(search, timeZone) };
        const page = await store.auditPage(filter, size, place);
        log.info({ workspaceId, userId, calls: page.entries.length }, 'an admin looked at who called whom');
        return page;
      }),

    /** All of them, newest first, read as they are asked for. */
    entries: (
      maker: RuleMaker,
      search: CallSearch,
      timeZone: string,
    ): Promise<{ entries: AsyncGenerator<AuditEntry> } | NotAdmin> =>
      asAdmin(maker, async ({ workspaceId, userId }) => {
        log.info({ workspaceId, userId }, 'an admin took who called whom as a file');
        const filter = { workspaceId, ...filterOf(search, timeZone) };
        return { entries: store.auditEntries(filter, { newestFirst: true }) };
      }),

    /** Who changed which rule when, newest first, read as it is asked for. */
    changes: (maker: RuleMaker): Promise<{ changes: AsyncGenerator<RuleChange> } | NotAdmin> =>
      asAdmin(maker, async ({ workspaceId, userId }) => {
        log.info({ workspaceId, userId }, 'an admin took the changes of rules as a file');
        return { changes: everyChange(workspaceId) };
      }),
  };
}

function filterOf({ day, ...search }: CallSearch, timeZone: string): AuditFilter {
  if (day === undefined) return search;
  const date = Temporal.PlainDate.from(day);
  const startOf = (one: Temporal.PlainDate) => one.toZonedDateTime({ timeZone }).epochMilliseconds;
  return { ...search, from: startOf(date), to: startOf(date.add({ days: 1 })) };
}
