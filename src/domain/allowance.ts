import { z } from 'zod';

/** Without calls, credits and minutes are of no use. */
export const allowanceUnits = ['calls', 'credits', 'minutes'] as const;

/** One thing that a plan gives so much of. How much there is in all and was used, KallyAI need not say. */
export type Allowance = {
  unit: (typeof allowanceUnits)[number];
  left: number;
  all?: number;
  used?: number;
};

/** From here on the person should hear that it runs out. */
const lowShareLeft = 0.2;
const fewCalls = 3;

/** Left, from 0 to 1. */
export function shareLeft({ left, all }: Allowance): number | undefined {
  if (all === undefined || all <= 0) return left <= 0 ? 0 : undefined;
  return Math.min(1, Math.max(0, left / all));
}

/** What ends first stands first. */
export function scarcestFirst(allowances: Allowance[]): Allowance[] {
  const rank = (allowance: Allowance) => shareLeft(allowance) ?? 1;
  const order = ({ unit }: Allowance) => allowanceUnits.indexOf(unit);
  return [...allowances].sort((a, b) => rank(a) - rank(b) || order(a) - order(b));
}

export function isLow(allowance: Allowance): boolean {
  if (allowance.unit === 'calls' && allowance.left <= fewCalls) return true;
  return (shareLeft(allowance) ?? 1) <= lowShareLeft;
}

/** What little is left of a plan, to be remembered until its period ends (milliseconds since the epoch). */
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
