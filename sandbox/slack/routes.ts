import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Emulated } from './emulated.ts';
import type { Fault, Faults } from './faults.ts';
import type { FileStore } from './file-store.ts';
import type { createOAuth } from './oauth.ts';
import type { OpenId } from './openid.ts';
import type { Person, Where } from './person.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { State } from './state.ts';
import { type FindTopic, streamTopics, type Topic } from './topics.ts';
import { redactToken, shown, type Traffic } from './traffic.ts';
import type { WebApi } from './web-api.ts';
import type { Act, ActAnswer, ActRequest, Place, SandboxState, TrafficEntry, TrafficHead } from './wire.ts';

const longestBody = 20 * 1024 * 1024;
/** More than a window shows. */
const mostHeads = 500;

export type PageHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
) => boolean | Promise<boolean>;
type Deps = {
  url: string;
  emulated: Emulated;
  fileStore: FileStore;
  state: State;
  webApi: WebApi;
  responseUrls: ResponseUrls;
  oauth: ReturnType<typeof createOAuth>;
  openId: OpenId;
  faults: Faults;
  traffic: Traffic;
  as: (userId: string) => Person;
  stateFor: (userId: string) => SandboxState;
  page?: PageHandler;
  /** Topics of whoever is around the sandbox. */
  moreTopics?: FindTopic;
};
type Exchange = { request: IncomingMessage; response: ServerResponse; url: URL; body: Buffer };

/** Everything the sandbox answers over HTTP. */
export function createRoutes(deps: Deps) {
  const { url: origin, emulated, state, webApi, responseUrls, oauth, openId, faults, traffic } = deps;

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', origin);
    const body = await readBody(request);
    if (!body) return send(response, 413, 'Too large');
    const exchange = { request, response, url, body };
    if (url.pathname.startsWith('/api/')) return answerWebApi(exchange);
    if (responseUrls.owns(url.pathname)) return answerResponseUrl(exchange);
    if (url.pathname.startsWith('/upload/')) return answerUpload(exchange);
    if (/^\/(oauth|openid)\//.test(url.pathname) || url.pathname === '/sandbox/oauth-return')
      return answerOAuth(exchange);
    if (url.pathname.startsWith('/sandbox/')) return answerPage(exchange);
    if (await deps.page?.(request, response, body)) return;
    send(response, 404, 'Not found');
  }

  async function answerWebApi({ request, response, url, body }: Exchange) {
    const method = url.pathname.slice('/api/'.length);
    const { token, args } = readCall(request, url, body);
    const entry = traffic.begin({
      kind: 'web-api',
      name: method,
      request: args,
      ...(token ? { token: redactToken(token) } : {}),
    });
    const fault = faults.take(method);
    const early = fault && (await fail(fault, response));
    if (early) return entry.end(early);
    const answer = await webApi.call(method, token, args);
    entry.end({
      status: 200,
      answer: redactAnswer(answer),
      ...(answer.error ? { error: answer.error } : {}),
    });
    if (fault?.kind === 'lost') request.socket.destroy();
    else sendJson(response, 200, answer, scopesHeader(token));
  }

  /** Slack tells with each answer what the token may do. */
  function scopesHeader(token: string | undefined): Record<string, string> {
    const scopes = webApi.scopesOf(token);
    return scopes ? { 'x-oauth-scopes': scopes.join(',') } : {};
  }

  async function answerResponseUrl({ request, response, url, body }: Exchange) {
    const json = parseJson(body) ?? {};
    const entry = traffic.begin({ kind: 'response-url', name: 'response_url', request: json });
    const fault = faults.take('response_url');
    const early = fault && (await fail(fault, response));
    if (early) return entry.end(early);
    const { status, answer } = await responseUrls.answer(url.pathname, json);
    entry.end({ status, answer, ...(answer.error ? { error: answer.error } : {}) });
    if (fault?.kind === 'lost') request.socket.destroy();
    else sendJson(response, status, answer);
  }

  async function answerUpload({ request, response, url, body }: Exchange) {
    const contentType = request.headers['content-type'] ?? 'application/octet-stream';
    const result = await emulated.forward(url.pathname, { method: 'POST', contentType, body });
    send(response, result.status, result.text);
  }

  async function answerOAuth({ request, response, url, body }: Exchange) {
    const page = await oauthPage(request, url, body);
    const headers = page.location ? { location: page.location } : {};
    send(response, page.status, page.text, page.contentType, headers);
  }

  function oauthPage(request: IncomingMessage, url: URL, body: Buffer) {
    if (url.pathname === '/openid/connect/authorize') {
      return request.method === 'POST'
        ? openId.choose(url.searchParams, body)
        : openId.authorize(url.searchParams);
    }
    if (url.pathname === '/oauth/v2/authorize') return oauth.authorize(url.searchParams);
    if (url.pathname === '/sandbox/oauth-return') return oauth.comeBack(url.searchParams);
    return oauth.choose(request.headers['content-type'] ?? '', body);
  }

  async function answerPage({ request, response, url, body }: Exchange) {
    if (!isOwnOrigin(request, origin)) return send(response, 403, 'Only the sandbox’s own page may ask this');
    const [, , verb, ...rest] = url.pathname.split('/');
    if (verb === 'state') return answerState(response, url.searchParams.get('as') ?? '');
    if (verb === 'traffic' && rest[0]) return answerEntry(response, Number(rest[0]));
    if (verb === 'traffic')
      return sendJson(response, 200, trafficAfter(Number(url.searchParams.get('after') ?? 0)));
    if (verb === 'events') return streamTopics(response, url.searchParams.getAll('watch'), findTopic);
    if (verb === 'files') return answerFile(response, rest.join('/'));
    if (verb === 'act' && request.method === 'POST') return answerAct(response, body);
    send(response, 404, 'Not found');
  }

  function answerState(response: ServerResponse, userId: string) {
    if (!state.person(userId)) return send(response, 404, `There is no person ${userId}`);
    sendJson(response, 200, deps.stateFor(userId));
  }

  const trafficAfter = (id: number) =>
    traffic
      .entries()
      .filter((entry) => entry.id > id)
      .map(shown);

  function answerEntry(response: ServerResponse, id: number) {
    const entry = traffic.entries().find((one) => one.id === id);
    if (!entry) return send(response, 404, 'Not found');
    const { request, answer } = shown(entry);
    sendJson(response, 200, { request, answer });
  }

  const trafficTopic: Topic = {
    value: () => Object.fromEntries(traffic.entries().slice(-mostHeads).map(headOf)),
    onChange: traffic.subscribe,
  };

  function findTopic(name: string): Topic | undefined {
    const [, userId] = /^client\/(\w+)$/.exec(name) ?? [];
    if (userId && state.person(userId))
      return { value: () => deps.stateFor(userId), onChange: (listener) => state.onChange(listener) };
    return name === 'slack-traffic' ? trafficTopic : deps.moreTopics?.(name);
  }

  function answerFile(response: ServerResponse, path: string) {
    const file = deps.fileStore.find(path);
    if (!file) return send(response, 404, 'Not found');
    send(response, 200, file.bytes, file.contentType, { 'content-disposition': 'attachment' });
  }

  async function answerAct(response: ServerResponse, body: Buffer) {
    const { as, act } = (parseJson(body) ?? {}) as Partial<ActRequest>;
    if (!act || !as || !state.person(as))
      return sendJson(response, 400, { ok: false, notice: 'Who does what?' });
    try {
      const answer = await perform(deps.as(as), act);
      sendJson(response, 200, answer, { 'sandbox-version': String(state.version()) });
    } catch (error) {
      // What the page asked for is no longer there, such as a button of a message edited meanwhile.
      sendJson(response, 409, { ok: false, notice: error instanceof Error ? error.message : String(error) });
    }
  }

  async function perform(person: Person, act: Act): Promise<ActAnswer> {
    switch (act.do) {
      case 'type':
        return person.types(act.channelId, act.text, act.threadTs ? { threadTs: act.threadTs } : {});
      case 'click':
        return person.clicks(whereOf(act.place), act, act.value === undefined ? {} : { value: act.value });
      case 'fill':
        return person.clicks(whereOf(act.place ?? { in: 'modal' }), act, { value: act.value });
      case 'submit':
        return person.submits();
      case 'close':
        return person.closes({ all: act.all ?? false });
      case 'open-home':
        return person.opensHome(act.tab);
      case 'shortcut':
        return person.usesShortcut(act.callbackId);
      case 'message-shortcut':
        return person.usesMessageShortcut(act.callbackId, act);
      case 'stop-session':
        return person.stopsSession(act);
      case 'run-step':
        return person.runsStep(act.callbackId, act.inputs);
      case 'load-options':
        return person.loadsOptions(whereOf(act.place), act, act.query);
      case 'dismiss-notice':
        state.dropNotices(person.id, act.id);
        return { ok: true };
      case 'reload':
        person.reloads();
        return { ok: true };
    }
  }

  return { handle };
}

function headOf({
  request: _,
  answer: __,
  token: ___,
  transport: ____,
  ...head
}: TrafficEntry): [string, TrafficHead] {
  return [String(head.id), head];
}

const whereOf = (place: Place): Where => (place.in === 'message' ? place : place.in);

/** Answers in place of the method when the fault wants that; what was answered is for the log. */
async function fail(fault: Fault, response: ServerResponse) {
  if (fault.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.delayMs ?? 2_000));
  if (fault.kind === 'timeout') return { answer: undefined, error: 'timeout' };
  if (fault.kind === '500') {
    send(response, 500, 'Internal server error');
    return { status: 500, answer: undefined, error: 'internal_error' };
  }
  if (fault.kind === 'refused') {
    const answer = { ok: false, error: fault.error ?? 'fatal_error' };
    sendJson(response, 200, answer);
    return { answer, error: answer.error };
  }
  if (fault.kind !== '429') return undefined;
  const answer = { ok: false, error: 'ratelimited' };
  sendJson(response, 429, answer, { 'retry-after': String(fault.retryAfterSeconds ?? 1) });
  return { status: 429, answer, error: 'ratelimited' };
}

function readCall(request: IncomingMessage, url: URL, body: Buffer) {
  const isJson = request.headers['content-type']?.startsWith('application/json') ?? false;
  const form = {
    ...Object.fromEntries(url.searchParams),
    ...Object.fromEntries(new URLSearchParams(String(body))),
  };
  const { token: inBody, ...args } = (isJson ? (parseJson(body) ?? {}) : form) as Record<string, unknown>;
  const bearer = request.headers.authorization?.replace(/^Bearer\s+/i, '');
  const [clientId, clientSecret] = readBasic(request.headers.authorization);
  return {
    token: bearer?.startsWith('Basic') ? undefined : (bearer ?? (inBody as string | undefined)),
    args: clientId ? { client_id: clientId, client_secret: clientSecret, ...args } : args,
  };
}

function readBasic(authorization = ''): string[] {
  const [, encoded] = /^Basic\s+(.*)$/.exec(authorization) ?? [];
  return encoded ? Buffer.from(encoded, 'base64').toString().split(':') : [];
}

function redactAnswer(answer: Answer): Answer {
  const token = answer.access_token;
  return typeof token === 'string' ? { ...answer, access_token: redactToken(token) } : answer;
}

/** A page of somebody else's, open in the same browser, must not act here: it may read nothing and press nothing. */
function isOwnOrigin(request: IncomingMessage, origin: string): boolean {
  const { origin: from, host = '' } = request.headers;
  const hostname = host.replace(/:\d+$/, '');
  // A foreign name that resolves to 127.0.0.1 would arrive as a foreign Host.
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) return false;
  return from === undefined || from === origin || from === `http://${host}`;
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > longestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(String(body));
  } catch {
    return undefined;
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  contentType = 'text/plain; charset=utf-8',
  headers: Record<string, string> = {},
) {
  response
    .writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store', ...headers })
    .end(body);
}

function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) {
  send(response, status, JSON.stringify(body), 'application/json; charset=utf-8', headers);
}
