import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';

/**
 * Serves the metrics at an address of their own. At the public address, a reverse proxy that forwards everything would show them to
 * everybody.
 */
export function createMetricsServer({
  read,
  log,
}: {
  read: () => Promise<{ type: string; text: string }>;
  log: Logger;
}) {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    read().then(
      ({ type, text }) => response.writeHead(200, { 'content-type': type }).end(text),
      (error: unknown) => {
        log.error({ err: error }, 'the figures could not be told');
        response.writeHead(500).end();
      },
    );
  });

  return {
    async listen(address: { host: string; port: number }): Promise<{ port: number }> {
      await new Promise<void>((listening, failed) => {
        server.once('error', failed);
        server.listen(address, listening);
      });
      return { port: (server.address() as AddressInfo).port };
    },
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}
