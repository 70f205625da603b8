import type { Call } from '../domain/call.ts';
import { isSamePerson } from '../domain/person.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from './actor.ts';
import type { ApproverDenial, Approvers } from './approvers.ts';
import type { RulesInForce } from './rules.ts';

/** `colleague`: whoever sees the call's card. `approver`: whom the admins named for that, or the admins. */
type Role = 'requester' | 'colleague' | 'admin' | 'approver';

/** Who may do what with a call that was made here. */
const mayDo = {
  stop: ['requester', 'admin'],
  approve: ['approver'],
  callNow: ['requester'],
  changeTime: ['requester'],
  tryAgain: ['requester'],
  reschedule: ['requester'],
  checkAgain: ['requester'],
  keepAway: ['requester', 'admin'],
  callAgain: ['requester', 'colleague'],
  readDetails: ['requester', 'colleague'],
  readTranscript: ['requester', 'colleague'],
  readCalendar: ['requester', 'colleague'],
  askAbout: ['requester', 'colleague'],
  hearRecording: ['requester'],
  share: ['requester'],
  remind: ['requester'],
  changeBooking: ['requester'],
} as const satisfies Record<string, readonly Role[]>;

export type CallAction = keyof typeof mayDo;

/** `gone`: it is no longer kept, or belongs to another workspace. `off`: a rule of the workspace. */
export type Denial = 'gone' | 'notYours' | 'off' | ApproverDenial;
export type Allowed = { call: Call; isRequester: boolean } | { denied: Denial };

/** Answers the call with this id of ours, for those who may do this with it. */
export function createAccess(
  { calls, posts }: Pick<Store, 'calls' | 'posts'>,
  rules: Pick<RulesInForce, 'of'>,
  approvers: Pick<Approvers, 'denialOf'>,
) {
  /**
   * People see a card in the channel where it is posted, and Slack says where somebody acts. A card that went to its requester alone, by
   * their choice or because the channel was closed to Kally, is nobody else's.
   */
  const seesCard = async (call: Call, { placeId }: Actor): Promise<boolean> =>
    placeId === call.channelId && hasCardThere(posts, call);

  return async function allow(
    actor: Actor,
    action: CallAction,
    callId: string | undefined,
  ): Promise<Allowed> {
    const call = callId ? await calls.find(callId) : undefined;
    if (!call || call.requester.workspaceId !== actor.person.workspaceId) return { denied: 'gone' };
    if (action === 'hearRecording' && !(await rules.of(actor.person)).recordings) return { denied: 'off' };
    const roles: readonly Role[] = mayDo[action];
    const isRequester = isSamePerson(call.requester, actor.person);
    if (roles.includes('approver')) {
      const denied = await approvers.denialOf(call.requester, actor.person);
      return denied ? { denied } : { call, isRequester };
    }
    if (isRequester) return { call, isRequester };
    const isOther =
      (roles.includes('colleague') && (await seesCard(call, actor))) ||
      (roles.includes('admin') && (await actor.isAdmin()));
    return isOther ? { call, isRequester: false } : { denied: 'notYours' };
  };
}

/** Whether the card stands in the channel that was chosen for it. */
export async function hasCardThere(posts: Pick<Store['posts'], 'ofCall'>, call: Call): Promise<boolean> {
  const posted = await posts.ofCall(call.id);
  return posted.some(({ part, channelId }) => part === 'card' && channelId === call.channelId);
}

/** Who may read what was said: all who see the card, or the requester alone, who is the one who asks (`me`) or is not (`others`). */
export type TranscriptReaders = 'all' | 'me' | 'others';

/** Whether all who see a call's card may read what was said: neither its requester nor the admins want it for the requester alone. */
export async function isTranscriptForAll(
  { preferences, rules }: Pick<Store, 'preferences' | 'rules'>,
  { requester }: Pick<Call, 'requester'>,
): Promise<boolean> {
  const [{ transcripts }, stored] = await Promise.all([
    preferences.find(requester),
    rules.find(requester.workspaceId),
  ]);
  return transcripts !== 'me' && !stored.rules.privateTranscripts;
}

export function createTranscriptReaders(store: Pick<Store, 'preferences' | 'rules'>) {
  return async function transcriptReadersOf(
    call: Call,
    { person }: Pick<Actor, 'person'>,
  ): Promise<TranscriptReaders> {
    if (await isTranscriptForAll(store, call)) return 'all';
    return isSamePerson(call.requester, person) ? 'me' : 'others';
  };
}
