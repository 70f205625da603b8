import type { Clock } from '../domain/clock.ts';
import { NotConnected } from '../domain/not-connected.ts';
import type { Person } from '../domain/person.ts';
import type { KallyClient } from '../kally/client.ts';
import { KallyRefusal } from '../kally/errors.ts';
import type { TokenSource } from '../kally/http.ts';
import { createTurns } from '../kally/turns.ts';
import type { LinkTokens } from '../store/links.ts';
import type { Store } from '../store/store.ts';

const renewBeforeMs = 60_000;
/** Each renewal holds a database connection while KallyAI answers; a slow KallyAI must not take them all. */
const maxRenewals = 6;

/** Our own mistakes: no reason to drop the link. Any other 400 or 401 says that the refresh token is no longer good. */
const refusalsOfOurs = new Set([
  'invalid_client',
  'invalid_request',
  'invalid_scope',
  'unauthorized_client',
  'unsupported_grant_type',
  'validation_error',
]);

/**
 * Returns the function that gets a person's access token. A token is renewed once, however many calls find it expired: calls in this process
 * share a promise, and replicas wait for the row. A refused renewal deletes the link and throws `NotConnected`. If KallyAI cannot be
 * reached, the error is thrown as it is and nothing changes.
 */
export function createTokenSources({
  links,
  kally,
  clock,
  onRenewal = () => {},
}: {
  links: Store['links'];
  kally: Pick<KallyClient, 'oauth'>;
  clock: Clock;
  onRenewal?: (outcome: 'renewed' | 'refused' | 'failed') => void;
}): (person: Person) => TokenSource {
  const renewals = new Map<string, Promise<string>>();
  const turns = createTurns({ each: 1, all: maxRenewals });

  async function renew(person: Person, rejected: string): Promise<string> {
    const key = JSON.stringify([person.workspaceId, person.userId, rejected]);
    const running = renewals.get(key);
    if (running) return running;
    const renewal = renewInTurn(person, rejected, key).finally(() => renewals.delete(key));
    renewals.set(key, renewal);
    return renewal;
  }

  async function renewInTurn(person: Person, rejected: string, key: string): Promise<string> {
    const leave = await turns.enter(key);
    return renewStored(person, rejected).finally(leave);
  }

  async function renewStored(person: Person, rejected: string): Promise<string> {
    let cause: unknown;
    const tokens = await links.renew(person, rejected, async (stored) => {
      const { refreshToken, grant } = stored;
      if (refreshToken === undefined) return undefined;
      try {
        const obtainedAt = clock.now();
        const fresh = await kally.oauth.refresh({ refreshToken, grant });
        onRenewal('renewed');
        return { ...stored, ...fresh, obtainedAt };
      } catch (error) {
        onRenewal(isEndOfLink(error) ? 'refused' : 'failed');
        if (!isEndOfLink(error)) throw error;
        cause = error;
        return undefined;
      }
    });
    if (!tokens) throw new NotConnected(person, cause);
    return tokens.accessToken;
  }

  return (person) => ({
    async current() {
      const tokens = await links.find(person);
      if (!tokens) throw new NotConnected(person);
      return isDue(tokens, clock.now()) ? renew(person, tokens.accessToken) : tokens.accessToken;
    },
    renew: (rejected) => renew(person, rejected),
  });
}

function isDue({ expiresAt, obtainedAt, refreshToken }: LinkTokens, now: number): boolean {
  // Without a refresh token, the access token is used until KallyAI rejects it.
  if (refreshToken === undefined) return false;
  const third = obtainedAt === undefined ? renewBeforeMs : (expiresAt - obtainedAt) / 3;
  return now >= expiresAt - Math.min(renewBeforeMs, third);
}

function isEndOfLink(error: unknown): boolean {
  if (!(error instanceof KallyRefusal)) return false;
  return [400, 401].includes(error.status) && !refusalsOfOurs.has(error.code);
}
