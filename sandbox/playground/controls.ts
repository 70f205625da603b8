import type { IncomingMessage, ServerResponse } from 'node:http';
import { magicPhones } from '../kally/phones.ts';
import type { KallySandbox } from '../kally/server.ts';
import type { PlaygroundStatus } from '../slack/page/playground-wire.ts';
import type { AppProcess } from './app-process.ts';

const fastest = 1_000;

/** What the page's drawer asks for and presses, at `/playground/*` of its own origin. */
export function createControls(kally: KallySandbox) {
  const watchers = new Set<ServerResponse>();
  let app: AppProcess | undefined;
  let speed = 1;

  const status = (): PlaygroundStatus => ({ app: app?.state() ?? 'starting', speed });
  const tellAll = () => {
    for (const watcher of watchers) watcher.write(eventOf(status()));
  };

  function watch(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(eventOf(status()));
    watchers.add(response);
    response.once('close', () => watchers.delete(response));
  }

  function setSpeed(wanted: number): boolean {
    if (!(wanted >= 1 && wanted <= fastest)) return false;
    speed = wanted;
    kally.setSpeed(speed);
    tellAll();
    return true;
  }

  const answers: Record<string, (response: ServerResponse, query: URLSearchParams) => void> = {
    'GET /playground/events': (response) => watch(response),
    'GET /playground/status': (response) => sendJson(response, 200, status()),
    'GET /playground/phones': (response) => sendJson(response, 200, magicPhones),
    'GET /playground/rings': (response) => sendJson(response, 200, kally.rings()),
    'GET /playground/traffic': (response) => sendJson(response, 200, kally.traffic()),
    'POST /playground/speed': (response, query) => {
      const set = setSpeed(Number(query.get('times')));
      sendJson(
        response,
        set ? 200 : 400,
        set ? status() : { error: `times is a number from 1 to ${fastest}` },
      );
    },
    'POST /playground/restart': (response) => {
      app?.kill();
      sendJson(response, 202, status());
    },
  };

  /** False for what is not the playground's. */
  function handle(request: IncomingMessage, response: ServerResponse): boolean {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://playground');
    if (!pathname.startsWith('/playground/')) return false;
    const answer = answers[`${request.method} ${pathname}`];
    if (!isOwnOrigin(request))
      sendJson(response, 403, { error: 'Only the playground’s own page may ask this.' });
    else if (answer) answer(response, searchParams);
    else sendJson(response, 404, { error: 'There is no such thing here.' });
    return true;
  }

  return {
    handle,
    attach(started: AppProcess): void {
      app = started;
      app.onChange(tellAll);
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

const eventOf = (status: PlaygroundStatus): string => `data: ${JSON.stringify(status)}\n\n`;

function sendJson(response: ServerResponse, code: number, body: unknown): void {
  response.writeHead(code, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}
