import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Delivery, Outcome } from './delivery.ts';
import { botIds } from './world.ts';

// The SDK's client gives a connection up when 30 s pass without a ping from the server.
const pingIntervalMs = 10_000;
const closingLimitMs = 500;
const socketPath = '/link/';

export type Sockets = ReturnType<typeof createSockets>;

/** Socket Mode's side of Slack: https://docs.slack.dev/apis/events-api/using-socket-mode */
export function createSockets({ changed }: { changed: () => void }) {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const waiting = new Map<string, (body: unknown) => void>();
  const pinging = setInterval(() => {
    for (const socket of open) socket.ping();
  }, pingIntervalMs).unref();
  let turn = 0;

  function issueUrl(baseUrl: string): string {
    const ticket = randomUUID();
    tickets.add(ticket);
    return `${baseUrl.replace('http', 'ws')}${socketPath}?ticket=${ticket}&app_id=${botIds.appId}`;
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
    const url = new URL(request.url ?? '/', 'http://localhost');
    // A ticket opens one connection.
    if (url.pathname !== socketPath || !tickets.delete(url.searchParams.get('ticket') ?? '')) {
      socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
      return;
    }
    server.handleUpgrade(request, socket, head, welcome);
  }

  function welcome(socket: WebSocket) {
    open.push(socket);
    socket.on('message', (data: Buffer) => receive(data.toString()));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      open.splice(open.indexOf(socket), 1);
      changed();
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open.length,
        connection_info: { app_id: botIds.appId },
        debug_info: { host: 'sandbox', approximate_connection_time: 18_060 },
      }),
    );
    changed();
  }

  function receive(text: string) {
    const { envelope_id: id, payload } = JSON.parse(text) as { envelope_id?: string; payload?: unknown };
    if (!id) return;
    waiting.get(id)?.(payload);
    waiting.delete(id);
  }

  /** Slack sends each envelope to one of an app's connections. */
  const nextSocket = () => open[turn++ % Math.max(open.length, 1)];

  const deliver = (delivery: Delivery, late: AbortSignal) => deliverEnvelope(contents(delivery), late);

  async function deliverEnvelope(content: object, late: AbortSignal): Promise<Outcome> {
    const socket = nextSocket();
    if (!socket) return { ok: false, error: 'dispatch_failed' };
    const id = randomUUID();
    const ack = Promise.withResolvers<Outcome>();
    waiting.set(id, (body) => ack.resolve({ ok: true, body: isEmptyAck(body) ? undefined : body }));
    socket.send(JSON.stringify({ envelope_id: id, ...content }));
    late.addEventListener('abort', () => ack.resolve({ ok: false, error: 'operation_timeout' }));
    const outcome = await ack.promise;
    waiting.delete(id);
    return outcome;
  }

  return {
    issueUrl,
    upgrade,
    deliver,
    deliverEnvelope,
    /** A frame as it stands, which nobody is waited for to acknowledge. */
    sendFrame: (text: string) => nextSocket()?.send(text),
    count: () => open.length,
    /** Tells every connection to come again, as Slack does every few hours. */
    refresh() {
      for (const socket of open) {
        socket.send(
          JSON.stringify({
            type: 'disconnect',
            reason: 'refresh_requested',
            debug_info: { host: 'sandbox' },
          }),
        );
      }
    },
    async stop() {
      clearInterval(pinging);
      const closed = open.map((socket) => once(socket, 'close'));
      for (const socket of open) socket.close(1001);
      await Promise.race([Promise.all(closed), setTimeout(closingLimitMs)]);
      for (const socket of open) socket.terminate();
      server.close();
    },
  };
}

function contents({ kind, payload, retry }: Delivery) {
  return {
    type: kind,
    accepts_response_payload: kind !== 'events_api',
    payload,
    ...(kind === 'events_api' ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' } : {}),
  };
}

const isEmptyAck = (body: unknown) =>
  body === '' || (typeof body === 'object' && body !== null && Object.keys(body).length === 0);
