import type { Call, Delay, TranscriptLine } from '../domain/call.ts';
import type { Language } from '../domain/language.ts';
import type { Person } from '../domain/person.ts';
import type { Lease } from '../jobs/leases.ts';
import type { Post } from '../store/posts.ts';

/** No place takes what was to be said, now or later: what comes after it is said all the same. */
export class CannotBeSaid extends Error {
  override readonly name = 'CannotBeSaid';
}

/** Under a lease, words leave only while it is held. Without one, they are said for a person who just asked. */
export type Under = { lease?: Lease | undefined };

/**
 * How people are told of a call. Each thing is said once: saying it again sends nothing, unless it changed. The functions reject while
 * Slack does not take it, with `CannotBeSaid` when it never will.
 */
export type Announcer = {
  card(call: Call, how?: Under & { delay?: Delay | undefined }): Promise<void>;
  /** Brings the card up to what is stored, if it stands already. */
  refresh(callId: string, how?: Under & { delay?: Delay | undefined }): Promise<void>;
  /** In the thread, for the requester: what came of it, where the transcript is still awaited. */
  result(call: Call, under?: Under): Promise<void>;
  /** In the thread: what was said, and what of it bears the result out. Brings the result, unless that was said before. */
  transcript(call: Call, lines: TranscriptLine[] | 'none' | 'not_allowed', under?: Under): Promise<void>;
  /** In the thread: the call was moved to this time of its own time zone. */
  moved(call: Call, when: { date: string; time: string }): Promise<void>;
  /** To the requester: their planned call was not dialled, and why. */
  askAgain(call: Call, under?: Under): Promise<void>;
  /** To the requester: somebody else stopped their call. */
  stoppedBy(call: Call, userId: string): Promise<void>;
  /** On the card of a call that is not stored any more. What Slack does not take is only logged. */
  forgotten(requester: Person, card: Post, language: Language): Promise<void>;
};
