import type { Logger } from 'pino';
import { type CallCostsMemory, usualCredits } from '../../accounts/balance.ts';
import type { Announcer } from '../../calls/announcer.ts';
import type { Approval } from '../../domain/approval.ts';
import type { Call } from '../../domain/call.ts';
import type { Person } from '../../domain/person.ts';
import type { Store } from '../../store/store.ts';
import { approvalDecidedMessage, askApprovalMessage } from '../card/approval-view.ts';
import { isElsewhere } from '../transport/refusals.ts';
import type { SenderFor } from '../transport/sender.ts';
import type { Reader } from '../ui/formats.ts';
import { digestOf, type Ledger } from './ledger.ts';
import type { Threads } from './threads.ts';

type Deps = {
  ledger: Ledger;
  toPerson: Threads['toPerson'];
  senderFor: SenderFor;
  store: Pick<Store, 'posts'>;
  nameOf: (person: Person) => Promise<string | undefined>;
  /** How somebody reads, who did nothing just now. */
  readerOf: (person: Person) => Promise<Reader>;
  costs: CallCostsMemory['known'];
  log: Logger;
};

/** What those who may approve a call are sent. Each of these messages says at last what was decided. */
export function createApprovalMessages({
  ledger,
  toPerson,
  senderFor,
  store: { posts },
  nameOf,
  readerOf,
  costs,
  log,
}: Deps) {
  async function aboutIt(call: Call, approval: Approval, userId: string) {
    const [reader, requesterName] = await Promise.all([
      readerOf({ ...call.requester, userId }),
      nameOf(call.requester),
    ]);
    return { reader, asked: { call, approval, requesterName, credits: usualCredits(costs()) } };
  }

  const askApproval: Announcer['askApproval'] = async (call, approval, { userId, isReminder }, under) => {
    const part = partOf(approval, userId, isReminder);
    if (await ledger.postOf(call, part)) return;
    const { reader, asked } = await aboutIt(call, approval, userId);
    await toPerson(call, part, userId, askApprovalMessage(reader, asked, { isReminder }), under);
  };

  const approvalDecided: Announcer['approvalDecided'] = async (call, approval, { lease } = {}) => {
    const sent = (await posts.ofCall(call.id)).flatMap((post) => {
      const userId = userIdIn(approval, post.part);
      return userId ? [{ post, userId }] : [];
    });
    const sender = await senderFor(call.requester.workspaceId, lease);
    for (const { post, userId } of sent) {
      const { reader, asked } = await aboutIt(call, approval, userId);
      const message = approvalDecidedMessage(reader, asked);
      const digest = digestOf(approval.decision);
      if (post.digest === digest) continue;
      try {
        await sender.edit(post, message);
      } catch (error) {
        // They deleted it: nobody can press in it either.
        if (!isElsewhere(error)) throw error;
        log.info({ err: error, callId: call.id }, 'what an approver was sent is not there any more');
      }
      await ledger.remember({ ...post, digest }, posts.save);
    }
  };

  return { askApproval, approvalDecided };
}

/** A part of the call for each question and each person, which a forgotten person's parts are found by. */
function partOf({ id }: Approval, userId: string, isReminder: boolean): string {
  return `approval-${id}-${userId}${isReminder ? '-reminder' : ''}`;
}

function userIdIn({ id }: Approval, part: string): string | undefined {
  const beginning = `approval-${id}-`;
  return part.startsWith(beginning) ? part.slice(beginning.length).replace(/-reminder$/, '') : undefined;
}
