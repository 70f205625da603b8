import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Milliseconds since the epoch, comparable between the processes of one machine. */
export function clockMs(): number {
  return performance.timeOrigin + performance.now();
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) body += chunk as string;
  return body;
}

export function reply(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/** Serves on loopback and tells the process that started this one where. */
export function serve(handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>): void {
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 120_000 }, (request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1', 65_535, () =>
    process.send?.({ ready: (server.address() as AddressInfo).port }),
  );
}
