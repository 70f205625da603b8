import { createHash, randomUUID } from 'node:crypto';
import {
  type Approval,
  type ApprovalReason,
  approvalEnd,
  attemptsOf,
  isWithin,
  type Leaving,
} from '../domain/approval.ts';
import type { Call } from '../domain/call.ts';
import type { CallRequest } from '../domain/call-request.ts';
import type { WallTime } from '../domain/due-time.ts';
import type { Person } from '../domain/person.ts';
import { approvalNeeds, type Rules } from '../domain/rules.ts';
import type { Store } from '../store/store.ts';

type Needy = {
  id: string;
  requester: Person;
  request: CallRequest;
  attempt?: number | undefined;
  approvalId?: string | undefined;
};

/** What is asked, before it is written. */
export type NewApproval = Parameters<Store['approvals']['add']>[1];

/** Which calls somebody else has to approve, by the rules as they are. What was approved stays approved. */
export function createApprovalNeeds({ calls, approvals }: Pick<Store, 'calls' | 'approvals'>) {
  /** None where nothing asks for it, or an approval covers this try. */
  async function needsOf(
    { id, requester, request, attempt = 1, approvalId }: Needy,
    rules: Rules,
    { isOutsideHours, ...leaving }: Pick<Leaving, 'at' | 'due'> & { isOutsideHours: boolean },
  ): Promise<ApprovalReason[]> {
    const { when } = rules.approval;
    if (when.length === 0) return [];
    const isNewNumber =
      when.includes('new_number') && (await calls.isNumberNew(requester.workspaceId, request.phone));
    const attempts = Math.max(attempt, attemptsOf(request));
    const needs = approvalNeeds(rules, { isNewNumber, isOutsideHours, attempts });
    if (needs.length === 0 || approvalId === undefined) return needs;
    const approval = await approvals.find(approvalId);
    const isApproved =
      approval !== undefined &&
      isUnaltered(approval, request) &&
      isWithin(approval, { id, request, attempt, ...leaving });
    return isApproved ? [] : needs;
  }

  return needsOf;
}

export type ApprovalNeeds = ReturnType<typeof createApprovalNeeds>;

/** A new request for approval of a call, for as many tries as it means. */
export function newApproval(
  {
    id: callId,
    requester: { workspaceId },
    request,
    attempt = 1,
  }: Pick<Call, 'id' | 'requester' | 'request' | 'attempt'>,
  because: ApprovalReason[],
  { askedAt, due, dueAt }: { askedAt: number; due?: WallTime | undefined; dueAt?: number | undefined },
): NewApproval {
  const attempts = Math.max(attempt, attemptsOf(request));
  return {
    id: randomUUID(),
    callId,
    workspaceId,
    because,
    asked: [],
    attempts,
    ...(due && { due }),
    ...(dueAt !== undefined && { dueAt }),
    askedAt,
    until: approvalEnd(askedAt, dueAt),
    digest: digestOf(request, due, attempts),
  };
}

/** What approvers read is what the call still is. */
export function isUnaltered({ digest, due, attempts }: Approval, request: CallRequest): boolean {
  return digest === digestOf(request, due, attempts);
}

function digestOf(
  { dialAt: _, ...request }: CallRequest,
  due: WallTime | undefined,
  attempts: number,
): string {
  const approved = inOrder({ request, due, attempts });
  return createHash('sha256').update(JSON.stringify(approved)).digest('base64url');
}

/** The same value gives the same text, however it was put together. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, inOrder(one)]),
  );
}
