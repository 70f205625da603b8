import type { Call } from '../domain/call.ts';
import type { KallyCall } from '../kally/client.ts';
import { KallyRefusal } from '../kally/errors.ts';
import type { Run } from './run.ts';
import { clockSkewMs, createMayLastMs } from './timing.ts';

/** KallyAI's newest calls that are looked through; between a lost answer and this look, nobody makes more. */
const listed = 100;
/** So many of them are asked about one by one; the oldest, since a call of ours is there soon after its request. */
const askedAbout = 10;

type Looking = Pick<Run, 'kally' | 'calls' | 'account'> & { signal?: AbortSignal | undefined };

/**
 * Which of the calls in KallyAI's list is this one, whose id we were not told. Undefined while that is not certain: while it is not
 * listed, while the request of another call that is alike is still out, and while not as many are listed as there are calls of ours
 * that each of them may be.
 */
export async function findAtKally(looking: Looking, call: Call): Promise<KallyCall | undefined> {
  const candidates = await candidatesFor(looking, call);
  if (candidates.length === 0) return undefined;
  const since = call.confirmedAt - createMayLastMs - clockSkewMs;
  const others = await looking.calls.rivals(call, since);
  const rivals = others.filter((other) => candidates.some((candidate) => isLike(candidate, other)));
  if (rivals.some(({ stage }) => stage === 'placing')) return undefined;
  if (candidates.length !== rivals.length + 1) return undefined;
  const forNoOther = candidates.filter((candidate) => !rivals.some((rival) => isLike(candidate, rival)));
  if (forNoOther.length > 0) return forNoOther.length === 1 ? forNoOther[0] : undefined;
  // Nothing tells them apart but their order.
  return candidates[[...rivals, call].toSorted(inOrder).indexOf(call)];
}

/** Those that it may be and that are nobody's yet, oldest first. */
async function candidatesFor(looking: Looking, call: Call): Promise<KallyCall[]> {
  const { kally, account, signal } = looking;
  const { calls } = await kally.listCalls({ account, limit: listed, signal });
  // A list may tell less of a call than KallyAI does when it is asked about that one.
  const possible = calls.filter((one) => contradictsNothing(one, call) && isOfItsTime(one.createdAt, call));
  if (possible.length === 0) return [];
  const claimed = await looking.calls.claimed(possible.map(({ id }) => id));
  const free = possible.filter(({ id }) => !claimed.has(id)).toSorted(byCreation);
  const whole: KallyCall[] = [];
  for (const one of free.slice(0, askedAbout)) whole.push(await askAbout(looking, one));
  return whole.filter((one) => isLike(one, call));
}

async function askAbout({ kally, account, signal }: Looking, one: KallyCall): Promise<KallyCall> {
  try {
    const told = await kally.getCall({ account, id: one.id, signal });
    return { ...one, ...told, submission: { ...one.submission, ...told.submission } };
  } catch (error) {
    if (error instanceof KallyRefusal && error.code === 'call_not_found') return one;
    throw error;
  }
}

function isLike(one: KallyCall, call: Call): boolean {
  const isToItsNumber = one.submission?.phone !== undefined && contradictsNothing(one, call);
  return isToItsNumber && isOfItsTime(one.createdAt, call);
}

/** A call without a time may be of last month. */
function isOfItsTime(createdAt: number | undefined, { sentAt, confirmedAt }: Call): boolean {
  if (createdAt === undefined) return false;
  const from = sentAt ?? confirmedAt;
  return createdAt >= from - clockSkewMs && createdAt <= from + createMayLastMs + clockSkewMs;
}

/** Whatever KallyAI gives back of the request is as it was sent. */
function contradictsNothing({ submission = {} }: KallyCall, { request }: Call): boolean {
  const { phone, task, category, callLanguage, businessName, name, callbackPhone, date, time, partySize } =
    submission;
  return (
    isEqual(numberIn(phone), request.phone) &&
    isEqual(textIn(task), textIn(request.task)) &&
    isEqual(category, request.category) &&
    isEqual(callLanguage?.slice(0, 2).toLowerCase(), request.callLanguage.slice(0, 2)) &&
    // What was not sent KallyAI may know by itself.
    (!request.businessName || isEqual(textIn(businessName), textIn(request.businessName))) &&
    (!request.name || isEqual(textIn(name), textIn(request.name))) &&
    (!request.callbackPhone || isEqual(numberIn(callbackPhone), request.callbackPhone)) &&
    isEqual(date, request.date) &&
    isEqual(time?.slice(0, 5), request.time) &&
    isEqual(partySize, request.partySize)
  );
}

/** What is not given back contradicts nothing. */
function isEqual<T>(given: T | undefined, sent: T | undefined): boolean {
  return given === undefined || given === sent;
}

function textIn(text: string | undefined): string | undefined {
  return text?.trim().replace(/\s+/g, ' ').toLowerCase() || undefined;
}

/** However it is written: +1 (415) 555-0123. */
function numberIn(text: string | undefined): string | undefined {
  return text?.replace(/[^\d+]/g, '') || undefined;
}

function byCreation(one: KallyCall, other: KallyCall): number {
  return (one.createdAt ?? 0) - (other.createdAt ?? 0);
}

function inOrder(one: Call, other: Call): number {
  const sent = ({ sentAt, confirmedAt }: Call) => sentAt ?? confirmedAt;
  return sent(one) - sent(other) || (one.id < other.id ? -1 : 1);
}
