import type { Person } from '../domain/person.ts';
import type { TokenSource } from '../kally/http.ts';

/** A person is waiting for the answer, and a form gives up soon after this. */
const patienceMs = 9_000;

/** The KallyAI account of a person. Its functions throw `NotConnected` when there is none. */
export type AccountOf = (person: Person) => TokenSource;

/** Whose account a request uses, and how long it may take. */
export type Access = { account: TokenSource; signal: AbortSignal };

export function accessOf({ accountOf }: { accountOf: AccountOf }, person: Person): Access {
  return { account: accountOf(person), signal: AbortSignal.timeout(patienceMs) };
}
