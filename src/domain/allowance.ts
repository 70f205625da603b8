import { z } from 'zod';

/** Calls first: without calls, credits and minutes are useless. */
export const allowanceUnits = ['calls', 'credits', 'minutes'] as const;

/** One thing that a plan limits. KallyAI may not say the total or the used part. */
export type Allowance = {
  unit: (typeof allowanceUnits)[number];
  left: number;
  all?: number;
  used?: number;
};

/** Below this share left, the person is warned. */
const lowShareLeft = 0.2;
const fewCalls = 3;

/** The share left, from 0 to 1. */
export function shareLeft({ left, all }: Allowance): number | undefined {
  if (all === undefined || all <= 0) return left <= 0 ? 0 : undefined;
  return Math.min(1, Math.max(0, left / all));
}

/** The scarcest first. */
export function scarcestFirst(allowances: Allowance[]): Allowance[] {
  const rank = (allowance: Allowance) => shareLeft(allowance) ?? 1;
  const order = ({ unit }: Allowance) => allowanceUnits.indexOf(unit);
  return [...allowances].sort((a, b) => rank(a) - rank(b) || order(a) - order(b));
}

export function isLow(allowance: Allowance): boolean {
  if (allowance.unit === 'calls' && allowance.left <= fewCalls) return true;
  return (shareLeft(allowance) ?? 1) <= lowShareLeft;
}

/** A small rest of a plan, remembered until its period ends (milliseconds since the epoch). */
export const fewLeftSchema = z.object({
  unit: z.enum(allowanceUnits),
  left: z.number(),
  until: z.number().exactOptional(),
});
export type FewLeft = z.infer<typeof fewLeftSchema>;

/** `undefined` where there is enough of everything. */
export function fewLeftOf(allowances: Allowance[], until: number | undefined): FewLeft | undefined {
  const [scarcest] = scarcestFirst(allowances);
  if (!scarcest || !isLow(scarcest)) return undefined;
  const { unit, left } = scarcest;
  return { unit, left, ...(until !== undefined && { until }) };
}

/** A rest that was remembered counts until its period ends. */
export function stillCounts({ until }: FewLeft, now: number): boolean {
  return until === undefined || until > now;
}
