import type { ApprovalDecision } from '../domain/approval.ts';
import { type Call, isOver, type TranscriptLine } from '../domain/call.ts';
import { isSamePerson, type Person } from '../domain/person.ts';
import type { Store } from '../store/store.ts';
import type { createAccess, createTranscriptReaders, Denial } from './access.ts';
import type { AskPeople } from './approvers.ts';
import type { AskChannel } from './policies.ts';
import type { createReadCall, NoTranscript } from './read-call.ts';

/** What a page shows of a call, to somebody who may read it at this moment. */
export type CallPage = {
  call: Call;
  isRequester: boolean;
  mayReadTranscript: boolean;
  /** What somebody else decided about it. */
  decision: ApprovalDecision | undefined;
  /** Asks KallyAI; missing where the transcript is not for this reader, or the call is not over. */
  readTranscript?: () => Promise<TranscriptLine[] | NoTranscript>;
};

/**
 * Reads a call for somebody who is not in Slack at this moment, so that nobody vouches for what they are and see there: Slack is asked each time.
 * Whoever was deactivated, left the channel of the card, or is no longer its reader, reads nothing, whenever they were let in.
 */
export function createReadPage({
  store,
  allow,
  people,
  channels,
  decisionOf,
  transcriptReadersOf,
  transcript,
}: {
  store: Pick<Store, 'calls'>;
  allow: ReturnType<typeof createAccess>;
  people: Pick<AskPeople, 'rankOf'>;
  channels: Pick<AskChannel, 'factsOf'>;
  decisionOf: (call: Call) => Promise<ApprovalDecision | undefined>;
  transcriptReadersOf: ReturnType<typeof createTranscriptReaders>;
  transcript: ReturnType<typeof createReadCall>['transcript'];
}) {
  /** The channel of the card, where they are in it. */
  async function placeOf(person: Person, { requester, channelId }: Call) {
    if (isSamePerson(requester, person)) return undefined;
    const { isMember } = await channels.factsOf(person, channelId);
    if (isMember === 'unknown') return 'unsure';
    return isMember === 'yes' ? { placeId: channelId } : undefined;
  }

  return async function readPage(
    { person }: { person: Person },
    callId: string,
  ): Promise<CallPage | { denied: Denial }> {
    const known = await store.calls.find(callId);
    if (known?.requester.workspaceId !== person.workspaceId) return { denied: 'gone' };
    const rank = await people.rankOf(person);
    if (rank === 'gone') return { denied: 'gone' };
    if (rank === 'unknown') return { denied: 'unsure' };
    const place = await placeOf(person, known);
    if (place === 'unsure') return { denied: 'unsure' };
    const actor = { person, isAdmin: async () => rank === 'admin', via: 'page' as const, ...place };
    const found = await allow(actor, 'readDetails', callId);
    if ('denied' in found) return found;
    const { call } = found;
    const [readers, decision] = await Promise.all([transcriptReadersOf(call, actor), decisionOf(call)]);
    const mayReadTranscript = readers !== 'others';
    return {
      ...found,
      mayReadTranscript,
      decision,
      // The call is its requester's alone at KallyAI. What colleagues may read stands in its thread too.
      ...(mayReadTranscript &&
        isOver(call.stage) && {
          readTranscript: () => transcript({ person: call.requester }, { ours: call }),
        }),
    };
  };
}
