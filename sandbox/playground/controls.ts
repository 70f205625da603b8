import type { IncomingMessage, ServerResponse } from 'node:http';
import { phoneGroups } from '../kally/phones.ts';
import type { KallySandbox, TrafficEntry as KallyTraffic } from '../kally/server.ts';
import type { KallyHead, PhoneGroup, PlaygroundStatus } from '../slack/page/playground-wire.ts';
import type { SlackSandbox } from '../slack/server.ts';
import { polled, type Topic } from '../slack/topics.ts';
import type { TrafficBody } from '../slack/wire.ts';
import type { AppProcess } from './app-process.ts';
import { createFaultSwitches } from './faults.ts';
import type { Time } from './time.ts';

const fastest = 1_000;

type Deps = {
  kally: KallySandbox;
  time: Time;
  /** The ids of the people who have connected an account. */
  linkedPeople: () => Promise<string[]>;
};
type Answer = (response: ServerResponse, query: URLSearchParams) => unknown;

/** What the page's drawer asks for and presses, at `/playground/*` of its own origin. */
export function createControls({ kally, time, linkedPeople }: Deps) {
  const listeners = new Set<() => void>();
  const faults = createFaultSwitches({ kally, changed: tellAll });
  let app: AppProcess | undefined;
  let speed = 1;

  const status = (): PlaygroundStatus => ({
    app: app?.state() ?? 'starting',
    speed,
    aheadMs: time.aheadMs(),
    faults: faults.all(),
  });
  time.onChange(tellAll);

  function tellAll(): void {
    for (const listener of listeners) listener();
  }

  /** What the page may look at; each can be asked for alone, too. */
  const topics: Record<string, Topic> = {
    status: {
      value: status,
      onChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    people: polled(linkedPeople),
    phones: { value: listedPhones, onChange: () => () => undefined },
    rings: polled(() => kally.rings()),
    calls: polled(() => kally.calls().reverse()),
    'kally-traffic': {
      value: () => Object.fromEntries(kally.traffic().map(headOf)),
      onChange: (listener) => kally.onTraffic(listener),
    },
  };

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

  /** `minutes` to go on by, or `next` for the next planned call. */
  async function forward(response: ServerResponse, query: URLSearchParams): Promise<void> {
    const minutes = query.get('minutes') ?? '';
    const isGone = await time.goOn(minutes === 'next' ? 'next' : Number(minutes) * 60_000);
    const refusal = { error: 'minutes is a number up to 43200, or "next" where a call is planned' };
    sendJson(response, isGone ? 200 : 400, isGone ? status() : refusal);
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
    'GET /playground/traffic': (response) => sendJson(response, 200, kally.traffic()),
    'POST /playground/speed': changeSpeed,
    'POST /playground/forward': forward,
    'POST /playground/fault': turnFault,
    'POST /playground/mend': mendAll,
    'POST /playground/restart': restart,
  };

  function readingOf(method: string | undefined, pathname: string): Answer | undefined {
    const [, , name = '', id] = pathname.split('/');
    if (method !== 'GET') return undefined;
    if (name === 'traffic' && id) return (response) => sendEntry(response, Number(id));
    const topic = Object.hasOwn(topics, name) ? topics[name] : undefined;
    return topic && (async (response) => sendJson(response, 200, await topic.value()));
  }

  function sendEntry(response: ServerResponse, id: number): void {
    const entry = kally.traffic().find((one) => one.id === id);
    const answer = entry && bodyOf(entry);
    sendJson(response, answer ? 200 : 404, answer ?? { error: 'It is no longer kept.' });
  }

  /** False for what is not the playground's. */
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://playground');
    if (!pathname.startsWith('/playground/')) return false;
    const answer = answers[`${request.method} ${pathname}`] ?? readingOf(request.method, pathname);
    if (!isOwnOrigin(request))
      sendJson(response, 403, { error: 'Only the playground’s own page may ask this.' });
    else if (answer) await answer(response, searchParams);
    else sendJson(response, 404, { error: 'There is no such thing here.' });
    return true;
  }

  return {
    handle,
    setSpeed,
    findTopic: (name: string): Topic | undefined => (Object.hasOwn(topics, name) ? topics[name] : undefined),
    attach({ app: started, slack }: { app: AppProcess; slack: SlackSandbox }): void {
      app = started;
      app.onChange(tellAll);
      faults.attach(slack);
    },
  };
}

/** Other pages in the same browser must not press here, nor a foreign name that resolves to this machine. */
export function isOwnOrigin({ headers: { origin, host = '' } }: IncomingMessage): boolean {
  const isLoopback = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
  return isLoopback && (origin === undefined || origin === `http://${host}`);
}

function listedPhones(): PhoneGroup[] {
  return phoneGroups.map(({ title, phones }) => ({
    title,
    phones: phones.map(({ behaviour: _, ...listed }) => listed),
  }));
}

function bodyOf({ headers, request: body, response: answer }: KallyTraffic): TrafficBody {
  return { request: { headers, body }, answer };
}

function headOf({ id, at, method, path, status, tookMs }: KallyTraffic): [string, KallyHead] {
  return [String(id), { id, at, method, path, status, tookMs }];
}

function sendJson(response: ServerResponse, code: number, body: unknown): void {
  response.writeHead(code, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}
