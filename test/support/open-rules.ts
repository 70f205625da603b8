import type { Call } from '../../src/domain/call.ts';
import { defaultHours } from '../../src/domain/calling-hours.ts';
import { standardRules } from '../../src/domain/rules.ts';

/** Phones may ring at any time. */
export const allHours = { ...defaultHours, from: '00:00', until: '24:00' };

/** For runs that no rule stands against. */
export const openRules = {
  ruledAtDialling: async ({ requester: { userId } }: Call) => ({
    rules: standardRules,
    userId,
    membership: 'member' as const,
    isUnwanted: false,
  }),
  keepAway: async () => {},
};
