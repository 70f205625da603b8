import type { Account, AccountId } from './accounts.ts';
import type { CallBook, SandboxCall } from './calls.ts';
import type { SandboxClock } from './clock.ts';
import type { ApiVersion } from './errors.ts';
import type { Fault } from './faults.ts';
import type { TokenDesk } from './tokens.ts';
import type { Traffic } from './traffic.ts';
import type { ListShape } from './wire.ts';

/** All that the sandbox knows and that its routes work on. */
export interface World {
  readonly api: ApiVersion;
  readonly honoursKeys: boolean;
  listShape: ListShape;
  readonly clock: SandboxClock;
  readonly accounts: ReadonlyMap<AccountId, Account>;
  readonly tokens: TokenDesk;
  readonly calls: CallBook;
  readonly traffic: Traffic;
  /** Calls by account and idempotency key; nothing is kept where keys are not honoured. */
  readonly keys: Map<string, SandboxCall>;
  /** Who was turned away with 429 and may come again. */
  readonly turnedAway: Set<string>;
  fault: Fault | null;
  /** Where it listens, once it does. */
  url: string;
}
