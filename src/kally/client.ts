import type { z } from 'zod';
import type { TranscriptLine } from '../domain/call.ts';
import type { CallRequest } from '../domain/call-request.ts';
import type { BeforeSending } from './connections.ts';
import { type Endpoint, endpoints, nameOf } from './endpoints.ts';
import { KallyAnswerUnreadable, KallyRefusal } from './errors.ts';
import { createHttp, type HttpOptions, type TokenSource } from './http.ts';
import { type ClientCredentials, createOauth } from './oauth.ts';
import { createTurns } from './turns.ts';
import {
  billingPortalSchema,
  type CreditsBalance,
  calendarSchema,
  callChangeSchema,
  callIdSchema,
  callListSchema,
  callSchema,
  creditsBalanceSchema,
  type KallyCall,
  type KallyCallList,
  type Recording,
  recordingSchema,
  type Statistics,
  type Subscription,
  statisticsSchema,
  subscriptionSchema,
  transcriptSchema,
  wireOf,
} from './wire.ts';

export type { CreditsBalance, KallyCall, KallyCallList, Recording, Statistics, Subscription };

type AsAccount = { account: TokenSource; signal?: AbortSignal | undefined };
type AboutCall = AsAccount & { id: string };
type NewCall = AsAccount & {
  idempotencyKey: string;
  request: CallRequest;
  /** Asked right before the request leaves; where it rejects, nothing was dialled. */
  beforeSending?: BeforeSending;
};
/** `date` as YYYY-MM-DD, `time` as HH:MM. In which time zone KallyAI reads them is not documented. */
type OtherTime = AboutCall & { date: string; time: string };
type Page = AsAccount & { limit: number; offset?: number | undefined };

export type KallyClient = ReturnType<typeof createKallyClient>;

/** Calls of one account whose create is out at the same time; all of a process's are bounded by what it takes on. */
const callsAtOnce = { each: 10, all: Number.POSITIVE_INFINITY };

/** All that the app asks of KallyAI. Every function throws the errors of `errors.ts`, and what `account` throws. */
export function createKallyClient(options: HttpOptions & { oauth?: ClientCredentials }) {
  const http = createHttp(options);
  const callTurns = createTurns(callsAtOnce);

  async function askAbout<S extends z.ZodType>(
    endpoint: Endpoint,
    schema: S,
    about: AboutCall & { body?: object },
  ) {
    // An id typed by a person must not become another path.
    if (!callIdSchema.safeParse(about.id).success)
      throw new KallyRefusal({ endpoint: nameOf(endpoint), status: 404, code: 'call_not_found' });
    return http.request(endpoint, { ...about, schema });
  }

  /**
   * Before a create: waits for the account's turn and answers how to leave it. Throws when a create would not be sent now. A KallyAI that
   * was away is first asked something that makes no phone ring.
   */
  async function enter(as: AsAccount): Promise<() => void> {
    const token = await as.account.current();
    http.gate.refuseWhilePaused(nameOf(endpoints.createCall), token);
    if (http.gate.state() !== 'closed') await listCalls({ ...as, limit: 1 });
    return callTurns.enter(token, as.signal);
  }

  /**
   * May last as long as the phone call. Never repeated, whatever happened to it, but for one 401; `surelyNotDialled`
   * says of an error whether the phone can have rung.
   */
  async function createCall({ idempotencyKey, request, ...as }: NewCall): Promise<KallyCall> {
    const headers = { 'idempotency-key': idempotencyKey };
    return http.request(endpoints.createCall, { ...as, schema: callSchema, headers, body: wireOf(request) });
  }

  async function getCall(about: AboutCall): Promise<KallyCall> {
    return askAbout(endpoints.getCall, callSchema, about);
  }

  /** `limit` from 1 to 200. */
  async function listCalls({ limit, offset, ...as }: Page): Promise<KallyCallList> {
    return http.request(endpoints.listCalls, { ...as, schema: callListSchema, query: { limit, offset } });
  }

  /** Refused with `transcript_not_found` until KallyAI has it. */
  async function getTranscript(about: AboutCall): Promise<TranscriptLine[]> {
    return askAbout(endpoints.getTranscript, transcriptSchema, about);
  }

  /** The text of an iCalendar file. No code is documented for a call without one; `isNotOffered` is true of it then. */
  async function getCalendar(about: AboutCall): Promise<string> {
    return askAbout(endpoints.getCalendar, calendarSchema, about);
  }

  /** Refused with `recording_not_found` where there is none. */
  async function getRecording(about: AboutCall): Promise<Recording> {
    return askAbout(endpoints.getRecording, recordingSchema, about);
  }

  /**
   * Before it connects. It may be asked twice, so that a refusal can be the second answer to what the first one did:
   * whether the call was cancelled is what `getCall` says of it. The same holds for `stopCall`.
   */
  async function cancelCall(about: AboutCall): Promise<KallyCall | undefined> {
    return askAbout(endpoints.cancelCall, callChangeSchema, about);
  }

  /** While it is live: hangs up. */
  async function stopCall(about: AboutCall): Promise<KallyCall | undefined> {
    return askAbout(endpoints.stopCall, callChangeSchema, about);
  }

  /** Before it connects. */
  async function rescheduleCall({ date, time, ...about }: OtherTime): Promise<KallyCall | undefined> {
    return askAbout(endpoints.rescheduleCall, callChangeSchema, { ...about, body: { date, time } });
  }

  async function getStatistics(as: AsAccount): Promise<Statistics> {
    return http.request(endpoints.getStatistics, { ...as, schema: statisticsSchema });
  }

  async function getSubscription(as: AsAccount): Promise<Subscription> {
    const { managementUrl, ...subscription } = await http.request(endpoints.getSubscription, {
      ...as,
      schema: subscriptionSchema,
    });
    const mayShow = managementUrl !== undefined && http.mayLeadTo(managementUrl);
    return { ...subscription, ...(mayShow && { managementUrl }) };
  }

  /** Where an account pays with credits instead of minutes. */
  async function getCreditsBalance(as: AsAccount): Promise<CreditsBalance> {
    return http.request(endpoints.getCreditsBalance, { ...as, schema: creditsBalanceSchema });
  }

  async function getBillingPortal(as: AsAccount): Promise<{ url: string }> {
    const endpoint = endpoints.getBillingPortal;
    const portal = await http.request(endpoint, { ...as, schema: billingPortalSchema });
    if (http.mayLeadTo(portal.url)) return portal;
    const fault = 'an address at a host that LINK_HOSTS does not allow';
    throw new KallyAnswerUnreadable({ endpoint: nameOf(endpoint), status: 200, field: 'url', fault });
  }

  return {
    oauth: createOauth(http, options.clock, options.oauth),
    enter,
    createCall,
    getCall,
    listCalls,
    getTranscript,
    getCalendar,
    getRecording,
    cancelCall,
    stopCall,
    rescheduleCall,
    getStatistics,
    getSubscription,
    getCreditsBalance,
    getBillingPortal,
    breakerState: http.gate.state,
    /** Cuts off whatever is still in flight. */
    close: http.close,
  };
}
