import type { Call } from '../domain/call.ts';
import type { KallyCall } from '../kally/client.ts';
import { KallyRefusal } from '../kally/errors.ts';
import type { Run } from './run.ts';
import { clockSkewMs, createMayLastMs } from './timing.ts';

/** How many of KallyAI's newest calls are searched; nobody makes more between a lost answer and this search. */
const listed = 100;
/** How many candidates are asked about one by one: the oldest, since our call begins soon after its request. */
const askedAbout = 10;

type Looking = Pick<Run, 'kally' | 'calls' | 'account'> & { signal?: AbortSignal | undefined };

/**
 * Finds a call in KallyAI's list whose id we were not told. Undefined while that is uncertain: while the call is not listed, while the
 * request of a similar call is still out, and while the list has fewer entries than calls of ours that may match them.
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
  // Only their order tells them apart.
  return candidates[[...rivals, call].toSorted(inOrder).indexOf(call)];
}

/** The entries that may be this call and that no call of ours has claimed, oldest first. */
async function candidatesFor(looking: Looking, call: Call): Promise<KallyCall[]> {
  const { kally, account, signal } = looking;
  const { calls } = await kally.listCalls({ account, limit: listed, signal });
  // A list may have fewer fields of a call than its own endpoint.
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

/** A call without a time may be from last month. */
function isOfItsTime(createdAt: number | undefined, { sentAt, confirmedAt }: Call): boolean {
  if (createdAt === undefined) return false;
  const from = sentAt ?? confirmedAt;
  return createdAt >= from - clockSkewMs && createdAt <= from + createMayLastMs + clockSkewMs;
}

/** Every field of the request that KallyAI returns is as we sent it. */
function contradictsNothing({ submission = {} }: KallyCall, { request }: Call): boolean {
  const { phone, task, category, callLanguage, businessName, name, callbackPhone, date, time, partySize } =
    submission;
  return (
    isEqual(numberIn(phone), request.phone) &&
    isEqual(textIn(task), textIn(request.task)) &&
    isEqual(category, request.category) &&
    isEqual(callLanguage?.slice(0, 2).toLowerCase(), request.callLanguage.slice(0, 2)) &&
    // KallyAI may fill in a field that we did not send.
    (!request.businessName || isEqual(textIn(businessName), textIn(request.businessName))) &&
    (!request.name || isEqual(textIn(name), textIn(request.name))) &&
    (!request.callbackPhone || isEqual(numberIn(callbackPhone), request.callbackPhone)) &&
    isEqual(date, request.date) &&
    isEqual(time?.slice(0, 5), request.time) &&
    isEqual(partySize, request.partySize)
  );
}

/** A field that is not returned contradicts nothing. */
function isEqual<T>(given: T | undefined, sent: T | undefined): boolean {
  return given === undefined || given === sent;
}

function textIn(text: string | undefined): string | undefined {
  return text?.trim().replace(/\s+/g, ' ').toLowerCase() || undefined;
}

/** In any notation: +1 (415) 555-0123. */
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
