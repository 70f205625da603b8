import { type AccountOf, accessOf } from '../accounts/access.ts';
import type { Call, TranscriptLine } from '../domain/call.ts';
import type { KallyClient } from '../kally/client.ts';
import { isNotOffered, KallyRefusal } from '../kally/errors.ts';
import type { Actor } from './actor.ts';
import type { KnownCall } from './known-call.ts';

/** Why there is no transcript: the call was not made, KallyAI has none yet or at all, or the sign-in does not allow it. */
export type NoTranscript = 'not_made' | 'not_yet' | 'none' | 'not_allowed';

type Recording = Awaited<ReturnType<KallyClient['getRecording']>>;
type Asking = Pick<Actor, 'person'>;

/** Data that only KallyAI keeps about a call; asked for each time, with the person's own account. */
export function createReadCall(deps: { kally: KallyClient; accountOf: AccountOf }) {
  const { kally } = deps;

  async function linesOf(person: Actor['person'], id: string): Promise<TranscriptLine[] | 'not_allowed'> {
    try {
      return await kally.getTranscript({ ...accessOf(deps, person), id });
    } catch (error) {
      if (!(error instanceof KallyRefusal)) throw error;
      if (error.code === 'transcript_not_found') return [];
      if (error.status === 403) return 'not_allowed';
      throw error;
    }
  }

  return {
    async transcript({ person }: Asking, known: KnownCall): Promise<TranscriptLine[] | NoTranscript> {
      const id = kallyIdOf(known);
      if (id === undefined) return known.ours?.stage === 'refused' ? 'not_made' : 'not_yet';
      const lines = await linesOf(person, id);
      if (lines.length > 0) return lines;
      return isSilent(known) ? 'none' : 'not_yet';
    },

    /**
     * The iCalendar file of the appointment; `undefined` if there is none. For a call made here, its requester's account asks for it: the
     * call is only theirs at KallyAI, and colleagues who see the card may have the file.
     */
    async calendar({ person }: Asking, known: KnownCall): Promise<string | undefined> {
      const id = kallyIdOf(known);
      if (!id) return undefined;
      try {
        return await kally.getCalendar({ ...accessOf(deps, known.ours?.requester ?? person), id });
      } catch (error) {
        if (isNotOffered(error)) return undefined;
        throw error;
      }
    },

    /** The address may work only for a short time. */
    async recording(
      { person }: Asking,
      { kallyCallId: id = '' }: Call,
    ): Promise<Recording | 'not_offered' | 'none'> {
      try {
        return await kally.getRecording({ ...accessOf(deps, person), id });
      } catch (error) {
        if (isNotOffered(error)) return 'not_offered';
        if (error instanceof KallyRefusal && error.status === 404) return 'none';
        throw error;
      }
    },
  };
}

function kallyIdOf({ ours, theirs }: KnownCall): string | undefined {
  return theirs?.id ?? ours?.kallyCallId;
}

function isSilent({ ours, theirs }: KnownCall): boolean {
  return ['busy', 'no_answer', 'cancelled'].includes(theirs?.status ?? ours?.status ?? '');
}
