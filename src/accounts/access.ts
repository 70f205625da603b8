import type { Person } from '../domain/person.ts';
import type { TokenSource } from '../kally/http.ts';

/** A person waits for the answer, and a form that waits for it gives up soon after. */
const patienceMs = 9_000;

/** The KallyAI account of a person. Its functions throw `NotConnected` when there is none. */
export type AccountOf = (person: Person) => TokenSource;

/** As whom KallyAI is asked, and for how long. */
export type Access = { account: TokenSource; signal: AbortSignal };

export function accessOf({ accountOf }: { accountOf: AccountOf }, person: Person): Access {
  return { account: accountOf(person), signal: AbortSignal.timeout(patienceMs) };
}
