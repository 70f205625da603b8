import { randomBytes, randomUUID } from 'node:crypto';
import type { AssistantScope, AssistantToken } from '../domain/assistant.ts';
import type { Clock } from '../domain/clock.ts';
import type { Person } from '../domain/person.ts';
import type { Store } from '../store/store.ts';

/** Nobody has so many assistants; a stolen session must not make tokens without end. */
const mostTokens = 5;
const dayMs = 24 * 60 * 60_000;
export const assistantLifetimes = [30, 90, 365] as const;

/** Recognisable, so that scanners for leaked secrets find it. */
const prefix = 'kally_mcp_';
const tokenShape = new RegExp(`^${prefix}[\\w-]{43}$`);

/** Tokens by which people's own assistants reach Kally. A token is told once, when it is made; only its hash is kept. */
export function createAssistants({
  store: { assistantTokens },
  clock,
}: {
  store: Pick<Store, 'assistantTokens'>;
  clock: Clock;
}) {
  return {
    async connect(
      person: Person,
      {
        name,
        scopes,
        days,
      }: { name: string; scopes: AssistantScope[]; days: (typeof assistantLifetimes)[number] },
    ): Promise<{ secret: string } | 'too_many'> {
      const secret = prefix + randomBytes(32).toString('base64url');
      const createdAt = clock.now();
      const token = { id: randomUUID(), name, scopes, createdAt, expiresAt: createdAt + days * dayMs };
      return (await assistantTokens.add(person, token, secret, mostTokens)) ? { secret } : 'too_many';
    },

    /** Whose assistant sends this token; `undefined` if it does not work, or does not any more. */
    async whose(secret: string): Promise<{ person: Person; token: AssistantToken } | undefined> {
      return tokenShape.test(secret) ? assistantTokens.use(secret, clock.now()) : undefined;
    },

    of: (person: Person): Promise<AssistantToken[]> => assistantTokens.ofPerson(person, clock.now()),

    disconnect: (person: Person, id: string): Promise<number> => assistantTokens.revoke(person, id),
  };
}

export type Assistants = ReturnType<typeof createAssistants>;
