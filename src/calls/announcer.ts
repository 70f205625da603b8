import type { Approval } from '../domain/approval.ts';
import type { Call, Delay, ReminderFor, TranscriptLine } from '../domain/call.ts';
import type { Language } from '../domain/language.ts';
import type { Person } from '../domain/person.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { Rules } from '../domain/rules.ts';
import type { Tally } from '../domain/tally.ts';
import type { Lease } from '../jobs/leases.ts';
import type { Post } from '../store/posts.ts';

/** Slack will never accept this message, in any channel. Later messages are still sent. */
export class CannotBeSaid extends Error {
  override readonly name = 'CannotBeSaid';
}

/** What the calls of one channel came to within a time, in numbers; told every day at this time of this zone. */
export type Digest = Pick<Rules['digest'], 'at' | 'timeZone' | 'language'> & {
  since: number;
  until: number;
  tally: Tally;
};

/** With a lease, messages leave only while it is held. Without one, they answer a person who just asked. */
export type Under = { lease?: Lease | undefined };

/** `call` is what a proposal became. */
export type ProposerNews = {
  call?: Call | undefined;
  /** Slack takes no message to the person. */
  isUntold?: true;
  /** The person is forgotten, and the proposal with them. */
  isForgotten?: true;
};

/**
 * How people are told of a call. Each thing is said once: saying it again sends nothing, unless it changed. The functions reject while
 * Slack does not take it, with `CannotBeSaid` when it never will.
 */
export type Announcer = {
  card(call: Call, how?: Under & { delay?: Delay | undefined }): Promise<void>;
  /** Redraws the card from the stored state, if it is posted. */
  refresh(callId: string, how?: Under & { delay?: Delay | undefined }): Promise<void>;
  /** In the thread, for the requester: the result, while the transcript is awaited. */
  result(call: Call, under?: Under): Promise<void>;
  /** In the thread: what was said, and what of it bears the result out. Brings the result, unless that was said before. */
  transcript(call: Call, lines: TranscriptLine[] | 'none' | 'not_allowed', under?: Under): Promise<void>;
  /** In the thread: the call was rescheduled to this time in its own time zone. */
  moved(call: Call, when: { date: string; time: string }): Promise<void>;
  /** To the requester: their planned call was not dialled, and why. */
  askAgain(call: Call, under?: Under): Promise<void>;
  /** To somebody who may approve the call: what is asked; as a reminder once more. */
  askApproval(
    call: Call,
    approval: Approval,
    to: { userId: string; isReminder: boolean },
    under?: Under,
  ): Promise<void>;
  /** Everything that approvers were sent about it turns into what was decided. */
  approvalDecided(call: Call, approval: Approval, under?: Under): Promise<void>;
  /** To the requester or to the channel of the card: what was arranged is near. */
  remind(call: Call, to: ReminderFor, under?: Under): Promise<void>;
  /** To the requester: somebody else stopped their call. */
  stoppedBy(call: Call, userId: string): Promise<void>;
  /** To the person: a call that is proposed to them, as it stands. The same message changes with it. */
  proposal(proposal: Proposal): Promise<void>;
  /** To what waits for a proposal elsewhere: how it stands. True when nothing is left to be told there. */
  proposer(proposal: Proposal, news: ProposerNews): Promise<boolean>;
  /** In a channel that wants it: what its calls came to. One of them stands for it in the ledger. Answers until when the channel is told. */
  digest(where: { workspaceId: string; channelId: string; callId: string }, digest: Digest): Promise<number>;
  /** On the card of a call that is no longer stored. If Slack refuses, that is only logged. */
  forgotten(requester: Person, card: Post, language: Language): Promise<void>;
};
