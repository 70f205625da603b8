import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Call } from '../domain/call.ts';
import { faultsOfWhen } from '../domain/call-request.ts';
import { nextAllowed } from '../domain/calling-hours.ts';
import { wallTimeAt } from '../domain/due-time.ts';
import { maxFurtherAttempts, mayTryAgain, numberWeekMs } from '../domain/retry-ladder.ts';
import { CapReached } from '../store/calls.ts';
import type { Store } from '../store/store.ts';
import type { ConfirmDeps } from './confirm-call.ts';
import type { Planned } from './plan-call.ts';
import { clocksOf, type Finding, type FindingsOf, findingsOf, isBlock } from './policies.ts';

/** How long a person lets pass before the next try. */
export type RetryWait = { minutes: number } | 'tomorrow';

type Deps = Pick<ConfirmDeps, 'queue' | 'hours' | 'caps' | 'rules' | 'clock' | 'log'> & {
  store: Pick<Store, 'calls' | 'posts'>;
  findingsAt: FindingsOf;
};

/** Tries again what was busy or what nobody answered: each try is a planned call of its own, which takes over the card of the one before. */
export function createTryAgain({
  store: { calls, posts },
  queue,
  hours,
  caps,
  rules,
  findingsAt,
  clock,
  log,
}: Deps) {
  return async function tryAgain(call: Call, wait: RetryWait): Promise<Planned> {
    const { attempt = 1, requester, request } = call;
    if (!mayTryAgain(call) || attempt > maxFurtherAttempts) return 'moved_on';
    const now = clock.now();
    const clocks = clocksOf(request);
    const at = nextAllowed(wantedAt(wait, now, request.timeZone), clocks, hours);
    if (at === undefined) return { findings: [{ effect: 'blocks', code: 'never_open' }] };
    const id = randomUUID();
    const { requester: person, channelId } = call;
    const made = await calls.callsToNumber({ id, requester, request }, at - numberWeekMs);
    const lately = { calls: made, userId: person.userId, channelId, now: at, isFurtherAttempt: true };
    const findings = [
      ...(await findingsAt(call, at)),
      ...findingsOf(request, { lately }),
      ...timeIsOver(call, at),
    ];
    const blocks = findings.filter(isBlock);
    if (blocks.length > 0) return { findings: blocks };
    const { perDay } = (await rules.ruledFor(requester, request.phone)).rules;
    const next = {
      id,
      requester,
      request,
      channelId,
      confirmedAt: now,
      plan: { due: wallTimeAt(at, request.timeZone), dueAt: at },
      attempt: attempt + 1,
      ...(call.accepted && { accepted: call.accepted }),
    };
    try {
      // Pressed twice, or by the side of another replica, it is the same submission, and so the same call.
      const written = await calls.confirm(
        next,
        `attempt:${call.id}`,
        async (tx) => {
          await posts.handOn(tx, call.id, id);
          await queue.enqueue(id, 'plan', tx, { version: 0 });
        },
        { caps: { ...caps, perDay } },
      );
      queue.wakeUp();
      log.info({ callId: written.id, after: call.id, attempt: attempt + 1 }, 'a call is tried again');
      return { call: written };
    } catch (error) {
      if (error instanceof CapReached) return { findings: [{ effect: 'blocks', code: error.code }] };
      throw error;
    }
  };
}

const morning = { hour: 9 };

function wantedAt(wait: RetryWait, now: number, timeZone: string): number {
  if (wait !== 'tomorrow') return now + wait.minutes * 60_000;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  return today.add({ days: 1 }).toZonedDateTime({ timeZone, plainTime: morning }).epochMilliseconds;
}

/** Nobody is asked on Saturday for a table on Friday. */
function timeIsOver({ request: { date, time, timeZone } }: Call, at: number): Finding[] {
  const faults = faultsOfWhen(date, time, { now: at, timeZone });
  return Object.keys(faults).length > 0 ? [{ effect: 'blocks', code: 'asked_time_over' }] : [];
}
