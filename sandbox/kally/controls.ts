import { type AccountId, makeAccounts } from './accounts.ts';
import type { SandboxCall } from './calls.ts';
import type { ApiVersion } from './errors.ts';
import type { Fault } from './faults.ts';
import type { KallyMemory } from './memory.ts';
import { type Flow, type Grant, type OAuthClient, scopes } from './tokens.ts';
import type { TrafficEntry } from './traffic.ts';
import type { ListShape } from './wire.ts';
import type { World } from './world.ts';

/** A call as the sandbox sees it, hidden ones included. */
interface CallView {
  id: string;
  account: AccountId;
  idempotencyKey?: string;
  phone: string;
  task: string;
  status: string;
  over: boolean;
  createdAt: Date;
  endedAt?: Date;
}

export interface KallySandbox {
  readonly url: string;
  readonly api: ApiVersion;
  readonly client: OAuthClient;
  /** How often each number was dialled. */
  rings(): Record<string, number>;
  calls(): CallView[];
  setSpeed(speed: number): void;
  /** How much a list says of a call from now on. */
  setListShape(shape: ListShape): void;
  setFault(fault: Fault | null): Promise<void>;
  /** Tokens without a browser. */
  signIn(account?: AccountId, options?: { flow?: Flow; scopes?: readonly string[] }): Required<Grant>;
  /** How many refreshes were granted, and how many came with a refresh token that was used up. */
  refreshes(): { granted: number; reused: number };
  setAccessTokenSeconds(seconds: number): void;
  expireAccessTokens(): void;
  /** Access and refresh tokens, of one account or of all. */
  revokeTokens(account?: AccountId): void;
  setMinutesLeft(account: AccountId, minutes: number): void;
  setCreditsLeft(account: AccountId, credits: number): void;
  /** As if the life of all idempotency keys were over. */
  forgetKeys(): void;
  traffic(): readonly TrafficEntry[];
  /** Returns what stops listening. */
  onTraffic(listener: (entry: TrafficEntry) => void): () => void;
  /** Calls, rings, keys, meters, traffic and faults as at the start; tokens stay valid. */
  reset(): void;
  /** For another one to start with. */
  memory(): KallyMemory;
  stop(): Promise<void>;
}

export function controlsOf(world: World): Omit<KallySandbox, 'setFault' | 'memory' | 'stop'> {
  const account = (id: AccountId) => {
    const found = world.accounts.get(id);
    if (!found) throw new RangeError(`no sandbox account is called ${id}`);
    return found;
  };
  return {
    url: world.url,
    api: world.api,
    client: world.tokens.client,
    rings: () => world.calls.rings(),
    calls: () => world.calls.all().map(viewOf),
    setSpeed: (speed) => {
      world.clock.speed = speed;
    },
    setListShape: (shape) => {
      world.listShape = shape;
    },
    signIn: (id = 'ana', { flow = 'terminal', scopes: asked = scopes } = {}) =>
      world.tokens.signIn(account(id), flow, asked),
    refreshes: () => world.tokens.refreshes(),
    setAccessTokenSeconds: (seconds) => {
      world.tokens.accessTokenSeconds = seconds;
    },
    expireAccessTokens: () => world.tokens.expireAccessTokens(),
    revokeTokens: (id) => world.tokens.revoke(id),
    setMinutesLeft: (id, minutes) => {
      account(id).minutesUsed = account(id).minutesAllocated - minutes;
    },
    setCreditsLeft: (id, credits) => {
      account(id).creditsUsed = account(id).creditsAllocated - credits;
    },
    forgetKeys: () => world.keys.clear(),
    traffic: () => world.traffic.recent(),
    onTraffic: (listener) => world.traffic.listen(listener),
    reset: () => reset(world),
  };
}

function viewOf(call: SandboxCall): CallView {
  return {
    id: call.id,
    account: call.account.id,
    ...(call.idempotencyKey !== undefined && { idempotencyKey: call.idempotencyKey }),
    phone: call.submission.respondent_phone,
    task: call.submission.task_description,
    status: call.status,
    over: call.stage === 'over',
    createdAt: call.createdAt,
    ...(call.endedAt && { endedAt: call.endedAt }),
  };
}

export function reset(world: World): void {
  world.calls.forget();
  world.keys.clear();
  world.turnedAway.clear();
  world.traffic.clear();
  world.fault = world.fault?.kind === 'down' ? world.fault : null;
  for (const [id, account] of makeAccounts()) Object.assign(world.accounts.get(id) ?? {}, account);
}
