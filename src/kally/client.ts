import type { z } from 'zod';
import type { TranscriptLine } from '../domain/call.ts';
import type { CallRequest } from '../domain/call-request.ts';
import type { Clock } from '../domain/clock.ts';
import { type Endpoint, endpoints, nameOf } from './endpoints.ts';
import { KallyRefusal } from './errors.ts';
import { createHttp, type TokenSource } from './http.ts';
import { type ClientCredentials, createOauth } from './oauth.ts';
import {
  billingPortalSchema,
  calendarSchema,
  callIdSchema,
  callListSchema,
  callSchema,
  type KallyCall,
  type KallyCallList,
  type Statistics,
  type Subscription,
  statisticsSchema,
  subscriptionSchema,
  transcriptSchema,
  wireOf,
} from './wire.ts';

export type { KallyCall, KallyCallList, Statistics, Subscription };

type AsAccount = { account: TokenSource; signal?: AbortSignal | undefined };
type AboutCall = AsAccount & { id: string };
type NewCall = AsAccount & { idempotencyKey: string; request: CallRequest };
type Page = AsAccount & { limit: number; offset?: number | undefined };

export type KallyClient = ReturnType<typeof createKallyClient>;

/** All that the app asks of KallyAI. Every function throws the errors of `errors.ts`, and what `account` throws. */
export function createKallyClient(options: { baseUrl: string; oauth?: ClientCredentials; clock: Clock }) {
  const http = createHttp(options);

  async function askAbout<S extends z.ZodType>(endpoint: Endpoint, schema: S, about: AboutCall) {
    // No call has such an id, and an id typed by a person must not become another path.
    if (!callIdSchema.safeParse(about.id).success)
      throw new KallyRefusal({ endpoint: nameOf(endpoint), status: 404, code: 'call_not_found' });
    return http.request(endpoint, { ...about, schema });
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

  /** The text of an iCalendar file. */
  async function getCalendar(about: AboutCall): Promise<string> {
    return askAbout(endpoints.getCalendar, calendarSchema, about);
  }

  async function getStatistics(as: AsAccount): Promise<Statistics> {
    return http.request(endpoints.getStatistics, { ...as, schema: statisticsSchema });
  }

  async function getSubscription(as: AsAccount): Promise<Subscription> {
    return http.request(endpoints.getSubscription, { ...as, schema: subscriptionSchema });
  }

  async function getBillingPortal(as: AsAccount): Promise<{ url: string }> {
    return http.request(endpoints.getBillingPortal, { ...as, schema: billingPortalSchema });
  }

  return {
    oauth: createOauth(http, options.clock, options.oauth),
    createCall,
    getCall,
    listCalls,
    getTranscript,
    getCalendar,
    getStatistics,
    getSubscription,
    getBillingPortal,
    /** Cuts off whatever is still in flight. */
    close: http.close,
  };
}
