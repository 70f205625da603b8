import { once } from 'node:events';
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';

const slackLink = /slack:\/\/[^"'<>\s]*/g;

/**
 * The app's address for browsers. Its pages lead on into the Slack app, and no such app is installed here: on their way those links
 * are turned to the playground's page.
 */
export async function openAppDoor({
  port,
  appPort,
  pageUrl,
}: {
  port: number;
  appPort: number;
  pageUrl: string;
}) {
  const server = createServer((request, response) => pass(request, response));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  function pass(request: IncomingMessage, response: ServerResponse): void {
    const { method, url, headers } = request;
    const asked = ask({ host: '127.0.0.1', port: appPort, method, path: url, headers });
    asked.once('response', (answer) => void hand(answer, response).catch(() => response.destroy()));
    asked.once('error', () => {
      if (!response.headersSent)
        response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '1' });
      response.end('The app is not running at the moment. Try again in a second.');
    });
    request.pipe(asked);
  }

  async function hand(answer: IncomingMessage, response: ServerResponse): Promise<void> {
    const { statusCode = 502, headers } = answer;
    if (!headers['content-type']?.startsWith('text/html')) {
      response.writeHead(statusCode, headers);
      answer.pipe(response);
      return;
    }
    const chunks = await answer.toArray();
    const body = Buffer.concat(chunks).toString().replace(slackLink, turned);
    const { 'content-length': _, 'transfer-encoding': __, ...others } = headers;
    response.writeHead(statusCode, { ...others, 'content-length': Buffer.byteLength(body) });
    response.end(body);
  }

  const turned = (link: string): string =>
    `${pageUrl}/open?${new URLSearchParams({ to: link.replaceAll('&amp;', '&') })}`;

  return {
    async stop(): Promise<void> {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
