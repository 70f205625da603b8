import { z } from 'zod';
import { ApiError } from './errors.ts';
import { oddities } from './oddities.ts';

export const faultSchema = z.discriminatedUnion('kind', [
  /** Nothing listens: connections are refused, those that are open are cut. */
  z.object({ kind: z.literal('down') }),
  /** Every request to the API is answered with 503. */
  z.object({ kind: z.literal('unavailable') }),
  /** Every answer of the API comes this much later, in real time. */
  z.object({ kind: z.literal('slow'), delayMs: z.int().min(0).max(600_000) }),
  /** Requests are carried out, and the connection is cut instead of an answer. */
  z.object({ kind: z.literal('lose-answers') }),
  /** Every request to the API is answered with 429. */
  z.object({ kind: z.literal('rate-limited'), retryAfterSeconds: z.int().min(0).max(999_999_999) }),
  /** Answers come in forms that nobody documented; each is one of `oddities.ts`. */
  z.object({ kind: z.literal('odd'), oddities: z.array(z.enum(oddities)).min(1) }),
]);

export type Fault = z.infer<typeof faultSchema>;

/** Throws when the fault in force keeps a request from being carried out. */
export function refuseByFault(fault: Fault | null): void {
  if (fault?.kind === 'unavailable') throw new ApiError('service_unavailable');
  if (fault?.kind === 'rate-limited') {
    throw new ApiError('rate_limited', { headers: { 'retry-after': String(fault.retryAfterSeconds) } });
  }
}
