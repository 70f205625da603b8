import type {
  Approval,
  AssistantToken,
  BusinessDecision,
  Call,
  DoNotCall,
  Link,
  LinkAttempt,
  Post,
  Preference,
  PrismaClient,
  Proposal,
  RuleChange,
} from '#prisma';
import { callRequestSchema } from '../domain/call-request.ts';
import { outcomeSchema } from '../domain/outcome.ts';
import type { Person } from '../domain/person.ts';
import { proposalDetailsSchema } from '../domain/proposal.ts';
import { rulesSchema } from '../domain/rules.ts';
import { approvalDetailsSchema, sealedApprovals } from './approvals.ts';
import { assistantNameSchema, sealedAssistantTokens } from './assistant-tokens.ts';
import { sealedBusinessDecisions } from './businesses.ts';
import { sealedCalls, sealedOutcomes } from './calls.ts';
import { sealedDoNotCall } from './do-not-call.ts';
import { attemptDetailsSchema, sealedLinkAttempts } from './link-attempts.ts';
import { linkTokensSchema, sealedLinks } from './links.ts';
import { preferencesSchema, sealedPreferences } from './preferences.ts';
import { sealedProposals } from './proposals.ts';
import { sealedRuleChanges } from './rules.ts';
import { CannotOpen, type Sealed, type Sealing } from './sealing.ts';

/** A file of a few MiB; nobody has called so often within the retention time. */
const callsMax = 5_000;

/** All of it as of one moment; a person with many calls takes longer than Prisma's default of five seconds. */
const oneMoment = { isolationLevel: 'RepeatableRead', timeout: 60_000, maxWait: 10_000 } as const;

const lost = 'cannot be read: its encryption key is lost';

/**
 * Reads all that is kept of a person, newest first. Left out are tokens, and what only proves or seals something: hashes, codes, the
 * ids of keys. A test compares it with the tables.
 */
export function createExport(prisma: PrismaClient, sealing: Sealing) {
  function opened<T>(row: Sealed, rowName: string, read: (value: unknown) => T): T | typeof lost {
    try {
      return read(sealing.open(row, rowName));
    } catch (error) {
      if (error instanceof CannotOpen) return lost;
      throw error;
    }
  }

  const accountIn = (row: Link) => ({
    connectedAt: row.connectedAt,
    accessLastsUntil: row.expiresAt,
    renewedAt: row.updatedAt,
    teamId: row.teamId,
    access: opened(row, sealedLinks.rowName(row.workspaceId, row.userId), (tokens) => {
      const { scope, grant } = linkTokensSchema.parse(tokens);
      return { signIn: grant, scopes: scope?.split(' ') ?? 'KallyAI did not say' };
    }),
  });

  const preferencesIn = (row: Preference) => ({
    changedAt: row.updatedAt,
    teamId: row.teamId,
    chosen: opened(row, sealedPreferences.rowName(row.workspaceId, row.userId), (value) =>
      preferencesSchema.parse(value),
    ),
  });

  const connectButtonIn = ({ id, createdAt, expiresAt, usedAt, teamId, ...row }: LinkAttempt) => ({
    id,
    createdAt,
    expiresAt,
    usedAt,
    teamId,
    asked: opened(row, sealedLinkAttempts.rowName(id), (value) => attemptDetailsSchema.parse(value)),
  });

  const proposalIn = ({ sealed, keyId, ...row }: Proposal) => {
    const { workspaceId: _, userId: __, keyHash: ___, ...proposal } = row;
    return {
      ...proposal,
      proposed: opened({ sealed, keyId }, sealedProposals.rowName(row.id), (value) =>
        proposalDetailsSchema.omit({ executionToken: true }).parse(value),
      ),
    };
  };

  const assistantIn = ({ sealed, keyId, ...row }: AssistantToken) => {
    const { workspaceId: _, userId: __, tokenHash: ___, ...token } = row;
    return {
      ...token,
      assistant: opened({ sealed, keyId }, sealedAssistantTokens.rowName(row.id), (value) =>
        assistantNameSchema.parse(value),
      ),
    };
  };

  const outcomeIn = (id: string, sealed: Call['outcomeSealed'], keyId: Call['outcomeKeyId']) =>
    sealed && keyId
      ? opened({ sealed, keyId }, sealedOutcomes.rowName(id), (value) => outcomeSchema.parse(value))
      : null;

  const reasonOf = ({ id, sealed, keyId }: Pick<Approval, 'id' | 'sealed' | 'keyId'>) =>
    sealed && keyId
      ? opened(
          { sealed, keyId },
          sealedApprovals.rowName(id),
          (value) => approvalDetailsSchema.parse(value).reason,
        )
      : undefined;

  const approvalIn = ({ sealed, keyId, callId: _, workspaceId: __, ...approval }: Approval) => ({
    ...approval,
    reason: reasonOf({ id: approval.id, sealed, keyId }),
  });

  const callIn = ({
    sealed,
    keyId,
    outcomeSealed,
    outcomeKeyId,
    posts,
    approvals,
    ...row
  }: Call & { posts: Post[]; approvals: Approval[] }) => {
    const {
      workspaceId: _,
      userId: __,
      submissionId: ___,
      phoneHash: ____,
      approvalId: _____,
      id,
      held: heldBecause,
      ...call
    } = row;
    return {
      id,
      request: opened({ sealed, keyId }, sealedCalls.rowName(id), (value) => callRequestSchema.parse(value)),
      ...call,
      heldBecause,
      outcome: outcomeIn(id, outcomeSealed, outcomeKeyId),
      approvals: approvals.map(approvalIn),
      messages: posts.map(({ part, channelId, ts, postedAt }) => ({ part, channelId, ts, postedAt })),
    };
  };

  const detailsIn = (
    { sealed, keyId }: RuleChange | DoNotCall | BusinessDecision,
    rowName: string,
  ): unknown => (sealed && keyId ? opened({ sealed, keyId }, rowName, (value) => value) : undefined);

  return ({ workspaceId, userId }: Person) =>
    prisma.$transaction(async (tx) => {
      const where = { workspaceId, userId };
      const link = await tx.link.findFirst({ where });
      const preference = await tx.preference.findFirst({ where });
      const attempts = await tx.linkAttempt.findMany({ where, orderBy: { createdAt: 'desc' } });
      const confirmed = { where, orderBy: { confirmedAt: 'desc' }, take: callsMax } as const;
      const calls = await tx.call.findMany({ ...confirmed, include: { posts: true, approvals: true } });
      const proposals = await tx.proposal.findMany({
        where,
        orderBy: { proposedAt: 'desc' },
        take: callsMax,
      });
      const tokens = await tx.assistantToken.findMany({ where, orderBy: { createdAt: 'desc' } });
      const decided = await tx.ruleChange.findMany({ where, orderBy: { changedAt: 'desc' }, take: callsMax });
      const approved = await tx.approval.findMany({
        where: { workspaceId, decidedBy: userId },
        orderBy: { decidedAt: 'desc' },
        take: callsMax,
      });
      const unwanted = await tx.doNotCall.findMany({ where, orderBy: { addedAt: 'desc' }, take: callsMax });
      const businesses = await tx.businessDecision.findMany({ where, orderBy: { decidedAt: 'desc' } });
      const rules = await tx.workspaceRules.findUnique({ where: { workspaceId } });
      const named = rules && rulesSchema.parse(rules.rules);
      return {
        account: link && accountIn(link),
        preferences: preference && preferencesIn(preference),
        connectButtons: attempts.map(connectButtonIn),
        calls: calls.map(callIn),
        proposals: proposals.map(proposalIn),
        assistants: tokens.map(assistantIn),
        callsLeftOut: (await tx.call.count({ where })) - calls.length,
        /** As an admin. */
        ruleChanges: decided.map((row) => ({
          id: row.id,
          kind: row.kind,
          changedAt: row.changedAt,
          details: detailsIn(row, sealedRuleChanges.rowName(row.id)),
        })),
        doNotCall: unwanted.map((row) => ({
          id: row.id,
          addedAt: row.addedAt,
          details: detailsIn(row, sealedDoNotCall.rowName(row.id)),
        })),
        /** Of other people's calls. */
        approvals: approved.map(({ id, decision, decidedAt, ...row }) => ({
          id,
          decision,
          decidedAt,
          reason: reasonOf({ id, ...row }),
        })),
        isNamedCaller: named?.callers.people.includes(userId) ?? false,
        isNamedApprover: named?.approval.people.includes(userId) ?? false,
        businesses: businesses.map((row) => ({
          id: row.id,
          isPinned: row.isPinned,
          decidedAt: row.decidedAt,
          details: detailsIn(row, sealedBusinessDecisions.rowName(row.id)),
        })),
      };
    }, oneMoment);
}

export type Exported = Awaited<ReturnType<ReturnType<typeof createExport>>>;
