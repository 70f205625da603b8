import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import type { AuditEntry, AuditFilter } from '../domain/audit.ts';
import type { AuditPage, AuditPlace } from '../store/audit.ts';
import type { RuleChange } from '../store/rules.ts';
import type { Store } from '../store/store.ts';
import { asAdmin, type NotAdmin, type RuleMaker } from './change-rules.ts';

/** What an admin looks for among the calls of their workspace; the day is one on their own clock. */
export type CallSearch = Pick<AuditFilter, 'userId' | 'phone' | 'outcome'> & { day?: string };

type Deps = { store: Pick<Store, 'auditPage' | 'auditEntries' | 'rules'>; log: Logger };

/** Changes of rules are read so many at a time. */
const changesAtOnce = 100;

/** What admins are told about the calls of their workspace. Each function checks admin rights, and the log says who looked. */
export function createAnswers({ store, log }: Deps) {
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

  return {
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
