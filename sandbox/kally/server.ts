import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Clock, systemClock } from '../../src/domain/clock.ts';
import { type AccountId, makeAccounts } from './accounts.ts';
import type { Unanswered } from './behaviour.ts';
import { CallBook } from './calls.ts';
import { SandboxClock } from './clock.ts';
import { controlsOf, type KallySandbox, reset } from './controls.ts';
import type { ApiVersion } from './errors.ts';
import { type Fault, refuseByFault } from './faults.ts';
import {
  type Ask,
  connectionLost,
  match,
  type Outcome,
  type Route,
  readBody,
  replyToError,
  send,
} from './http.ts';
import { type KallyMemory, memoryOf, remember } from './memory.ts';
import { oddly } from './oddities.ts';
import { accountRoutes } from './routes-account.ts';
import { authRoutes } from './routes-auth.ts';
import { callRoutes } from './routes-calls.ts';
import { sandboxRoutes } from './routes-sandbox.ts';
import { type OAuthClient, TokenDesk } from './tokens.ts';
import { Traffic, type TrafficEntry } from './traffic.ts';
import type { ListShape } from './wire.ts';
import type { World } from './world.ts';

export type { AccountId, KallySandbox, TrafficEntry };

export interface KallySandboxOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  api?: ApiVersion;
  /** How much a list says of a call; `whole` if nothing is said. */
  listShape?: ListShape | undefined;
  /** False: a create with a key that was seen makes another call. */
  honoursKeys?: boolean;
  /** How many times faster than usual calls go by. */
  speed?: number;
  /** By which time goes here; the machine's own if nothing is said. */
  clock?: Clock | undefined;
  /** Seconds of that clock, whatever the speed. */
  accessTokenSeconds?: number;
  /** The one OAuth client of the authorization-code flow. */
  client?: OAuthClient;
  /** How the first calls to a number end, for numbers that are in no table. */
  firstTriesOf?: ((phone: string) => readonly Unanswered[]) | undefined;
  /** What an earlier one knew. */
  memory?: KallyMemory | undefined;
}

export const defaultClient: OAuthClient = { id: 'kally-sandbox-client', secret: 'kally-sandbox-secret' };

/** A KallyAI on loopback. */
export async function startKallySandbox(options: KallySandboxOptions = {}): Promise<KallySandbox> {
  const world = makeWorld(options);
  const server = createServer({ requestTimeout: 0 }, (request, response) => void serve(request, response));
  const routes: Route[] = [
    ...callRoutes(world),
    ...accountRoutes(world),
    ...authRoutes(world),
    ...sandboxRoutes(world, { setFault, reset: () => reset(world) }),
  ];
  const port = await listen(server, options.port ?? 0);
  world.url = `http://127.0.0.1:${port}`;
  if (options.memory) remember(world, options.memory);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAt = new Date();
    const ask = askOf(request, world.url);
    const outcome = await outcomeOf(world, routes, request, ask);
    if (isApi(ask)) world.traffic.record(ask, outcome, startedAt);
    if (outcome === connectionLost) response.destroy();
    else send(response, outcome);
  }

  let stopped = false;
  async function setFault(fault: Fault | null): Promise<void> {
    if (stopped) return;
    world.fault = fault;
    if (fault?.kind === 'down') return close(server);
    if (!server.listening) await listen(server, port);
  }

  return {
    ...controlsOf(world),
    setFault,
    memory: () => memoryOf(world),
    stop: async () => {
      stopped = true;
      world.clock.stop();
      await close(server);
    },
  };
}

function makeWorld({
  api = 'v2',
  listShape = 'whole',
  honoursKeys = true,
  speed = 1,
  clock: base = systemClock,
  accessTokenSeconds = 3600,
  client = defaultClient,
  firstTriesOf,
}: KallySandboxOptions): World {
  const accounts = makeAccounts();
  const clock = new SandboxClock(speed, base);
  return {
    api,
    listShape,
    honoursKeys,
    clock,
    accounts,
    tokens: new TokenDesk(accounts, client, accessTokenSeconds, base),
    calls: new CallBook(clock, firstTriesOf),
    traffic: new Traffic(),
    keys: new Map(),
    turnedAway: new Set(),
    fault: null,
    url: '',
  };
}

function askOf(request: IncomingMessage, base: string): Ask {
  const { method = 'GET', url = '/', headers } = request;
  const path = url.startsWith('/') && !url.startsWith('//') ? url : '/';
  return { method, url: new URL(path, base), params: {}, headers, body: Buffer.alloc(0) };
}

async function outcomeOf(
  world: World,
  routes: readonly Route[],
  request: IncomingMessage,
  ask: Ask,
): Promise<Outcome> {
  const outcome = await handle(world, routes, request, ask).catch((error) =>
    request.errored ? connectionLost : replyToError(error, world.api),
  );
  const { fault } = world;
  if (!fault || !isApi(ask)) return outcome;
  if (fault.kind === 'slow') await pause(fault.delayMs, undefined, { ref: false });
  if (fault.kind === 'lose-answers') return connectionLost;
  if (fault.kind !== 'odd' || outcome === connectionLost) return outcome;
  return fault.oddities.reduce((reply, oddity) => oddly(reply, oddity, ask), outcome);
}

async function handle(
  world: World,
  routes: readonly Route[],
  request: IncomingMessage,
  ask: Ask,
): Promise<Outcome> {
  ask.body = await readBody(request);
  if (isApi(ask)) refuseByFault(world.fault);
  if (isSentElsewhere(world.fault, ask))
    return { status: 307, headers: { location: `${world.url}/v2/calls` }, raw: '' };
  const { route, params } = match(routes, ask.method, ask.url.pathname);
  ask.params = params;
  return route.handle(ask);
}

function isSentElsewhere(fault: Fault | null, { method, url }: Ask): boolean {
  const isCreate = method === 'POST' && url.pathname === '/v1/calls';
  return isCreate && fault?.kind === 'odd' && fault.oddities.includes('redirected-creates');
}

function isApi(ask: Ask): boolean {
  return ask.url.pathname.startsWith('/v1/');
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Creates that wait for a phone call would hold it open for minutes.
    server.closeAllConnections();
  });
}
