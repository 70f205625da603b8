// Stands before the database: counts what is asked of it, and makes it slow.
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { answerAsks } from './asks.ts';

const target = new URL(process.argv[2] ?? '');
let statements = 0;
let delayMs = 0;

answerAsks({
  statements: () => statements,
  delay: (ms: number) => {
    delayMs = ms;
  },
});

const server = createServer((client) => {
  const upstream = connect(Number(target.port), target.hostname);
  client.on('data', counter());
  void relay(client, upstream);
  void relay(upstream, client, () => delayMs);
});
server.listen(0, '127.0.0.1', () => process.send?.({ ready: (server.address() as AddressInfo).port }));

async function relay(from: Socket, to: Socket, delay = () => 0): Promise<void> {
  from.on('error', () => to.destroy());
  try {
    for await (const chunk of from as AsyncIterable<Buffer>) {
      if (delay() > 0) await pause(delay());
      to.write(chunk);
    }
  } catch {
    // Cut off; the other side is, too.
  }
  to.destroy();
}

/** Counts the messages of a client that make the server do something: a simple query, or an execution of a prepared one. */
function counter(): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  let isStarting = true;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = isStarting ? 4 : 5;
      if (rest.length < head) return;
      const length = rest.readInt32BE(head - 4) + (isStarting ? 0 : 1);
      if (rest.length < length) return;
      const type = String.fromCharCode(rest[0] ?? 0);
      if (!isStarting && (type === 'Q' || type === 'E')) statements += 1;
      isStarting = false;
      rest = rest.subarray(length);
    }
  };
}
