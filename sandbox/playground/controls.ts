import type { IncomingMessage, ServerResponse } from 'node:http';
import { phoneGroups } from '../kally/phones.ts';
import type { KallySandbox } from '../kally/server.ts';
import type { PhoneGroup, PlaygroundStatus } from '../slack/page/playground-wire.ts';
import type { SlackSandbox } from '../slack/server.ts';
import type { AppProcess } from './app-process.ts';
import { createFaultSwitches } from './faults.ts';

const fastest = 1_000;

type Deps = {
  kally: KallySandbox;
  /** The ids of the people who have connected an account. */
  linkedPeople: () => Promise<string[]>;
};
type Answer = (response: ServerResponse, query: URLSearchParams) => unknown;

/** What the page's drawer asks for and presses, at `/playground/*` of its own origin. */
export function createControls({ kally, linkedPeople }: Deps) {
  const watchers = new Set<ServerResponse>();
  const faults = createFaultSwitches({ kally, changed: tellAll });
  let app: AppProcess | undefined;
  let speed = 1;

  const status = (): PlaygroundStatus => ({ app: app?.state() ?? 'starting', speed, faults: faults.all() });

  function tellAll(): void {
    for (const watcher of watchers) watcher.write(eventOf(status()));
  }

  function watch(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(eventOf(status()));
    watchers.add(response);
    response.once('close', () => watchers.delete(response));
  }

  function setSpeed(wanted: number): void {
    speed = wanted;
    kally.setSpeed(speed);
    tellAll();
  }

  function changeSpeed(response: ServerResponse, query: URLSearchParams): void {
    const wanted = Number(query.get('times') ?? Number.NaN);
    const isPossible = wanted >= 0 && wanted <= fastest;
    if (isPossible) setSpeed(wanted);
    const refusal = { error: `times is a number from 0 to ${fastest}` };
    sendJson(response, isPossible ? 200 : 400, isPossible ? status() : refusal);
  }

  async function turnFault(response: ServerResponse, query: URLSearchParams): Promise<void> {
    const known = await faults.turn(query.get('id') ?? '', query.get('on') === 'true');
    sendJson(response, known ? 200 : 404, known ? status() : { error: 'There is no such fault.' });
  }

  async function mendAll(response: ServerResponse): Promise<void> {
    await faults.mendAll();
    sendJson(response, 200, status());
  }

  function restart(response: ServerResponse): void {
    app?.kill();
    sendJson(response, 202, status());
  }

  const answers: Record<string, Answer> = {
    'GET /playground/events': watch,
    'GET /playground/status': (response) => sendJson(response, 200, status()),
    'GET /playground/people': async (response) => sendJson(response, 200, await linkedPeople()),
    'GET /playground/phones': (response) => sendJson(response, 200, listedPhones()),
    'GET /playground/rings': (response) => sendJson(response, 200, kally.rings()),
    'GET /playground/calls': (response) => sendJson(response, 200, kally.calls().reverse()),
    'GET /playground/traffic': (response) => sendJson(response, 200, kally.traffic()),
    'POST /playground/speed': changeSpeed,
    'POST /playground/fault': turnFault,
    'POST /playground/mend': mendAll,
    'POST /playground/restart': restart,
  };

  /** False for what is not the playground's. */
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://playground');
    if (!pathname.startsWith('/playground/')) return false;
    const answer = answers[`${request.method} ${pathname}`];
    if (!isOwnOrigin(request))
      sendJson(response, 403, { error: 'Only the playground’s own page may ask this.' });
    else if (answer) await answer(response, searchParams);
    else sendJson(response, 404, { error: 'There is no such thing here.' });
    return true;
  }

  return {
    handle,
    setSpeed,
    attach({ app: started, slack }: { app: AppProcess; slack: SlackSandbox }): void {
      app = started;
      app.onChange(tellAll);
      faults.attach(slack);
    },
    stop(): void {
      for (const watcher of watchers) watcher.end();
    },
  };
}

/** Other pages in the same browser must not press here, nor a foreign name that resolves to this machine. */
function isOwnOrigin({ headers: { origin, host = '' } }: IncomingMessage): boolean {
  const isLoopback = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
  return isLoopback && (origin === undefined || origin === `http://${host}`);
}

function listedPhones(): PhoneGroup[] {
  return phoneGroups.map(({ title, phones }) => ({
    title,
    phones: phones.map(({ behaviour: _, ...listed }) => listed),
  }));
}

const eventOf = (status: PlaygroundStatus): string => `data: ${JSON.stringify(status)}\n\n`;

function sendJson(response: ServerResponse, code: number, body: unknown): void {
  response.writeHead(code, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}
