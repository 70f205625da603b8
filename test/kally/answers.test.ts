import { inspect } from 'node:util';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  isNotOffered,
  KallyAnswerUnreadable,
  KallyRefusal,
  surelyNotDialled,
} from '../../src/kally/errors.ts';
import type { HttpMetrics } from '../../src/kally/http.ts';
import {
  accountWith,
  clientOf,
  failureOf,
  json,
  serve,
  someCall,
  someRequest,
} from '../support/kally-server.ts';

const account = accountWith('token');
const id = 'call_1';
const at = Date.UTC(2026, 0, 28, 19, 0, 5);
const someTime = { date: '2026-02-15', time: '19:00' };
const changes = ['cancelCall', 'stopCall', 'rescheduleCall'] as const;
const asksAboutACall = [
  'getCall',
  'getTranscript',
  'getCalendar',
  'getRecording',
  'cancelCall',
  'stopCall',
] as const;

async function answering(body: unknown, status = 200) {
  const { url, received } = await serve(json(status, body));
  return { client: clientOf(url), received };
}

describe('a call', () => {
  test('is asked for in KallyAI words, with only what the person gave', async () => {
    const { client, received } = await answering(someCall, 201);
    const request = {
      ...someRequest,
      businessName: 'Ciclos Ana',
      name: 'Luis',
      callbackPhone: '+34600000000',
      partySize: 4,
      date: '2026-12-01',
      time: '20:00',
    };
    await client.createCall({ account, idempotencyKey: 'key-1', request });
    await client.createCall({ account, idempotencyKey: 'key-2', request: someRequest });
    const [full, bare] = received;
    expect(full?.method).toBe('POST');
    expect(full?.path).toBe('/v1/calls');
    expect(full?.headers['idempotency-key']).toBe('key-1');
    expect(full?.headers.authorization).toBe('Bearer token');
    expect(full?.headers['user-agent']).toMatch(/^kally-for-slack\/\d+\.\d+\.\d+ \(\+node\)$/);
    expect(JSON.parse(full?.body ?? '')).toEqual({
      timezone: 'Europe/Madrid',
      submission: {
        task_category: 'general',
        task_description: 'Ask whether they repair bikes',
        respondent_phone: '+14155550123',
        language: 'en',
        call_language: 'es',
        business_name: 'Ciclos Ana',
        user_name: 'Luis',
        user_phone: '+34600000000',
        party_size: 4,
        appointment_date: '2026-12-01',
        appointment_time: '20:00',
        additional_instructions: [
          'Empieza la llamada diciendo que eres un asistente de inteligencia artificial y que llamas de parte de Luis.',
          'Da el número de contacto solo si lo piden.',
        ],
      },
    });
    expect(Object.keys(JSON.parse(bare?.body ?? '').submission)).toHaveLength(6);
  });

  test('comes back whole', async () => {
    const { client } = await answering({
      call_id: 'call_1',
      status: 'success',
      highlights: ['Table for four'],
      next_steps: ['Be there at eight'],
      duration_seconds: 63.5,
      credits_used: 2,
      metadata: { created_at: '2026-01-28T19:00:05Z', ended_at: '2026-01-28T20:00:05+01:00' },
      submission: { respondent_phone: '+14155550123', task_description: 'Book', party_size: 4, extra: [] },
      something_new: true,
    });
    expect(await client.getCall({ account, id })).toEqual({
      id: 'call_1',
      status: 'success',
      highlights: ['Table for four'],
      nextSteps: ['Be there at eight'],
      durationSeconds: 63.5,
      creditsUsed: 2,
      createdAt: at,
      endedAt: at,
      submission: { phone: '+14155550123', task: 'Book', partySize: 4 },
    });
  });

  test.each<[string, object, object]>([
    ['nothing optional', {}, {}],
    ['everything null', { highlights: null, duration_seconds: null, metadata: null, submission: null }, {}],
    ['a status nobody documented', { status: 'ringing_out' }, { status: 'ringing_out' }],
    ['highlights as one text', { highlights: '- one\n\n• two ' }, { highlights: ['one', 'two'] }],
    ['next steps as an empty text', { next_steps: '' }, { nextSteps: [] }],
    ['a time without a zone', { metadata: { created_at: '2026-01-28T19:00:05.000123' } }, { createdAt: at }],
    ['a time with a space', { metadata: { created_at: '2026-01-28 19:00:05' } }, { createdAt: at }],
  ])('may have %s', async (_, wire, expected) => {
    const { client } = await answering({ ...someCall, ...wire });
    expect(await client.getCall({ account, id })).toEqual({
      id,
      status: 'success',
      highlights: [],
      nextSteps: [],
      ...expected,
    });
  });

  test('has times in UTC wherever this machine stands', async () => {
    vi.stubEnv('TZ', 'America/New_York');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(new Date(at).getTimezoneOffset()).toBe(300);
    const { client } = await answering({ ...someCall, metadata: { created_at: '2026-01-28T19:00:05' } });
    expect(await client.getCall({ account, id })).toMatchObject({ createdAt: at });
  });

  test.each(['a/b', '..', '../users/me/statistics', 'x?y=1', '', 'a b', '%2e%2e', 'x'.repeat(200)])(
    'with the id %j does not exist, and KallyAI is not asked',
    async (wrong) => {
      const { client, received } = await answering(someCall);
      for (const ask of [...asksAboutACall, 'rescheduleCall'] as const)
        expect(await failureOf(client[ask]({ account, id: wrong, ...someTime }))).toMatchObject({
          code: 'call_not_found',
        });
      expect(received).toEqual([]);
    },
  );
});

describe('the list', () => {
  test.each([
    ['calls', { calls: [someCall], total: 7 }, { total: 7 }],
    ['items', { items: [someCall], total: 7 }, { total: 7 }],
    ['no total', { calls: [someCall] }, {}],
  ])('is read under %s', async (_, wire, expected) => {
    const { client, received } = await answering(wire);
    const list = await client.listCalls({ account, limit: 20, offset: 40 });
    expect(list).toEqual({ calls: [{ id, status: 'success', highlights: [], nextSteps: [] }], ...expected });
    expect(received[0]?.path).toBe('/v1/calls?limit=20&offset=40');
  });
});

describe('the transcript', () => {
  const lines = [
    { speaker: 'kally', text: 'Hello', atSeconds: 0 },
    { speaker: 'business', text: 'Hi', atSeconds: 65 },
  ];
  const v1 = [
    { speaker: 'AI', content: 'Hello', timestamp: '00:00:00' },
    { speaker: 'HUMAN', content: 'Hi', timestamp: '00:01:05' },
  ];
  const v2 = [
    { role: 'assistant', text: 'Hello', timestamp: '00:00' },
    { role: 'user', text: 'Hi', timestamp: 65 },
  ];
  test.each([
    ['entries', { entries: v1 }, lines],
    ['transcript', { transcript: v2 }, lines],
    ['a bare list', v1, lines],
    ['an empty list', { entries: [] }, []],
    ['no times', [{ speaker: 'AI', text: 'Hello' }], [{ speaker: 'kally', text: 'Hello' }]],
    ['another speaker', [{ role: 'operator', text: 'Hold' }], [{ speaker: 'other', text: 'Hold' }]],
    ['no speaker', [{ text: 'Beep', speaker: null }], [{ speaker: 'other', text: 'Beep' }]],
  ])('is read from %s', async (_, wire, expected) => {
    const { client } = await answering(wire);
    expect(await client.getTranscript({ account, id })).toEqual(expected);
  });
});

describe('the recording', () => {
  test.each([
    [
      { duration_seconds: 95.2, format: 'mp3' },
      { durationSeconds: 95.2, format: 'mp3' },
    ],
    [{ duration_seconds: null, format: null }, {}],
    [{}, {}],
  ])('is an address, with %j', async (wire, expected) => {
    const url = 'https://storage.kallyai.com/recordings/1?signature=2';
    const { client, received } = await answering({ url, ...wire });
    expect(await client.getRecording({ account, id })).toEqual({ url, ...expected });
    expect(received[0]?.path).toBe('/v1/calls/call_1/recording');
  });
});

describe('a change to a call', () => {
  test('is asked for under its id, a new time with it', async () => {
    const { client, received } = await answering({});
    for (const change of changes) await client[change]({ account, id, ...someTime });
    expect(received.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', '/v1/calls/call_1/cancel', ''],
      ['POST', '/v1/calls/call_1/stop', ''],
      ['POST', '/v1/calls/call_1/reschedule', '{"date":"2026-02-15","time":"19:00"}'],
    ]);
    expect(new Set(received.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer token']));
  });

  const cancelled = { id, status: 'cancelled', highlights: [], nextSteps: [] };
  test.each<[string, number, string, object | undefined]>([
    ['the call', 200, '{"call_id":"call_1","status":"cancelled"}', cancelled],
    ['an object', 200, '{"success":true,"message":"Done"}', undefined],
    ['a call that is not one', 200, '{"call_id":7,"status":"cancelled"}', undefined],
    ['an empty object', 202, '{}', undefined],
    ['null', 200, 'null', undefined],
    ['no content', 204, '', undefined],
    ['an empty body', 200, '\n', undefined],
  ])('may be answered with %s', async (_, status, body, expected) => {
    const { url } = await serve((response) => response.writeHead(status).end(body));
    for (const change of changes)
      expect(await clientOf(url)[change]({ account, id, ...someTime })).toEqual(expected);
  });

  test.each([
    ['a page', '<html>Sign in to the hotel network</html>', undefined],
    ['a text', '"ok"', undefined],
    ['a list', '[]', undefined],
    ['a failure', '{"success":false,"message":"Dr. Private"}', 'success'],
  ])('is not taken as done when %s comes back', async (_, body, field) => {
    const { url } = await serve((response) => response.end(body));
    for (const change of changes) {
      const error = await failureOf(clientOf(url)[change]({ account, id, ...someTime }));
      expect(error).toBeInstanceOf(KallyAnswerUnreadable);
      expect((error as KallyAnswerUnreadable).field).toBe(field);
      expect(inspect(error, { depth: 9 })).not.toContain('Private');
    }
  });

  test('is refused by name when it is too late', async () => {
    const { client } = await answering({ error: { code: 'call_already_ended' } }, 409);
    for (const change of changes) {
      const error = await failureOf(client[change]({ account, id, ...someTime }));
      expect(error).toMatchObject({ code: 'call_already_ended', status: 409 });
      expect(isNotOffered(error)).toBe(false);
    }
  });
});

describe('what an account does not offer', () => {
  const v1 = (code: string) => ({ error: { code, details: { message: 'No.', reason: code } } });
  const v2 = (code: string) => ({ error: { code, message: 'No.', details: {} } });
  test.each<[string, number, unknown, boolean]>([
    ['an address nobody knows, v1', 404, v1('not_found'), true],
    ['an address nobody knows, v2', 404, v2('route_not_found'), true],
    ['a framework that was not asked', 404, { detail: 'Not Found' }, true],
    ['a page', 404, '<h1>404</h1>', true],
    ['nothing', 404, null, true],
    ['another method', 405, { detail: 'Method Not Allowed' }, true],
    ['another method, by name', 405, v2('method_not_allowed'), true],
    ['no such call, v1', 404, v1('call_not_found'), false],
    ['no such call, v2', 404, v2('call_not_found'), false],
    ['no recording', 404, v2('recording_not_found'), false],
    ['no transcript', 404, v2('transcript_not_found'), false],
    ['a missing scope', 403, v2('forbidden'), false],
    ['too late', 409, v2('not_found'), false],
    ['a bad time', 422, v2('scheduling_violation'), false],
    ['a fault', 500, 'not found', false],
  ])('%s (%i): told as such %j', async (_, status, wire, expected) => {
    const { client } = await answering(wire, status);
    for (const ask of ['getRecording', ...changes] as const)
      expect(isNotOffered(await failureOf(client[ask]({ account, id, ...someTime })))).toBe(expected);
    expect(isNotOffered(await failureOf(client.getCreditsBalance({ account })))).toBe(expected);
  });

  test('is not what could not be reached', async () => {
    const { url } = await serve((response) => response.destroy());
    expect(isNotOffered(await failureOf(clientOf(url).stopCall({ account, id })))).toBe(false);
    expect(isNotOffered(new Error('404'))).toBe(false);
    expect(isNotOffered(undefined)).toBe(false);
  });
});

describe('the account', () => {
  test('has statistics, of which any part may be missing', async () => {
    const small = { minutes_allocated: 100, minutes_used: 20, minutes_remaining: 80, calls_remaining: 5 };
    const { client } = await answering({ ...small, period_start: '2026-01-28', plan_type: null });
    expect(await client.getStatistics({ account })).toEqual({
      minutesAllocated: 100,
      minutesUsed: 20,
      minutesRemaining: 80,
      callsRemaining: 5,
      periodStart: Date.UTC(2026, 0, 28),
    });
  });

  test('has credits, of which any part may be missing', async () => {
    const { client, received } = await answering({
      credits_remaining: 458,
      credits_used: 142.5,
      credits_allocated: 600,
      plan_type: 'pro',
      period_start: '2026-01-28T19:00:05Z',
      period_end: '2026-02-28',
    });
    expect(await client.getCreditsBalance({ account })).toEqual({
      creditsRemaining: 458,
      creditsUsed: 142.5,
      creditsAllocated: 600,
      planType: 'pro',
      periodStart: at,
      periodEnd: Date.UTC(2026, 1, 28),
    });
    expect(received[0]?.path).toBe('/v1/credits/balance');
    const small = await answering({ credits_remaining: 0, plan_type: null });
    expect(await small.client.getCreditsBalance({ account })).toEqual({ creditsRemaining: 0 });
  });

  test('has a subscription', async () => {
    const { client } = await answering({
      has_active_subscription: true,
      provider: 'stripe',
      plan: { type: 'plus', period: 'monthly', minutes_included: 100 },
      status: 'active',
      expires_at: '2026-01-28T19:00:05Z',
      auto_renew: true,
      management_url: 'https://billing.stripe.com/manage',
    });
    expect(await client.getSubscription({ account })).toEqual({
      active: true,
      provider: 'stripe',
      plan: { type: 'plus', period: 'monthly', minutesIncluded: 100 },
      status: 'active',
      expiresAt: at,
      autoRenew: true,
      managementUrl: 'https://billing.stripe.com/manage',
    });
  });

  test.each([
    ['https://billing.stripe.com/p', true],
    ['https://kallyai.com/p', true],
    ['http://127.0.0.1:4000/p', true],
    ['http://localhost/p', true],
    ['http://billing.stripe.com/p', false],
    ['javascript:alert(1)', false],
    [`https://billing.stripe.com/${'x'.repeat(2000)}`, false],
    ['https://kallyai.com@evil.example/', false],
    ['//billing.stripe.com', false],
    ['', false],
  ])('shows the address %j as a button: %j', async (url, pressable) => {
    const opening = await answering({ url });
    const expected = pressable ? { url } : { field: 'url' };
    const portal = opening.client.getBillingPortal({ account });
    expect(await portal.catch((error: unknown) => error)).toMatchObject(expected);
    const recording = opening.client.getRecording({ account, id });
    expect(await recording.catch((error: unknown) => error)).toMatchObject(expected);

    const { client } = await answering({ has_active_subscription: false, management_url: url });
    expect('managementUrl' in (await client.getSubscription({ account }))).toBe(pressable);

    const refusing = await answering({ upgrade_url: url }, 402);
    const refusal = await failureOf(refusing.client.getStatistics({ account }));
    expect((refusal as KallyRefusal).upgradeUrl).toBe(pressable ? url : undefined);
  });

  test.each([
    ['https://kallyai.com/p', undefined, true],
    ['https://pay.kallyai.com/p', undefined, true],
    ['https://stripe.com.evil.example/p', undefined, false],
    ['https://notstripe.com/p', undefined, false],
    ['https://evil.example/p', undefined, false],
    ['https://evil.example/p', ['good.example'], false],
    ['https://good.example/p', ['good.example'], true],
    ['https://pay.good.example/p', ['good.example'], true],
    ['https://kallyai.com/p', ['good.example'], false],
    ['http://127.0.0.1:4000/p', ['good.example'], true],
  ] as const)('leads to %j, where %j are allowed: %j', async (address, linkHosts, mayLead) => {
    const bodies = [{ url: address }, { has_active_subscription: false, management_url: address }];
    const { url } = await serve((...asked) => json(200, bodies.shift())(...asked));
    const client = clientOf(url, { linkHosts });
    const portal = client.getBillingPortal({ account }).catch((error: unknown) => error);
    expect(await portal).toMatchObject(mayLead ? { url: address } : { field: 'url' });
    expect('managementUrl' in (await client.getSubscription({ account }))).toBe(mayLead);
    const refusing = await serve(json(402, { upgrade_url: address }));
    const refusal = await failureOf(clientOf(refusing.url, { linkHosts }).getStatistics({ account }));
    expect((refusal as KallyRefusal).upgradeUrl).toBe(mayLead ? address : undefined);
  });

  test('has a calendar file per call, as it is', async () => {
    const file = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n';
    const { url, received } = await serve((response) => response.end(file));
    expect(await clientOf(url).getCalendar({ account, id })).toBe(file);
    expect(received[0]?.path).toBe('/v1/calls/call_1/calendar.ics');
  });
});

describe('what cannot be read', () => {
  const secret = 'Dr. Private +34600111222';
  /** A client, and what it counted as left out. */
  async function counting(body: unknown) {
    const { url } = await serve(json(200, body));
    const leftOut: string[] = [];
    const metrics: HttpMetrics = {
      answered() {},
      repeated() {},
      waited() {},
      leftOut: (endpoint, fields) => void leftOut.push(...fields.map((field) => `${endpoint} ${field}`)),
    };
    return { client: clientOf(url, { metrics }), leftOut };
  }
  const bare = { id, status: 'success', highlights: [], nextSteps: [] };

  test.each<[string, object, object, string[]]>([
    ['a status that is no word', { status: { [secret]: secret } }, { status: 'unknown' }, ['status']],
    ['an overlong status', { status: 'x'.repeat(65) }, { status: 'unknown' }, ['status']],
    ['a control character', { status: 'suc\u0007cess' }, { status: 'unknown' }, ['status']],
    ['a NUL', { status: 'suc\0cess' }, {}, []],
    ['highlights of things', { highlights: [{ secret }] }, {}, ['highlights']],
    [
      'null among highlights',
      { highlights: ['one', null, 'two'] },
      { highlights: ['one', 'two'] },
      ['highlights'],
    ],
    ['a NUL among highlights', { highlights: 'o\0ne' }, { highlights: ['one'] }, []],
    ['a duration in words', { duration_seconds: secret }, {}, ['duration_seconds']],
    ['a duration as text', { duration_seconds: '58' }, {}, ['duration_seconds']],
    ['a negative duration', { duration_seconds: -1 }, {}, ['duration_seconds']],
    ['a duration of a century', { duration_seconds: 3e9 }, {}, ['duration_seconds']],
    ['a time in words', { metadata: { created_at: secret } }, {}, ['metadata.created_at']],
    [
      'an empty time',
      { metadata: { created_at: '2026-01-28T19:00:05Z', ended_at: '' } },
      { createdAt: at },
      ['metadata.ended_at'],
    ],
    ['year 1', { metadata: { ended_at: '0001-01-01T00:00:00Z' } }, {}, ['metadata.ended_at']],
    ['1970', { metadata: { created_at: 0 } }, {}, ['metadata.created_at']],
    [
      'a phone of things',
      { submission: { respondent_phone: [secret], task_description: 'Ask' } },
      { submission: { task: 'Ask' } },
      ['submission.respondent_phone'],
    ],
    [
      'no object for a submission',
      { submission: 'yes', duration_seconds: 7 },
      { durationSeconds: 7 },
      ['submission'],
    ],
  ])('of a call, such as %s, is left out and counted', async (_, wire, expected, fields) => {
    const { client, leftOut } = await counting({ ...someCall, ...wire });
    expect(await client.getCall({ account, id })).toEqual({ ...bare, ...expected });
    expect(leftOut).toEqual(fields.map((field) => `GET /v1/calls/{id} ${field}`));
  });

  test('is left out of a list row by row', async () => {
    const odd = { ...someCall, duration_seconds: '58' };
    const { client, leftOut } = await counting({
      items: [null, someCall, { status: 'busy' }, { call_id: 42 }, odd],
    });
    expect((await client.listCalls({ account, limit: 5 })).calls).toEqual([bare, bare]);
    expect(leftOut.sort()).toEqual(
      ['items', 'items.call_id', 'items.call_id', 'items.duration_seconds'].map(
        (field) => `GET /v1/calls ${field}`,
      ),
    );
  });

  test('is the whole answer if almost nothing of it can be read', async () => {
    const entries = [{ text: 'Hi' }, ...Array.from({ length: 10_001 }, () => 0)];
    const { client, leftOut } = await counting({ entries });
    expect(await failureOf(client.getTranscript({ account, id }))).toMatchObject({ field: 'entries.1' });
    expect(leftOut).toEqual([]);
  });

  test('of a recording is left out', async () => {
    const url = 'https://storage.example/1';
    const { client, leftOut } = await counting({ url, duration_seconds: secret });
    expect(await client.getRecording({ account, id })).toEqual({ url });
    expect(leftOut).toEqual(['GET /v1/calls/{id}/recording duration_seconds']);
  });

  test.each<[string, unknown, unknown]>([
    ['one entry is null', [{ text: 'Hi' }, null], [{ text: 'Hi' }]],
    ['one has no content', [{ text: 'Hi' }, { role: 'tool', content: null }], [{ text: 'Hi' }]],
    ['one is blank', [{ text: 'Hi' }, { content: ' ' }], [{ text: 'Hi' }]],
    ['a time is in words', [{ text: 'Hi', timestamp: secret }], [{ text: 'Hi' }]],
    ['a time is empty', [{ text: 'Hi', timestamp: '' }], [{ text: 'Hi' }]],
    ['a time is negative', [{ text: 'Hi', timestamp: -0.2 }], [{ text: 'Hi' }]],
    ['a time is 75:10', [{ text: 'Hi', timestamp: '75:10' }], [{ text: 'Hi' }]],
  ])('of a transcript is left out: %s', async (_, entries, expected) => {
    const { client, leftOut } = await counting({ entries });
    expect(await client.getTranscript({ account, id })).toEqual(
      (expected as object[]).map((line) => ({ speaker: 'other', ...line })),
    );
    expect(leftOut).toHaveLength(1);
  });

  const entry = (text: string, timestamp?: unknown) => ({ text, timestamp });
  test.each<[string, unknown[], string]>([
    ['in order', [entry('a', 0), entry('b', 0), entry('c', 5)], 'abc'],
    ['newest first', [entry('c', '00:05'), entry('b', '00:00'), entry('a', '00:00')], 'abc'],
    [
      'newest first, by date and time',
      [entry('b', '2026-01-28T19:00:09Z'), entry('a', '2026-01-28T19:00:05Z')],
      'ab',
    ],
    ['one out of place', [entry('a', 1), entry('c', 9), entry('b', 5), entry('d', 10)], 'abcd'],
    [
      'one out of place, and its answer without a time',
      [entry('a', 1), entry('d', 9), entry('b', 5), entry('c'), entry('e', 10)],
      'abcde',
    ],
    ['without times', [entry('b'), entry('a')], 'ba'],
  ])('lines are shown in order of time: %s', async (_, entries, expected) => {
    const { client } = await counting(entries);
    expect((await client.getTranscript({ account, id })).map(({ text }) => text).join('')).toBe(expected);
  });
});

test.each([
  ['SUCCESS', 'success'],
  ['success ', 'success'],
  ['Completed', 'success'],
  ['no-answer', 'no_answer'],
  ['noAnswer', 'no_answer'],
  ['NO ANSWER', 'no_answer'],
  ['canceled', 'cancelled'],
  ['finished', 'terminated'],
  ['In-Progress', 'in_progress'],
  ['error', 'error'],
  ['constructor', 'constructor'],
])('the status %j is %s', async (word, expected) => {
  const { client } = await answering({ ...someCall, status: word });
  expect((await client.getCall({ account, id })).status).toBe(expected);
});

test.each<[string, object, object]>([
  [
    'brief',
    {
      ...someCall,
      submission: { respondent_phone: '+14155550123', business_name: 'Bikes' },
      metadata: { created_at: '2026-01-28T19:00:05Z' },
    },
    { createdAt: at },
  ],
  [
    'flat',
    {
      ...someCall,
      to: '+14155550123',
      business_name: 'Bikes',
      created_at: at / 1000,
      ended_at: at,
      result_summary: '- Open',
    },
    { createdAt: at, endedAt: at, highlights: ['Open'] },
  ],
])('a listed call may be %s', async (_, wire, expected) => {
  const { client } = await answering({ items: [wire] });
  expect((await client.listCalls({ account, limit: 1 })).calls).toEqual([
    {
      id,
      status: 'success',
      highlights: [],
      nextSteps: [],
      submission: { phone: '+14155550123', businessName: 'Bikes' },
      ...expected,
    },
  ]);
});

describe('an answer nobody knows', () => {
  const secret = 'Dr. Private +34600111222';
  const get = (path: string) => `GET /v1/calls${path}`;
  test.each<
    [
      string,
      string,
      string | undefined,
      unknown,
      'getCall' | 'getTranscript' | 'listCalls' | 'getCalendar' | 'getRecording',
    ]
  >([
    ['a call without id', get('/{id}'), 'call_id', { status: 'success', note: secret }, 'getCall'],
    ['an id that is a path', get('/{id}'), 'call_id', { ...someCall, call_id: `../${secret}` }, 'getCall'],
    ['a text for a call', get('/{id}'), undefined, secret, 'getCall'],
    ['a list by another name', get(''), 'calls', { results: [secret] }, 'listCalls'],
    [
      'a line without text',
      get('/{id}/transcript'),
      'entries.0.content',
      { entries: [{ speaker: secret }] },
      'getTranscript',
    ],
    ['a recording nowhere', get('/{id}/recording'), 'url', { note: secret }, 'getRecording'],
    ['a calendar that is none', get('/{id}/calendar.ics'), undefined, secret, 'getCalendar'],
  ])(
    'such as %s, is named by endpoint and field, and not repeated',
    async (_, endpoint, field, wire, ask) => {
      const { client } = await answering(wire);
      const error = await failureOf(
        ask === 'listCalls' ? client.listCalls({ account, limit: 1 }) : client[ask]({ account, id }),
      );
      expect(error).toBeInstanceOf(KallyAnswerUnreadable);
      expect(error).toMatchObject({ endpoint, status: 200 });
      expect((error as KallyAnswerUnreadable).field).toBe(field);
      expect(inspect(error, { depth: 9 })).not.toContain('Private');
    },
  );

  test.each([
    ['a page', 200, '<html>Dr. Private</html>'],
    ['nothing', 204, ''],
    ['a broken object', 201, '{"call_id": "Dr. Private'],
    ['a redirect', 302, ''],
    ['an error without shape', 500, 'Dr. Private broke'],
    ['an error in another shape', 422, '{"detail":[{"loc":["Dr. Private"]}]}'],
    ['a code that is a sentence', 422, '{"error":{"code":"Dr. Private hung up"}}'],
  ])('such as %s, is an error that says nothing of it and may have dialled', async (_, status, body) => {
    const { url, received } = await serve((response) => {
      response.writeHead(status, { location: 'http://127.0.0.1:9/elsewhere' });
      response.end(body);
    });
    const error = await failureOf(
      clientOf(url).createCall({ account, idempotencyKey: 'k', request: someRequest }),
    );
    expect(error).toBeInstanceOf(KallyAnswerUnreadable);
    expect(error).toMatchObject({ endpoint: 'POST /v1/calls', status });
    expect(inspect(error, { depth: 9 })).not.toContain('Private');
    expect(surelyNotDialled(error)).toBe(false);
    expect(received).toHaveLength(1);
  });
});

test.each([
  [301, false],
  [302, false],
  [303, false],
  [307, true],
  [308, true],
])('a create that is sent elsewhere with %i surely did not dial: %j', async (status, sure) => {
  const { url, received } = await serve((response) => {
    response.writeHead(status, { location: '/v2/calls' }).end();
  });
  const error = await failureOf(
    clientOf(url).createCall({ account, idempotencyKey: 'k', request: someRequest }),
  );
  expect(surelyNotDialled(error)).toBe(sure);
  expect(received).toHaveLength(1);
});

test.each<[string, (text: string) => Buffer]>([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
])('an answer is read when it comes in %s unasked', async (encoding, encode) => {
  const { url } = await serve((response) => {
    response.writeHead(200, { 'content-encoding': encoding }).end(encode(JSON.stringify(someCall)));
  });
  expect(await clientOf(url).getCall({ account, id })).toMatchObject({ id, status: 'success' });
});

test.each<[string, string, Buffer]>([
  ['no gzip', 'gzip', Buffer.from('{}')],
  ['far too large', 'gzip', gzipSync(' '.repeat(20_000_000))],
  ['in an encoding nobody knows', 'snappy', Buffer.from('{}')],
])('an answer that is %s is unreadable', async (_, encoding, body) => {
  const { url } = await serve((response) => {
    response.writeHead(200, { 'content-encoding': encoding }).end(body);
  });
  expect(await failureOf(clientOf(url).getCall({ account, id }))).toBeInstanceOf(KallyAnswerUnreadable);
});

describe('a refusal', () => {
  const rows: [code: string, status: number][] = [
    ['quota_exceeded', 402],
    ['budget_exceeded', 402],
    ['budget_approval_required', 402],
    ['soft_cap_reached', 402],
    ['missing_phone_number', 422],
    ['emergency_number', 422],
    ['toll_number', 422],
    ['safety_violation', 422],
    ['consent_denied', 422],
    ['scheduling_violation', 422],
    ['unsupported_language', 422],
    ['country_restriction', 403],
    ['unsupported_country', 403],
    ['blocked_number', 403],
    ['suppression_violation', 403],
    ['missing_token', 401],
    ['token_expired', 401],
    ['forbidden', 403],
    ['call_not_found', 404],
    ['transcript_not_found', 404],
    ['recording_not_found', 404],
    ['rate_limited', 429],
    ['a_code_of_tomorrow', 400],
  ];
  const shapes: [string, (code: string) => object, string | undefined][] = [
    [
      'v1',
      (code) => ({ error: { code, details: { message: 'No.', reason: 'Because.' }, correlation_id: 'c-1' } }),
      'Because.',
    ],
    ['v2', (code) => ({ error: { code, message: 'No.', details: {}, correlation_id: 'c-1' } }), 'No.'],
    [
      'v2 with a list of details',
      (code) => ({ error: { code, message: 'No.', details: [{}], correlation_id: 'c-1' } }),
      'No.',
    ],
    [
      'v2 with nulls',
      (code) => ({ error: { code, message: null, details: null, correlation_id: 'c-1' } }),
      undefined,
    ],
  ];
  const cases = rows.flatMap(([code, status]) =>
    shapes.map(([shape, wire, reason]) => [code, status, shape, wire(code), reason] as const),
  );
  test.each(cases)('%s (%i, %s) is kept and surely did not dial', async (code, status, _, wire, reason) => {
    const { client } = await answering(wire, status);
    const error = await failureOf(client.createCall({ account, idempotencyKey: 'k', request: someRequest }));
    expect(error).toBeInstanceOf(KallyRefusal);
    expect(error).toMatchObject({ code, status, correlationId: 'c-1', endpoint: 'POST /v1/calls' });
    expect((error as KallyRefusal).reason).toBe(reason);
    expect(surelyNotDialled(error)).toBe(true);
  });

  test.each<[string, number, unknown, object]>([
    [
      'bare 402',
      402,
      {
        plan_type: 'free',
        minutes_allocated: 5,
        minutes_used: 5,
        upgrade_url: 'https://kallyai.com/pricing',
      },
      { code: 'quota_exceeded', upgradeUrl: 'https://kallyai.com/pricing' },
    ],
    [
      '402 with the address inside',
      402,
      { error: { code: 'quota_exceeded', details: { upgrade_url: 'https://kallyai.com/pricing' } } },
      { code: 'quota_exceeded', upgradeUrl: 'https://kallyai.com/pricing' },
    ],
    ['401 of a gateway', 401, 'Unauthorized', { code: 'token_expired' }],
    ['429 of a gateway', 429, 'Slow down', { code: 'rate_limited' }],
    [
      'OAuth error',
      400,
      { error: 'invalid_grant', error_description: 'Used.' },
      { code: 'invalid_grant', reason: 'Used.' },
    ],
  ])('may be a %s', async (_, status, wire, expected) => {
    const { client } = await answering(wire, status);
    const error = await failureOf(client.createCall({ account, idempotencyKey: 'k', request: someRequest }));
    expect(error).toBeInstanceOf(KallyRefusal);
    expect(error).toMatchObject({ status, ...expected });
    expect(surelyNotDialled(error)).toBe(true);
  });

  test.each([408, 409, 425, 500, 502, 503, 504])('of status %i may have dialled', async (status) => {
    const { client, received } = await answering({ error: { code: 'internal', details: {} } }, status);
    const error = await failureOf(client.createCall({ account, idempotencyKey: 'k', request: someRequest }));
    expect(error).toMatchObject({ code: 'internal', status });
    expect(surelyNotDialled(error)).toBe(false);
    expect(received).toHaveLength(1);
  });

  test.each<[string, () => string, number | undefined]>([
    ['seconds', () => '7', 7],
    ['a date', () => new Date(Date.now() + 30_000).toUTCString(), 30],
    ['a date that has passed', () => new Date(0).toUTCString(), 0],
    ['no time', () => 'soon', undefined],
    ['more than an hour', () => '999999999', 3600],
    ['more digits than a number has', () => '9'.repeat(400), 3600],
    ['a date next year', () => new Date(Date.now() + 3e10).toUTCString(), 3600],
  ])('with %s in Retry-After waits as asked', async (_, retryAfter, seconds) => {
    const { url } = await serve(json(429, {}, { 'retry-after': retryAfter() }));
    const error = await failureOf(
      clientOf(url).createCall({ account, idempotencyKey: 'k', request: someRequest }),
    );
    const got = (error as KallyRefusal).retryAfterSeconds;
    if (seconds === undefined) expect(got).toBeUndefined();
    else expect(Math.abs((got ?? -9) - seconds)).toBeLessThanOrEqual(1);
  });

  test("keeps KallyAI's words out of what a log prints of it", async () => {
    const wire = { error: { code: 'suppression_violation', message: '+34600111222 asked not to be called' } };
    const { client } = await answering(wire, 403);
    const error = await failureOf(client.createCall({ account, idempotencyKey: 'k', request: someRequest }));
    expect((error as KallyRefusal).reason).toContain('+34600111222');
    expect(inspect(error, { showHidden: true })).not.toContain('600111222');
    expect(JSON.stringify(error)).not.toContain('600111222');
  });
});
