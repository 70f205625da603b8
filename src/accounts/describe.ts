import type { KallyClient, Statistics, Subscription } from '../kally/client.ts';

/** What KallyAI says about an account. It has no endpoint that names the owner. */
export type Account = {
  plan?: string;
  period?: string;
  subscribed?: boolean;
  minutesLeft?: number;
  minutesOf?: number;
  callsLeft?: number;
};

/** KallyAI rejects the token that it has just issued. */
class TokenRejected extends Error {
  override readonly name = 'TokenRejected';
}

/** A page waits for it. */
const patienceMs = 5_000;
/** A plan's name, not a paragraph. */
const nameLength = 40;

/** Describes the account of a new access token; `rejected` if KallyAI rejects the token. */
export async function describeAccount(
  kally: Pick<KallyClient, 'getStatistics' | 'getSubscription'>,
  accessToken: string,
): Promise<Account | 'rejected'> {
  const account = {
    current: async () => accessToken,
    renew: () => Promise.reject(new TokenRejected()),
  };
  const signal = AbortSignal.timeout(patienceMs);
  const asked = [
    kally.getStatistics({ account, signal }),
    kally.getSubscription({ account, signal }),
  ] as const;
  const [statistics, subscription] = await Promise.allSettled(asked);
  const isRejected = (answer: PromiseSettledResult<unknown>) =>
    answer.status === 'rejected' && answer.reason instanceof TokenRejected;
  if (isRejected(statistics) || isRejected(subscription)) return 'rejected';
  return {
    ...(subscription.status === 'fulfilled' && aboutPlan(subscription.value)),
    ...(statistics.status === 'fulfilled' && aboutUse(statistics.value)),
  };
}

function aboutPlan({ active, plan }: Subscription): Account {
  return {
    subscribed: active,
    ...(plan?.type !== undefined && { plan: plan.type.slice(0, nameLength) }),
    ...(plan?.period !== undefined && { period: plan.period.slice(0, nameLength) }),
  };
}

function aboutUse({ planType, minutesRemaining, minutesAllocated, callsRemaining }: Statistics): Account {
  return {
    ...(planType !== undefined && { plan: planType.slice(0, nameLength) }),
    ...(minutesRemaining !== undefined && { minutesLeft: minutesRemaining }),
    ...(minutesAllocated !== undefined && { minutesOf: minutesAllocated }),
    ...(callsRemaining !== undefined && { callsLeft: callsRemaining }),
  };
}
