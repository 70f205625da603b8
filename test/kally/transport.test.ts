import { createRequire } from 'node:module';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';
import { buildConnector, Client } from 'undici';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from '../../src/domain/clock.ts';
import { once, openConnections } from '../../src/kally/connections.ts';
import { type Endpoint, endpoints } from '../../src/kally/endpoints.ts';
import {
  KallyAnswerUnreadable,
  KallyRefusal,
  KallyUnreachable,
  surelyNotDialled,
} from '../../src/kally/errors.ts';
import type { TokenSource } from '../../src/kally/http.ts';
import {
  accountWith,
  clientOf,
  failureOf,
  hurriedClock,
  json,
  type Reply,
  serve,
  someCall,
  someRequest,
} from '../support/kally-server.ts';

const account = accountWith('token');
const create = { account, idempotencyKey: 'key', request: someRequest };
const id = 'call_1';

/** A server below HTTP: what it does with a socket is all there is. */
async function serveSockets(
  onSocket: (socket: Socket) => void,
): Promise<{ url: string; port: number; count: () => number }> {
  let sockets = 0;
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    sockets++;
    open.add(socket);
    socket.on('error', () => {});
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, count: () => sockets };
}

const destroy: Reply = (response) => response.destroy();
const ok: Reply = json(200, { ...someCall, has_active_subscription: false, calls: [] });
const refusing = (status: number, headers = {}) => json(status, { error: { code: 'some_code' } }, headers);

/** Answers with each reply in turn, the last one for ever. */
function inTurn(...replies: Reply[]): Reply {
  return (response, received, nth) => replies[Math.min(nth, replies.length) - 1]?.(response, received, nth);
}

describe('whether a lost create may have dialled', () => {
  async function createAt(url: string) {
    return failureOf(clientOf(url).createCall(create));
  }

  test('no: it may no longer leave when the connection is open', async () => {
    const { url, received } = await serve(ok);
    const beforeSending = async () => Promise.reject(new Error('another run has the call'));
    const error = await failureOf(clientOf(url).createCall({ ...create, beforeSending }));
    expect(surelyNotDialled(error)).toBe(true);
    expect(received).toEqual([]);
  });

  test('it leaves when it still may, and is asked once', async () => {
    const { url, received } = await serve(ok);
    let asked = 0;
    const beforeSending = async () => {
      asked += 1;
      expect(received).toEqual([]);
    };
    await clientOf(url).createCall({ ...create, beforeSending });
    expect([asked, received.length]).toEqual([1, 1]);
  });

  test('no: connection refused', async () => {
    const { url, server } = await serve(ok);
    await new Promise((resolve) => server.close(resolve));
    const error = await createAt(url);
    expect(error).toBeInstanceOf(KallyUnreachable);
    expect(error).toMatchObject({ mayHaveArrived: false, endpoint: 'POST /v1/calls' });
    expect((error as KallyUnreachable).cause).toMatchObject({ code: 'ECONNREFUSED' });
    expect(surelyNotDialled(error)).toBe(true);
  });

  test('no: a name that does not resolve', async () => {
    const error = await createAt('http://kally.invalid');
    expect(error).toMatchObject({ mayHaveArrived: false });
  });

  test('no: a TLS handshake that fails', async () => {
    const { port } = await serveSockets((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await createAt(`https://127.0.0.1:${port}`)).toMatchObject({ mayHaveArrived: false });
  });

  test('no: a server that hangs up during the TLS handshake', async () => {
    const { port } = await serveSockets((socket) => socket.once('data', () => socket.destroy()));
    const error = await createAt(`https://127.0.0.1:${port}`);
    expect((error as KallyUnreachable).cause).toMatchObject({ code: 'ECONNRESET' });
    expect(error).toMatchObject({ mayHaveArrived: false });
  });

  test('no: a caller that gave up before anything was sent', async () => {
    const { url, received } = await serve(ok);
    const error = await failureOf(clientOf(url).createCall({ ...create, signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ mayHaveArrived: false });
    expect(received).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['its own error', new Error('not linked')],
    [
      'an unclear failure of KallyAI',
      new KallyUnreachable({ endpoint: 'POST /v1/auth/refresh', mayHaveArrived: true }),
    ],
  ])('no: no token, with %s, which rises as it is', async (_, thrown) => {
    const { url } = await serve(refusing(401));
    const failing = async (): Promise<string> => Promise.reject(thrown);
    const sources: TokenSource[] = [
      { current: failing, renew: failing },
      { current: async () => 'old', renew: failing },
    ];
    for (const source of sources) {
      const error = await failureOf(clientOf(url).createCall({ ...create, account: source }));
      expect(error).toBe(thrown);
      expect(surelyNotDialled(error)).toBe(true);
    }
  });

  test.each<[string, (socket: Socket) => void]>([
    ['a reset after sending', (socket) => socket.once('data', () => socket.resetAndDestroy())],
    ['a close after sending', (socket) => socket.once('data', () => socket.end())],
    ['a close on connecting', (socket) => socket.end()],
    ['an answer cut in its headers', (socket) => socket.once('data', () => socket.end('HTTP/1.1 201 Crea'))],
    [
      'an answer cut in its body',
      (socket) =>
        socket.once('data', () => socket.end('HTTP/1.1 201 Created\r\ncontent-length: 99\r\n\r\n{"call_id"')),
    ],
    [
      'an answer cut in a chunk',
      (socket) =>
        socket.once('data', () =>
          socket.end('HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\n9\r\n{"call'),
        ),
    ],
  ])('perhaps: %s, and it is never sent again', async (_, onSocket) => {
    const { url, count } = await serveSockets(onSocket);
    const error = await createAt(url);
    expect(error).toBeInstanceOf(KallyUnreachable);
    expect(error).toMatchObject({ mayHaveArrived: true });
    expect(surelyNotDialled(error)).toBe(false);
    await delay(50);
    expect(count()).toBe(1);
  });

  test.each([
    ['what answers is not HTTP', 'Dr. Private\r\n\r\n'],
    ['a chunk without its size', 'HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\nDr. Private\r\n'],
    ['headers without end', `HTTP/1.1 201 Created\r\nx: Dr. Private ${'x'.repeat(40_000)}`],
  ])('perhaps: %s, and none of it is told', async (_, text) => {
    const { url } = await serveSockets((socket) => socket.once('data', () => socket.end(text)));
    const error = await createAt(url);
    expect(error).toBeInstanceOf(KallyAnswerUnreadable);
    expect(surelyNotDialled(error)).toBe(false);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('Private');
  });

  test('perhaps: a caller that gave up while it was under way', async () => {
    const giveUp = new AbortController();
    const { url } = await serve(() => giveUp.abort(new Error('stopping')));
    const error = await failureOf(clientOf(url).createCall({ ...create, signal: giveUp.signal }));
    expect(error).toMatchObject({ mayHaveArrived: true, cause: new Error('stopping') });
  });

  test('perhaps: a client that was closed while it was under way', async () => {
    const { url } = await serve(() => void client.close());
    const client = clientOf(url);
    expect(await failureOf(client.createCall(create))).toMatchObject({ mayHaveArrived: true });
    expect(surelyNotDialled(await failureOf(client.createCall(create)))).toBe(true);
    expect(await failureOf(client.getCall({ account, id }))).toMatchObject({ mayHaveArrived: false });
  });
});

test('a connection for one request is never a second one, whatever undici makes of a failure', async () => {
  const { url, received } = await serve(ok);
  const client = new Client(url, { connect: once(buildConnector({})), pipelining: 0 });
  onTestFinished(() => client.destroy());
  const ask = async () => (await client.request({ method: 'POST', path: '/' })).body.text();
  await ask();
  expect(await failureOf(ask())).toEqual(new Error('The connection was used before'));
  expect(received).toHaveLength(1);
});

describe('time limits', () => {
  test('are ten minutes for a create and seconds for everything else', () => {
    const { createCall, ...others } = endpoints;
    expect(createCall.timeoutMs).toBe(600_000);
    for (const endpoint of Object.values(others)) expect(endpoint.timeoutMs).toBe(15_000);
  });

  test.each(['never', 'freely'] as const)(
    'end what gets no answer, when it is repeated %s',
    async (repeat) => {
      const { url } = await serve((response) => response.write('{'));
      const connections = openConnections(url);
      onTestFinished(() => connections.close());
      const endpoint: Endpoint = { ...endpoints.createCall, repeat, timeoutMs: 80 };
      const error = await failureOf(
        connections.exchange(endpoint, { url: new URL(url), headers: {}, body: null }),
      );
      expect(error).toMatchObject({ mayHaveArrived: true, cause: { message: 'No answer within 0.08 s' } });
    },
  );

  test('leave a create alone that takes longer than undici would wait', async () => {
    // undici counts its 300 s for headers, and again for the body, on a timer that its own tests can push on.
    const { tick } = createRequire(import.meta.url)('undici/lib/util/timers.js') as {
      tick: (ms: number) => void;
    };
    const pass = (ms: number) => {
      tick(0);
      tick(ms);
    };
    const { url } = await serve(async (response) => {
      await delay(20);
      pass(590_000);
      response.writeHead(201).write('{"call_id":"call_1",');
      await delay(20);
      pass(590_000);
      await delay(20);
      response.end('"status":"success"}');
    });
    expect(await clientOf(url).createCall(create)).toMatchObject({ id, status: 'success' });
  });
});

describe('connections', () => {
  test('are shared by reads and never by creates', async () => {
    const ports: [string, number | undefined][] = [];
    const { url } = await serve((response, received, nth) => {
      ports.push([received.method, response.socket?.remotePort]);
      ok(response, received, nth);
    });
    const client = clientOf(url);
    for (let n = 0; n < 3; n++) {
      await client.getCall({ account, id });
      await client.createCall(create);
    }
    const used = (method: string) => new Set(ports.filter(([by]) => by === method).map(([, port]) => port));
    expect(used('GET').size).toBe(1);
    expect(used('POST').size).toBe(3);
    expect(used('POST')).not.toContain([...used('GET')][0]);
  });

  test('are enough for a thousand creates at once, while reads go on', async () => {
    const waiting: (() => void)[] = [];
    const allWait = Promise.withResolvers<void>();
    const { url } = await serve((response, received, nth) => {
      if (received.method === 'GET') return ok(response, received, nth);
      if (waiting.push(() => ok(response, received, nth)) === 1000) allWait.resolve();
    });
    const client = clientOf(url);
    const calls = Array.from({ length: 1000 }, async () => client.createCall(create));
    await allWait.promise;
    expect(await client.getCall({ account, id })).toMatchObject({ id });
    for (const answer of waiting) answer();
    expect(await Promise.all(calls)).toHaveLength(1000);
  });

  test('carry answers up to a size', async () => {
    const { url, received } = await serve((response) => response.end(`"${'x'.repeat(6 * 1024 * 1024)}"`));
    const error = await failureOf(clientOf(url).getTranscript({ account, id }));
    expect(error).toBeInstanceOf(KallyAnswerUnreadable);
    expect(String(error)).toContain('GET /v1/calls/{id}/transcript answered, unreadable: too large');
    expect(received).toHaveLength(1);
  });

  test('do not follow a redirect', async () => {
    const { url, received } = await serve((response) =>
      response.writeHead(307, { location: '/v1/other' }).end(),
    );
    expect(await failureOf(clientOf(url).getStatistics({ account }))).toMatchObject({ status: 307 });
    expect(received).toHaveLength(1);
  });

  test('go below the path of the base address', async () => {
    const { url, received } = await serve(ok);
    await clientOf(`${url}/behind/a/proxy/`).getCall({ account, id });
    expect(received[0]?.path).toBe('/behind/a/proxy/v1/calls/call_1');
  });

  test('offer HTTP/1.1 alone, so that requests never share one', async () => {
    const hello = Promise.withResolvers<string>();
    const { port } = await serveSockets((socket) =>
      socket.once('data', (bytes: Buffer) => {
        hello.resolve(bytes.toString('latin1'));
        socket.destroy();
      }),
    );
    await failureOf(clientOf(`https://127.0.0.1:${port}`).createCall(create));
    expect(await hello.promise).toContain('http/1.1');
    expect(await hello.promise).not.toContain('\x02h2');
  });

  test.each(['ftp://kally.example', 'file:///etc/passwd', 'kally'])('are not opened to %s', (base) => {
    expect(() => clientOf(base)).toThrow(TypeError);
  });
});

describe('sent again', () => {
  const reads = {
    getCall: (client: ReturnType<typeof clientOf>) => client.getCall({ account, id }),
    listCalls: (client: ReturnType<typeof clientOf>) => client.listCalls({ account, limit: 1 }),
    getSubscription: (client: ReturnType<typeof clientOf>) => client.getSubscription({ account }),
    getRecording: (client: ReturnType<typeof clientOf>) => client.getRecording({ account, id }),
    getCreditsBalance: (client: ReturnType<typeof clientOf>) => client.getCreditsBalance({ account }),
  };
  const endings = {
    cancelCall: (client: ReturnType<typeof clientOf>) => client.cancelCall({ account, id }),
    stopCall: (client: ReturnType<typeof clientOf>) => client.stopCall({ account, id }),
  };
  const moves = {
    rescheduleCall: (client: ReturnType<typeof clientOf>) =>
      client.rescheduleCall({ account, id, date: '2027-05-04', time: '20:30' }),
  };
  const signIns = {
    exchange: (client: ReturnType<typeof clientOf>) =>
      client.oauth.exchangeCode({ code: 'c', redirectUri: 'r' }),
    refresh: (client: ReturnType<typeof clientOf>) =>
      client.oauth.refresh({ refreshToken: 'r', grant: 'code' }),
    terminal: (client: ReturnType<typeof clientOf>) =>
      client.oauth.refresh({ refreshToken: 'r', grant: 'terminal' }),
  };
  const creates = { create: (client: ReturnType<typeof clientOf>) => client.createCall(create) };
  const every = [
    ...Object.entries({ ...reads, ...endings }).map(([name, ask]) => [name, 'freely', ask] as const),
    ...Object.entries({ ...signIns, ...moves }).map(([name, ask]) => [name, 'unspent', ask] as const),
    ...Object.entries(creates).map(([name, ask]) => [name, 'never', ask] as const),
  ];
  const failures: [string, Reply, { freely: number; unspent: number; never: number }][] = [
    ['a lost answer', destroy, { freely: 3, unspent: 1, never: 1 }],
    ['429', refusing(429), { freely: 3, unspent: 3, never: 1 }],
    ['502', refusing(502), { freely: 3, unspent: 1, never: 1 }],
    ['503', json(503, 'no shape'), { freely: 3, unspent: 1, never: 1 }],
    ['504', refusing(504), { freely: 3, unspent: 1, never: 1 }],
    ['500', refusing(500), { freely: 1, unspent: 1, never: 1 }],
    ['404', refusing(404), { freely: 1, unspent: 1, never: 1 }],
    ['422', refusing(422), { freely: 1, unspent: 1, never: 1 }],
    ['an unreadable answer', json(200, 'no shape'), { freely: 1, unspent: 1, never: 1 }],
  ];
  const cases = every.flatMap(([name, repeat, ask]) =>
    failures.map(([failure, reply, times]) => [name, failure, times[repeat], ask, reply] as const),
  );
  const oauth = { clientId: 'app', clientSecret: 'secret' };

  test.each(cases)('%s after %s: %i in all', async (_, __, times, ask, reply) => {
    const { url, received } = await serve(reply);
    await failureOf(ask(clientOf(url, { oauth })));
    expect(received).toHaveLength(times);
  });

  test.each(every)('%s (%s) when no connection stands', async (_, repeat, ask) => {
    const { url, server } = await serve(ok);
    await new Promise((resolve) => server.close(resolve));
    const clock = hurriedClock();
    expect(await failureOf(ask(clientOf(url, { oauth, clock })))).toMatchObject({ mayHaveArrived: false });
    expect(clock.waits).toHaveLength(repeat === 'never' ? 0 : 2);
  });

  test('is a read until it is answered, after waits that grow and differ', async () => {
    const clock = hurriedClock();
    const { url, received } = await serve(inTurn(destroy, refusing(503), ok));
    expect(await clientOf(url, { clock }).getCall({ account, id })).toMatchObject({ id });
    expect(received).toHaveLength(3);
    const [first = 0, second = 0] = clock.waits;
    expect(first).toBeGreaterThanOrEqual(250);
    expect(first).toBeLessThan(750);
    expect(second).toBeGreaterThanOrEqual(500);
    expect(second).toBeLessThan(1500);
  });

  test('is a read when Retry-After says, unless that is too far away', async () => {
    const clock = hurriedClock();
    const soon = await serve(inTurn(refusing(429, { 'retry-after': '3' }), ok));
    await clientOf(soon.url, { clock }).getCall({ account, id });
    expect(clock.waits).toEqual([3000]);

    const late = await serve(refusing(429, { 'retry-after': '60' }));
    const error = await failureOf(clientOf(late.url, { clock }).getCall({ account, id }));
    expect(error).toMatchObject({ code: 'some_code', retryAfterSeconds: 60 });
    expect(late.received).toHaveLength(1);
  });

  test('is a stop whose answer was lost, and then the refusal of the second try rises', async () => {
    const { url, received } = await serve(inTurn(destroy, refusing(409)));
    expect(await failureOf(clientOf(url).stopCall({ account, id }))).toMatchObject({ status: 409 });
    expect(received).toHaveLength(2);
  });

  test('is no read of a caller that gave up while it was under way', async () => {
    const giveUp = new AbortController();
    const clock = hurriedClock();
    const { url } = await serve(() => giveUp.abort(new Error('stopping')));
    const asking = clientOf(url, { clock }).getCall({ account, id, signal: giveUp.signal });
    expect(await failureOf(asking)).toMatchObject({ cause: new Error('stopping') });
    expect(clock.waits).toEqual([]);
  });

  test('is no read of a client that was closed', async () => {
    const clock = hurriedClock();
    const { url } = await serve(() => void client.close());
    const client = clientOf(url, { clock });
    await failureOf(client.getCall({ account, id }));
    expect(clock.waits).toEqual([]);
  });

  test('is no read of a caller that gave up while waiting', async () => {
    const giveUp = new AbortController();
    const { url, received } = await serve(refusing(503));
    const asking = clientOf(url, { clock: systemClock }).getCall({ account, id, signal: giveUp.signal });
    await vi.waitFor(() => expect(received).toHaveLength(1));
    await delay(20);
    giveUp.abort(new Error('stopping'));
    expect(await failureOf(asking)).toEqual(new Error('stopping'));
    expect(received).toHaveLength(1);
  });
});

describe('a token that KallyAI rejects', () => {
  const unlessNew: Reply = (response, received, nth) => {
    const reply = received.headers.authorization === 'Bearer new' ? ok : refusing(401);
    reply(response, received, nth);
  };

  test('is renewed once and the request sent once more, a create with its key', async () => {
    const { url, received } = await serve(unlessNew);
    const source = accountWith('old', 'new');
    expect(await clientOf(url).createCall({ ...create, account: source })).toMatchObject({ id });
    expect(source.rejected).toEqual(['old']);
    expect(received.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
    expect(received.map(({ headers }) => headers['idempotency-key'])).toEqual(['key', 'key']);
    expect(received[1]?.body).toBe(received[0]?.body);
  });

  test('is not renewed twice', async () => {
    const { url, received } = await serve(unlessNew);
    const source = accountWith('old', 'older');
    const error = await failureOf(clientOf(url).getStatistics({ account: source }));
    expect(error).toBeInstanceOf(KallyRefusal);
    expect(error).toMatchObject({ status: 401 });
    expect(source.rejected).toEqual(['old']);
    expect(received).toHaveLength(2);
  });

  test('is not renewed for a missing scope', async () => {
    const { url } = await serve(refusing(403));
    const source = accountWith('old', 'new');
    await failureOf(clientOf(url).getTranscript({ account: source, id }));
    expect(source.rejected).toEqual([]);
  });
});
