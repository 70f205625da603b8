import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answered, type Asked, forward, read, write } from './http-proxy.ts';
import type { Replica } from './replica.ts';
import { markIn } from './traffic.ts';

const unavailable: Answered = { status: 503, headers: {}, body: 'no replica is ready\n' };

/** What stands before the replicas: hands each request to the next one that is ready, and some of Slack's to several at once. */
export async function startBalancer({
  replicas,
  deliveriesOf,
}: {
  replicas: () => readonly Replica[];
  /** How often Slack delivers the submission of a form. */
  deliveriesOf: (mark: string) => number;
}) {
  let turn = 0;
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const asked = await read(request);
    const times = timesOf(asked);
    const answers = Array.from({ length: times }, () => hand(asked));
    // Slack looks at one answer; whether the others came is between it and the app.
    for (const other of answers.slice(1)) other.catch(() => {});
    write(response, (await answers[0]) ?? unavailable);
  }

  function timesOf({ body }: Asked): number {
    const text = decodeURIComponent(body.replaceAll('+', ' '));
    const mark = text.includes('"view_submission"') ? markIn(text) : undefined;
    return mark ? deliveriesOf(mark) : 1;
  }

  async function hand(asked: Asked): Promise<Answered> {
    const ready = replicas().filter((replica) => replica.isReady());
    const replica = ready[turn++ % ready.length];
    return replica ? forward(`http://127.0.0.1:${replica.port}`, asked) : unavailable;
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
