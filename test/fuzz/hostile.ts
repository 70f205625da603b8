import * as fc from 'fast-check';
import { people, team } from '../../sandbox/slack/world.ts';
import { deliveryTo, listenerNames } from '../support/deliveries.ts';
import { signed } from '../support/signed.ts';

/** One request, down to its bytes. */
export type Hostile = { method: string; path: string; headers: Record<string, string>; body: string };

const mrkdwn = [
  '<!channel>',
  '<@U0ANATORRE>',
  '<https://evil.example|Call>',
  '```',
  '*_~`',
  '&lt;',
  '\u202eabc',
];
const encodings = [
  '\u0000',
  '\ud800',
  '\ufeff',
  'Ａ１',
  '%00%ff',
  '\r\nSet-Cookie: a=b',
  '𐀀'.repeat(50),
  'é',
  '٣',
];
const markup = [
  '"><script>alert(1)</script>',
  "' or 1=1 --",
  '../../etc/passwd',
  '#{7*7}',
  '{{7*7}}',
  '%s%n',
];
const ids = [
  '00000000-0000-4000-8000-000000000000',
  'C0GENERAL1',
  'U0ANATORRE',
  'T0ELSEWHERE',
  'V1',
  '-1',
  'NaN',
];

/** As long as a message may be, all of one kind, with what is looked for at both ends: patterns that look back stand still over it. */
const longest = 40_000;
const monotonous = fc
  .constantFrom(' ', ',', '\n', '1', '<', '1 ', ' ,', 'call ', 'for 2 ', 'a ', '*', '(', '&lt;', '+1 ')
  .map((unit) => `call 5pm${unit.repeat(longest / unit.length)}x on friday at 5pm +14155550100 ok`);

const text = fc.oneof(
  fc.constantFrom(...mrkdwn, ...encodings, ...markup, ...ids, ''),
  monotonous,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.integer({ min: 1, max: 20_000 }).map((length) => 'x'.repeat(length)),
);
const deep = fc.integer({ min: 1, max: 800 }).map((depth) => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value };
  return value;
});
const protoKeys = fc.constantFrom(
  JSON.parse('{"__proto__":{"isAdmin":true}}') as object,
  { constructor: { prototype: { x: 1 } } },
  { toString: null, hasOwnProperty: 1 },
);
/** In the place of whatever stood there. */
const anything = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(null, true, 0, -1, 1e308, [], {}, [[]], '0', undefined) },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: protoKeys },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

const seldom = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

type Json = { [key: string]: unknown };
const isParent = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** As deep as Slack's own payloads go: what a wound has put there may be thousands deep. */
const deepest = 10;

function placesIn(value: unknown, path: string[] = []): string[][] {
  if (!isParent(value) || path.length === deepest) return [];
  return Object.keys(value).flatMap((key) => [[...path, key], ...placesIn(value[key], [...path, key])]);
}

/** What may be broken is everything but what decides which listener hears it: that is for others of these requests. */
function broken(payload: object, wounds: readonly (readonly [number, unknown])[]): Json {
  const copy = structuredClone(payload) as Json;
  for (const [where, value] of wounds) {
    const places = placesIn(copy);
    const path = places[where % Math.max(1, places.length)] ?? [];
    const key = path.at(-1);
    if (key === undefined) continue;
    const parent = path
      .slice(0, -1)
      .reduce<unknown>((at, step) => (isParent(at) ? at[step] : undefined), copy);
    if (!isParent(parent)) continue;
    if (value === undefined) delete parent[key];
    else
      Object.defineProperty(parent, key, {
        value: structuredClone(value),
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return copy;
}

const now = () => Math.floor(Date.now() / 1000);

const form = 'application/x-www-form-urlencoded';
const doers = fc.oneof(
  fc.constantFrom(...Object.values(people).map(({ id }) => ({ id }))),
  fc.constant({ id: 'U0STRANGER', teamId: 'T0ELSEWHERE' }),
  text.map((id) => ({ id, teamId: id })),
);
const state = fc.constantFrom(
  'phone',
  'task',
  'category',
  'place',
  'date',
  'time',
  'code',
  'channel',
  'name',
);

/** A payload that Slack could have sent, and what became of it on the way: mostly nothing good. */
const delivery = fc
  .record({
    listener: fc.constantFrom(...listenerNames()),
    doer: doers,
    value: text,
    memory: fc.oneof(
      text,
      fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.stringify(value)),
    ),
    values: fc.dictionary(state, fc.dictionary(state, fc.jsonValue({ maxDepth: 1 }))),
    said: text,
    wounds: fc.array(fc.tuple(fc.nat(200), anything), { maxLength: 4 }),
  })
  .map(({ listener: { kind, name }, doer, value, memory, values, said, wounds }) => {
    const given = {
      value,
      memory,
      values: values as Record<string, object>,
      text: said,
      channelId: 'C0DINNER01',
    };
    const made = deliveryTo(kind, name, doer, given);
    return { kind: made.kind, payload: broken(made.payload, wounds) };
  });

function encoded({ kind, payload }: { kind: string; payload: Json }): { type: string; body: string } {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  if (kind === 'interactive')
    return { type: form, body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString() };
  const fields = Object.entries(payload).map(([key, value]) => [
    key,
    String(isParent(value) ? JSON.stringify(value) : value),
  ]);
  return { type: form, body: new URLSearchParams(fields).toString() };
}

const types = fc.constantFrom(
  form,
  'application/json',
  'text/plain',
  'multipart/form-data; boundary=x',
  '',
  'application/json; charset=utf-16',
);

const slackRequest = fc
  .record({
    delivery,
    cut: seldom(fc.double({ min: 0, max: 1, noNaN: true })),
    type: seldom(types),
    lie: seldom(
      fc.constantFrom('unsigned' as const, 'stale' as const, 'other secret' as const, 'future' as const),
    ),
  })
  .map(({ delivery, cut, type, lie }): Hostile => {
    const made = encoded(delivery);
    const body = cut === null ? made.body : made.body.slice(0, Math.floor(made.body.length * cut));
    const signatures = {
      unsigned: {},
      stale: signed(body, { at: now() - 400 }),
      future: signed(body, { at: now() + 4_000 }),
      'other secret': signed(body, { secret: 'not the secret' }),
    };
    const headers = lie === null ? signed(body) : signatures[lie];
    return {
      method: 'POST',
      path: '/slack/events',
      headers: { ...headers, 'content-type': type ?? made.type },
      body,
    };
  });

/** Whatever can stand in an address or a header, whose values Node sends only without control characters. */
const inUrl = text.map((value) => encodeURIComponent(value.toWellFormed()).slice(0, 12_000));
const inHeader = text.map((value) =>
  value
    .replace(/[^\x20-\x7e]/g, '')
    .trim()
    .slice(0, 8_000),
);
const paths = [
  '/',
  '/healthz',
  '/readyz',
  '/metrics',
  '/link',
  '/link/start',
  '/link/callback',
  '/link/paste',
  '/link/slack',
  '/link/confirm',
  '/link/code',
  '/link/done',
  '/link/cancelled',
  `/calls/${ids[0]}`,
  '/calls/%ff',
  '/calls/',
  '/slack/events',
  '/mcp',
  '/slack/install',
  '/slack/oauth_redirect',
  '/slack/nothing',
  '/%2e%2e/%2e%2e/etc/passwd',
  '//evil.example/link/start',
  'http://evil.example/link/start',
  '*',
];
const names = fc.constantFrom(
  'n',
  'k',
  'l',
  'state',
  'code',
  'error',
  'access_token',
  '__proto__',
  'choice',
  'ticket',
  'address',
);
const cookieNames = fc.constantFrom('link-0', 'link-1', 'link-2', `call-${ids[0]}`, 'person', 'signing-in');
const fields = fc.array(fc.tuple(names, inUrl), { maxLength: 5 });
const written = (pairs: [string, string][]) => pairs.map(([name, value]) => `${name}=${value}`).join('&');

const pageRequest = fc
  .record({
    method: fc.constantFrom(
      'GET',
      'GET',
      'POST',
      'POST',
      'PUT',
      'DELETE',
      'HEAD',
      'OPTIONS',
      'PATCH',
      'TRACE',
    ),
    path: fc.constantFrom(...paths),
    query: fields,
    body: fc.oneof(fields.map(written), text, fc.constant('x'.repeat(100_000))),
    type: types,
    cookie: fc.option(fc.tuple(fc.constantFrom('', '__Host-'), cookieNames, inHeader)),
    language: inHeader,
    site: fc.option(fc.constantFrom('same-origin', 'cross-site', 'none', 'nonsense')),
    forwarded: fc.oneof(
      { weight: 4, arbitrary: fc.ipV4() },
      { weight: 1, arbitrary: fc.ipV6() },
      { weight: 1, arbitrary: inHeader },
    ),
  })
  .map(
    ({ method, path, query, body, type, cookie, language, site, forwarded }): Hostile => ({
      method,
      path: query.length > 0 ? `${path}?${written(query)}`.slice(0, 30_000) : path,
      headers: {
        'accept-language': language.slice(0, 500),
        ...(type && { 'content-type': type }),
        ...(cookie && { cookie: `${cookie[0]}kally-${cookie[1]}=${cookie[2].replace(/[;,]/g, '')}` }),
        ...(site && { 'sec-fetch-site': site }),
        ...(forwarded && { 'x-forwarded-for': forwarded, 'x-forwarded-host': forwarded }),
      },
      body: ['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method) ? '' : body.toWellFormed(),
    }),
  );

/** What an assistant sends, or somebody in its place. */
const toolRequest = fc
  .record({
    name: fc.constantFrom('prepare_call', 'list_calls', 'get_call', 'get_transcript', 'stop_call', 'nothing'),
    method: fc.constantFrom(
      'tools/call',
      'tools/call',
      'tools/list',
      'initialize',
      'subscriptions/listen',
      'x',
    ),
    given: fc.dictionary(
      fc.constantFrom(
        'phone',
        'task',
        'category',
        'client_key',
        'call_id',
        'channel_id',
        'limit',
        'date',
        'time',
      ),
      anything,
    ),
    asker: fc.oneof(doers, fc.constant(undefined)),
    wounds: fc.array(fc.tuple(fc.nat(40), anything), { maxLength: 2 }),
    isForged: seldom(fc.constant(true)),
  })
  .map(({ name, method, given, asker, wounds, isForged }): Hostile => {
    const slack = asker && { user_id: asker.id, team_id: 'teamId' in asker ? asker.teamId : team.id };
    const usual = {
      phone: '+1 415 555 0100',
      task: 'Ask for the opening hours',
      client_key: 'a key of mine',
    };
    const params = { name, arguments: { ...usual, ...given }, ...(slack && { _meta: { slack } }) };
    const body = JSON.stringify(broken({ jsonrpc: '2.0', id: 1, method, params }, wounds)) ?? '';
    const signature = isForged ? signed(body, { secret: 'not the secret' }) : signed(body);
    const accept = 'application/json, text/event-stream';
    return {
      method: 'POST',
      path: '/mcp',
      headers: { ...signature, accept, 'content-type': 'application/json' },
      body,
    };
  });

export const hostile = fc.oneof(
  { weight: 2, arbitrary: toolRequest },
  { weight: 6, arbitrary: slackRequest },
  { weight: 4, arbitrary: pageRequest },
);
