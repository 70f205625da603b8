import { isDeepStrictEqual } from 'node:util';
import { type Allowance, fewLeftOf } from '../domain/allowance.ts';
import type { Person } from '../domain/person.ts';
import type { CreditsBalance, KallyClient, Statistics } from '../kally/client.ts';
import { isNotOffered, KallyRefusal } from '../kally/errors.ts';
import type { Store } from '../store/store.ts';
import { type AccountOf, accessOf } from './access.ts';

export type Usage = {
  /** Only what the account has: minutes, credits, or both while KallyAI moves from one to the other. */
  allowances: Allowance[];
  plan?: string;
  /** Milliseconds since the epoch. */
  period?: { from: number; to: number };
};

type Parts = { kally: KallyClient; accountOf: AccountOf; store: Pick<Store, 'preferences'> };

/** What is left of a person's plan at KallyAI. */
export async function readUsage(parts: Parts, person: Person): Promise<Usage> {
  const access = accessOf(parts, person);
  const [statistics, credits] = await Promise.all([
    unless(isNotOffered, parts.kally.getStatistics(access)),
    parts.kally.getCreditsBalance(access).catch(withoutCredits),
  ]);
  const usage = usageOf(statistics ?? {}, typeof credits === 'object' ? credits : {});
  await remember(parts.store, person, usage, credits === 'older');
  return usage;
}

/** An account on the older version of the API has no credits. An account connected before Kally asked for this scope works without. */
function withoutCredits(error: unknown): 'older' | 'forbidden' {
  if (isNotOffered(error)) return 'older';
  if (error instanceof KallyRefusal && error.code === 'forbidden') return 'forbidden';
  throw error;
}

/** So cards offer only what the account can do, and forms warn of a small rest without asking KallyAI. */
async function remember(
  { preferences }: Parts['store'],
  person: Person,
  { allowances, period }: Usage,
  hasOlderApi: boolean,
): Promise<void> {
  const fewLeft = fewLeftOf(allowances, period?.to);
  const stored = await preferences.find(person);
  const isKnown = (stored.hasOlderApi ?? false) === hasOlderApi && isDeepStrictEqual(stored.fewLeft, fewLeft);
  if (isKnown) return;
  await preferences.change(person, ({ fewLeft: _, ...all }) => ({
    ...all,
    hasOlderApi,
    ...(fewLeft && { fewLeft }),
  }));
}

async function unless<T>(isSo: (error: unknown) => boolean, asked: Promise<T>): Promise<T | undefined> {
  return asked.catch((error: unknown) => {
    if (isSo(error)) return undefined;
    throw error;
  });
}

export function usageOf(statistics: Statistics, credits: CreditsBalance): Usage {
  const { periodStart: from, periodEnd: to } = { ...statistics, ...credits };
  const plan = credits.planType ?? statistics.planType;
  const allowances = [
    allowanceOf('credits', credits.creditsRemaining, credits.creditsAllocated, credits.creditsUsed),
    allowanceOf('minutes', statistics.minutesRemaining, statistics.minutesAllocated, statistics.minutesUsed),
    allowanceOf('calls', statistics.callsRemaining, statistics.callsAllocated, statistics.callsUsed),
  ].filter((allowance) => allowance !== undefined);
  return {
    allowances,
    ...(plan !== undefined && { plan }),
    ...(from !== undefined && to !== undefined && { period: { from, to } }),
  };
}

/** Computes the third number from the other two; undefined if the plan has no such allowance. */
function allowanceOf(
  unit: Allowance['unit'],
  left?: number,
  all?: number,
  used?: number,
): Allowance | undefined {
  const whole = all ?? (left !== undefined && used !== undefined ? left + used : undefined);
  const rest = left ?? (whole !== undefined && used !== undefined ? whole - used : undefined);
  const spent = used ?? (whole !== undefined && rest !== undefined ? whole - rest : undefined);
  if (rest === undefined || whole === 0) return undefined;
  return {
    unit,
    left: Math.max(0, rest),
    ...(whole !== undefined && { all: whole }),
    ...(spent !== undefined && { used: spent }),
  };
}
