import type { Call } from '../domain/call.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from './actor.ts';
import type { RulesInForce } from './rules.ts';

type Role = 'requester' | 'admin';

/** Who may do what with a call that was made here. */
const mayDo = {
  stop: ['requester', 'admin'],
  reschedule: ['requester'],
  checkAgain: ['requester'],
  callAgain: ['requester'],
  readDetails: ['requester'],
  readTranscript: ['requester'],
  readCalendar: ['requester'],
  hearRecording: ['requester'],
  share: ['requester'],
} as const satisfies Record<string, readonly Role[]>;

export type CallAction = keyof typeof mayDo;

/** `gone`: it is no longer kept, or belongs to another workspace. `off`: a rule of the workspace. */
export type Denial = 'gone' | 'notYours' | 'off';
export type Allowed = { call: Call } | { denied: Denial };

/** Answers the call with this id of ours, for those who may do this with it. */
export function createAccess(calls: Pick<Store['calls'], 'find'>, rules: Pick<RulesInForce, 'of'>) {
  return async function allow(
    { person, isAdmin }: Actor,
    action: CallAction,
    callId: string | undefined,
  ): Promise<Allowed> {
    const call = callId ? await calls.find(callId) : undefined;
    if (call?.requester.workspaceId !== person.workspaceId) return { denied: 'gone' };
    if (action === 'hearRecording' && !(await rules.of(person)).recordings) return { denied: 'off' };
    if (call.requester.userId === person.userId) return { call };
    const roles: readonly Role[] = mayDo[action];
    return roles.includes('admin') && (await isAdmin()) ? { call } : { denied: 'notYours' };
  };
}
