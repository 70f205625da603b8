import type { Call } from '../../src/domain/call.ts';
import { standardRules } from '../../src/domain/rules.ts';

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
