import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Logger } from 'pino';
import type { Call } from '../domain/call.ts';
import type { CallRequest, Draft, Faults, Reading } from '../domain/call-request.ts';
import { draftOf, type readCallRequest } from '../domain/call-request.ts';
import type { Clock } from '../domain/clock.ts';
import { isSamePerson, type Person } from '../domain/person.ts';
import { formatPhone } from '../domain/phone.ts';
import { isOpen, type Proposal, type Proposer, proposalLifetimeMs } from '../domain/proposal.ts';
import type { Lease } from '../jobs/leases.ts';
import type { Queue } from '../jobs/queue.ts';
import type { ProposalCaps } from '../store/proposals.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from './actor.ts';
import { type Announcer, CannotBeSaid, type ProposerNews } from './announcer.ts';
import { type AskChannel, type Block, findingsOf, isBlock } from './policies.ts';
import type { RulesInForce } from './rules.ts';

/** Somebody else's program may propose, so a person is never shown more than they can look through. */
const caps: ProposalCaps = { open: 10, anHour: 20 };
/** The process that was asked shows the card at once. The job shows it if that process could not. */
const shownLaterMs = 5_000;
/** Who proposes does not wait longer than this for Slack; the message comes all the same. */
const patienceMs = 10_000;

export type Proposing = {
  draft: Draft;
  /** How the draft is read: by the clock, country and language of the person. */
  reading: Reading;
  proposer: Proposer;
  /** Asking again with the same key is the same proposal. Unique for the person and the kind of proposer. */
  key: string;
  /** Where the card goes; without it, to the person alone. */
  channelId?: string | undefined;
  /** The front's own name for what waits for the outcome. */
  execution?: string | undefined;
  executionToken?: string | undefined;
};

export type Proposed =
  | { proposal: Proposal; isNew: boolean }
  /** The key came before, with another request; that one stands. */
  | { already: Proposal }
  | { faults: Faults }
  | { blocked: Block }
  /** Too many are open, or were made within the hour. */
  | { capped: true }
  /** Slack takes no message of Kally's to this person, so nothing was proposed. */
  | { untold: true };

type Deps = {
  store: Pick<Store, 'proposals' | 'calls'>;
  queue: Pick<Queue, 'enqueue' | 'wakeUp'>;
  channels: AskChannel;
  announcer: Pick<Announcer, 'proposal' | 'proposer'>;
  rules: Pick<RulesInForce, 'ruledFor'>;
  /** Reads a draft as the form reads it. */
  check: (
    actor: Pick<Actor, 'person'>,
    draft: Draft,
    reading: Reading,
  ) => Promise<ReturnType<typeof readCallRequest>>;
  clock: Clock;
  log: Logger;
};

/** Proposes calls to their person, who confirms them with a click or does not. Nothing here dials. */
export function createProposeCall(deps: Deps) {
  const { store, queue, channels, announcer, rules, check, clock, log } = deps;
  const { proposals, calls } = store;

  async function propose(
    { person }: Pick<Actor, 'person'>,
    { draft, reading, proposer, key, channelId = person.userId, execution, executionToken }: Proposing,
  ): Promise<Proposed> {
    const read = await check({ person }, draft, reading);
    if ('faults' in read) return read;
    const details = {
      draft: asRead(read.request, draft),
      channelId,
      proposer,
      language: reading.language,
      timeZone: reading.timeZone,
      ...(execution && { execution }),
      ...(executionToken && { executionToken }),
    };
    const ownKey = `${proposer.kind}:${key}`;
    const earlier = await proposals.ofKey(person, ownKey);
    if (earlier) return answerWith(earlier, details.draft, channelId);
    const [ruled, channelFacts] = await Promise.all([
      rules.ruledFor(person, read.request.phone, channelId),
      channelId === person.userId ? {} : channels.factsOf(person, channelId),
    ]);
    const blocked = findingsOf(read.request, { ...channelFacts, ruled }).find(isBlock);
    if (blocked) return { blocked };
    const id = randomUUID();
    const proposedAt = clock.now();
    const times = { proposedAt, expiresAt: proposedAt + proposalLifetimeMs };
    const added = await proposals.add({ ...details, ...times, id, person }, ownKey, caps, (tx) =>
      queue.enqueue(id, 'proposal', tx, { inMs: shownLaterMs }),
    );
    if (added === 'capped') return { capped: true };
    if (added.id !== id) return answerWith(added, details.draft, channelId);
    log.info({ proposalId: id, by: proposer.kind }, 'a call is proposed');
    if (!(await showSoon(added))) return { untold: true };
    const shown = (await proposals.find(id)) ?? added;
    await answer(shown).catch((error: unknown) =>
      log.warn({ err: error, proposalId: id }, 'what proposed a call could not be told yet'),
    );
    return { proposal: shown, isNew: true };
  }

  async function answerWith(earlier: Proposal, draft: Draft, channelId: string): Promise<Proposed> {
    const isSame = isDeepStrictEqual(earlier.draft, draft) && earlier.channelId === channelId;
    if (!isSame) return { already: earlier };
    if (earlier.shown) return { proposal: earlier, isNew: false };
    if (!(await showSoon(earlier))) return { untold: true };
    return { proposal: (await proposals.find(earlier.id)) ?? earlier, isNew: false };
  }

  async function showSoon(proposal: Proposal): Promise<boolean> {
    const shown = new AbortController();
    const late = clock.sleep(patienceMs, shown.signal).then(
      () => true,
      () => true,
    );
    return Promise.race([show(proposal), late]).finally(() => shown.abort());
  }

  /** False when Slack will never take it. Other troubles are left to the job. */
  const show = (proposal: Proposal): Promise<boolean> =>
    tell(proposal).catch((err: unknown) => {
      log.warn({ err, proposalId: proposal.id }, 'a proposed call could not be shown yet');
      return true;
    });

  /** The job: shows a proposal as it stands, and comes again when it expires. */
  async function runProposal({ callId: id }: Pick<Lease, 'callId'>): Promise<void> {
    const proposal = await proposals.find(id);
    if (!proposal) return;
    const now = clock.now();
    if (isOpen(proposal, now)) {
      if (!(await tell(proposal))) return;
      if (proposal.execution !== undefined) await answer((await proposals.find(id)) ?? proposal);
      return comeAgain(proposal, now);
    }
    if (!proposal.settled) await proposals.settle(id, 'expired', now, async () => {});
    const settled = await proposals.find(id);
    if (!settled) return;
    await tell(settled);
    await answer(settled);
  }

  /** Tells what waits for the proposal elsewhere how it stands, until nothing is left to be told there. */
  async function answer(proposal: Proposal, news: Omit<ProposerNews, 'call'> = {}): Promise<void> {
    if (proposal.execution === undefined || proposal.isAnswered) return;
    const call = proposal.callId ? await calls.find(proposal.callId) : undefined;
    if (await announcer.proposer(proposal, { call, ...news }))
      await proposals.noteAnswered(proposal.id, clock.now());
  }

  /** A call is over. */
  async function answerProposer({ id }: Pick<Call, 'id'>): Promise<void> {
    const proposal = await proposals.ofCall(id);
    if (proposal) await answer(proposal);
  }

  /** A person is about to be forgotten. Best effort: nobody is kept for the sake of a workflow. */
  async function abandon(person: Person): Promise<void> {
    for (const proposal of await proposals.unanswered(person))
      await answer(proposal, { isForgotten: true }).catch((error: unknown) =>
        log.warn({ err: error, proposalId: proposal.id }, 'what waits for a forgotten proposal was not told'),
      );
  }

  /** False when Slack will never take it: then nothing stands that nobody was told of. */
  async function tell(proposal: Proposal): Promise<boolean> {
    try {
      await announcer.proposal(proposal);
      return true;
    } catch (error) {
      if (!(error instanceof CannotBeSaid)) throw error;
      log.warn({ err: error, proposalId: proposal.id }, 'a proposed call cannot be shown');
      if (proposal.settled || proposal.shown) return false;
      await answer(proposal, { isUntold: true });
      await proposals.remove(proposal.id);
      return false;
    }
  }

  /** A job that comes twice leaves two; the second one finds nothing to do. */
  async function comeAgain({ id, expiresAt }: Proposal, now: number): Promise<void> {
    await proposals.touch((tx) =>
      queue.enqueue(id, 'proposal', tx, { inMs: Math.max(1_000, expiresAt - now) }),
    );
  }

  /** The person's own proposal, whatever became of it. */
  async function proposalOf(
    { person }: Pick<Actor, 'person'>,
    proposalId: string | undefined,
  ): Promise<Proposal | undefined> {
    const proposal = proposalId ? await proposals.find(proposalId) : undefined;
    return proposal && isSamePerson(proposal.person, person) ? proposal : undefined;
  }

  /** Discards a proposal for its person. Answers it as it then stands; `undefined` if it is not theirs, or no longer kept. */
  async function discard(
    actor: Pick<Actor, 'person'>,
    proposalId: string | undefined,
  ): Promise<Proposal | undefined> {
    const proposal = await proposalOf(actor, proposalId);
    if (!proposal) return undefined;
    const { id } = proposal;
    const isDiscarded = await proposals.settle(id, 'discarded', clock.now(), (tx) =>
      queue.enqueue(id, 'proposal', tx),
    );
    if (isDiscarded) log.info({ proposalId: id }, 'a proposed call was discarded');
    queue.wakeUp();
    return proposals.find(id);
  }

  return { propose, runProposal, proposalOf, discard, answerProposer, abandon };
}

/** The draft that makes this request again, without what was not read. A language that was not asked for is left to the person. */
function asRead(request: CallRequest, draft: Draft): Draft {
  // Where the business can call back, and which earlier call it is about, is the person's own to say.
  const { callLanguage: _, callbackPhone: __, about: ___, ...asked } = draftOf(request);
  const { callLanguage, when, callDate, callTime, callOccurrence, timeZone } = draft;
  return {
    ...asked,
    phone: formatPhone(request.phone),
    ...(callLanguage && { callLanguage }),
    ...(timeZone && { timeZone: request.timeZone }),
    ...(when && when !== 'now' && { when }),
    ...(when === 'at' && {
      ...(callDate && { callDate }),
      ...(callTime && { callTime }),
      ...(callOccurrence && { callOccurrence }),
    }),
  };
}
