import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { Assistants } from '../accounts/assistants.ts';
import type { Actor } from '../calls/actor.ts';
import { type AssistantScope, assistantScopes } from '../domain/assistant.ts';
import type { Person } from '../domain/person.ts';
import { type Proposer, proposerNameMax } from '../domain/proposal.ts';

/** Who sent a request: Slack itself, for people whom each tool call names, or the assistant of one person. */
export type Principal = { kind: 'slackbot' } | ({ kind: 'assistant' } & Caller);

/** For whom a tool acts, and how far. */
export type Caller = { person: Person; scopes: readonly AssistantScope[]; proposer: Proposer };

export type PrincipalDeps = {
  assistants: Pick<Assistants, 'whose'>;
  /** Whether Slack signed these bytes, lately. */
  isSignedBySlack: (headers: IncomingHttpHeaders, body: Buffer) => boolean;
  /** The workspace of that team, if Kally is installed there. */
  workspaceOf: (where: { teamId: string; enterpriseId: string | undefined }) => Promise<string | undefined>;
  isAdmin: (person: Person) => Promise<boolean>;
};

/** `undefined` if nobody vouches for it. */
export async function principalOf(
  { assistants, isSignedBySlack }: Pick<PrincipalDeps, 'assistants' | 'isSignedBySlack'>,
  headers: IncomingHttpHeaders,
  body: Buffer,
): Promise<Principal | undefined> {
  if (headers['x-slack-signature'] !== undefined)
    return isSignedBySlack(headers, body) ? { kind: 'slackbot' } : undefined;
  const [, secret] = /^Bearer ([\w-]{1,100})$/i.exec(headers.authorization ?? '') ?? [];
  const found = secret === undefined ? undefined : await assistants.whose(secret);
  if (!found) return undefined;
  const { person, token } = found;
  const name = token.name.slice(0, proposerNameMax);
  const proposer = { kind: 'mcp' as const, ...(name && { name }) };
  return { kind: 'assistant', person, scopes: token.scopes, proposer };
}

/** Slack writes it into each tool call that it signs. */
const askerSchema = z.object({
  user_id: z.string().regex(/^[A-Z0-9]{1,30}$/),
  team_id: z.string().regex(/^[A-Z0-9]{1,30}$/),
  enterprise_id: z
    .string()
    .regex(/^[A-Z0-9]{1,30}$/)
    .nullish(),
});

/** For whom this tool call acts; `undefined` if Slack named nobody of a workspace that has Kally. */
export async function callerOf(
  { workspaceOf }: Pick<PrincipalDeps, 'workspaceOf'>,
  principal: Principal,
  meta: unknown,
): Promise<Caller | undefined> {
  if (principal.kind === 'assistant') return principal;
  const asker = z.object({ slack: askerSchema }).safeParse(meta).data?.slack;
  if (!asker) return undefined;
  const { user_id: userId, team_id: teamId, enterprise_id } = asker;
  const workspaceId = await workspaceOf({ teamId, enterpriseId: enterprise_id ?? undefined });
  if (workspaceId === undefined) return undefined;
  const person = { workspaceId, userId, ...(teamId !== workspaceId && { teamId }) };
  return { person, scopes: assistantScopes, proposer: { kind: 'slackbot' } };
}

/** They act in no conversation, so what colleagues see in a channel is not theirs here. */
export function actorOf({ isAdmin }: Pick<PrincipalDeps, 'isAdmin'>, { person }: Caller): Actor {
  return { person, isAdmin: () => isAdmin(person), via: 'mcp' };
}
