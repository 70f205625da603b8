import type { Logger } from 'pino';
import { appointmentOf, mayRemind, remindBeforeMs } from '../domain/appointment.ts';
import type { Call, ReminderFor } from '../domain/call.ts';
import type { Clock } from '../domain/clock.ts';
import { isSamePerson } from '../domain/person.ts';
import { isArranged, resultOf } from '../domain/result.ts';
import type { Lease } from '../jobs/leases.ts';
import type { Queue } from '../jobs/queue.ts';
import type { Store } from '../store/store.ts';
import type { Announcer } from './announcer.ts';
import { nearMs } from './in-time.ts';
import { type AskChannel, channelFaultOf } from './policies.ts';
import type { RulesInForce } from './rules.ts';

type Deps = {
  store: Pick<Store, 'calls' | 'links' | 'settings'>;
  queue: Pick<Queue, 'enqueue' | 'wakeUp'>;
  announcer: Announcer;
  rules: Pick<RulesInForce, 'faultOfSharing'>;
  channels: Pick<AskChannel, 'factsOf'>;
  /** Used where the admins of a workspace set nothing else. */
  retentionDays: number;
  clock: Clock;
  log: Logger;
};

/**
 * The result of asking for a reminder. `not_kept`: the call is forgotten after these days, and the appointment is later.
 * `no_appointment`: the day and the time are not known for certain.
 */
export type Reminded =
  | { call: Call }
  | { fault: 'too_late' | 'no_appointment' | 'channel_closed' }
  | { fault: 'not_kept'; days: number };

const dayMs = 24 * 60 * 60_000;

/** Reminds people of what a call arranged. The row says who is reminded, its outcome when; so a job knows only the call. */
export function createRemind(deps: Deps) {
  const { store, queue, announcer, clock, log } = deps;
  const { calls } = store;

  async function remind(call: Call, to: ReminderFor): Promise<Reminded> {
    const appointment = appointmentOf(call);
    if (!appointment) return { fault: 'no_appointment' };
    if (!mayRemind(call, clock.now())) return { fault: 'too_late' };
    const { retentionDays: days = deps.retentionDays } = await store.settings.find(
      call.requester.workspaceId,
    );
    if (appointment.at > (call.heardEndAt ?? call.confirmedAt) + days * dayMs)
      return { fault: 'not_kept', days };
    if (to === 'channel' && !(await isChannelOpen(call))) return { fault: 'channel_closed' };
    const noted = await wait(call, to, appointment.at - remindBeforeMs);
    if (!noted) return { fault: 'no_appointment' };
    await refresh(call);
    return { call: noted };
  }

  function wait(call: Call, to: ReminderFor, at: number): Promise<Call | undefined> {
    const inMs = Math.max(1, at - clock.now());
    return calls.remind(call, to, (tx) => queue.enqueue(call.id, 'remind', tx, { inMs }));
  }

  async function dropReminder(call: Call): Promise<undefined> {
    await calls.remind(call, undefined);
    await refresh(call);
  }

  /** The job. A reminder that was dropped, or whose requester left, is not said; neither is one that is later than the appointment. */
  async function runRemind(lease: Lease): Promise<void> {
    const found = await calls.find(lease.callId);
    const appointment = found && appointmentOf(found);
    if (!found?.remindTo || !appointment) return;
    const at = appointment.at - remindBeforeMs;
    if (at - clock.now() > nearMs) return void (await wait(found, found.remindTo, at));
    await clock.sleep(Math.max(0, at - clock.now()), lease.signal);
    const call = await calls.find(lease.callId);
    if (!call?.remindTo) return;
    const isWanted = clock.now() < appointment.at && (await store.links.isConnected(call.requester));
    if (isWanted) await announcer.remind(call, await placeOf(call, call.remindTo), { lease });
    else log.info({ callId: call.id }, 'a reminder is not said any more');
    await dropReminder(call);
  }

  /** A channel that is closed by now, to its requester or by a rule, learns nothing; they do. */
  async function placeOf(call: Call, to: ReminderFor): Promise<ReminderFor> {
    return to === 'channel' && (await isChannelOpen(call)) ? 'channel' : 'requester';
  }

  async function isChannelOpen({ requester, channelId }: Call): Promise<boolean> {
    if (channelId === requester.userId) return false;
    const [ruled, facts] = await Promise.all([
      deps.rules.faultOfSharing({ person: requester }, { channelId, withTranscript: false }),
      deps.channels.factsOf(requester, channelId),
    ]);
    return ruled === undefined && channelFaultOf(facts) === undefined;
  }

  /** A call that went through to cancel or change an arrangement takes the reminder of it along. */
  async function afterChange(call: Call): Promise<void> {
    const { about, phone } = call.request;
    const result = resultOf(call);
    if (!about || !(isArranged(result) || result === 'answered')) return;
    const changed = await calls.find(about);
    if (!changed?.remindTo || !isSamePerson(changed.requester, call.requester)) return;
    if (changed.request.phone !== phone) return;
    log.info({ callId: changed.id, by: call.id }, 'an arrangement was changed, so its reminder is dropped');
    await dropReminder(changed);
  }

  /** The reminder is noted whether or not the card can be edited now. */
  async function refresh({ id }: Call): Promise<void> {
    await announcer
      .refresh(id)
      .catch((error: unknown) => log.warn({ err: error, callId: id }, 'the card could not be edited'));
  }

  return { remind, dropReminder, runRemind, afterChange };
}
