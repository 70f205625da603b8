import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../domain/clock.ts';
import { isChannelAllowed, type Rules } from '../domain/rules.ts';
import { createTally } from '../domain/tally.ts';
import { isTimeZone } from '../domain/time-zone.ts';
import type { Store } from '../store/store.ts';
import { type Announcer, CannotBeSaid } from './announcer.ts';

type Deps = {
  store: Pick<Store, 'digests' | 'callsEndedIn'>;
  announcer: Pick<Announcer, 'digest'>;
  clock: Clock;
  log: Logger;
};

const dayMs = 24 * 60 * 60_000;
/** A digest goes back to the one before it, unless that is long ago. */
const furthestMs = 3 * dayMs;

/** The job: tells each channel that wants it, once a day, what its calls came to. It counts only calls whose card stands in that channel. */
export function createDailyDigest({ store, announcer, clock, log }: Deps) {
  return async function tellDigests(signal: AbortSignal): Promise<void> {
    for await (const { workspaceId, rules } of store.digests.wanted()) {
      const until = lastMoment(rules.digest, clock.now());
      for (const channelId of until === undefined ? [] : rules.digest.channels) {
        signal.throwIfAborted();
        if (until !== undefined && isChannelAllowed(rules, channelId))
          await tell({ workspaceId, channelId, until }, rules.digest);
      }
    }
  };

  /**
   * What the ledger says was told is noted after it was sent, so a process that dies in between says nothing twice. While Slack does not
   * take a digest, it is tried again at the next round; what it never takes is not said.
   */
  async function tell(
    where: { workspaceId: string; channelId: string; until: number },
    { at, timeZone, language }: Rules['digest'],
  ): Promise<void> {
    const { until, ...channel } = where;
    const toldUntil = await store.digests.toldUntil(where);
    if (toldUntil >= until) return;
    const since = until - toldUntil > furthestMs ? until - dayMs : toldUntil;
    const counting = createTally();
    let callId: string | undefined;
    for await (const call of store.callsEndedIn({ ...where, since })) {
      counting.add(call);
      callId = call.id;
    }
    if (callId === undefined) return store.digests.noteTold(where);
    const tally = counting.result();
    try {
      const told = await announcer.digest(
        { ...channel, callId },
        { at, timeZone, language, since, until, tally },
      );
      await store.digests.noteTold({ ...channel, until: told });
      log.info({ ...channel, calls: tally.calls }, 'a channel was told what its calls came to');
    } catch (err) {
      log.warn({ err, ...channel }, 'Slack did not take a digest');
      if (err instanceof CannotBeSaid) await store.digests.noteTold(where);
    }
  }
}

/** The moment of today's digest on its own clock; `undefined` while that is still to come. */
function lastMoment({ at, timeZone }: Rules['digest'], now: number): number | undefined {
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const moment = today.toZonedDateTime({ timeZone: zone, plainTime: at }).epochMilliseconds;
  return moment <= now ? moment : undefined;
}
