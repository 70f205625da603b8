import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Harm } from './points.ts';

/** What a connection to Postgres carries; `memory` is kept for as long as the connection stands. */
export type StatementWatcher = (
  phase: 'going' | 'answered',
  statement: string,
  memory: Map<string, string>,
  /** The beginning of what Postgres answers. */
  reply: string,
) => Harm | undefined;

/**
 * Stands between one replica and Postgres. Statements are recognised in the bytes themselves: the driver writes each, with its values in
 * clear, in one piece.
 */
export async function startDatabaseProxy({
  port,
  watch = () => undefined,
  aheadMs = () => 0,
}: {
  port: () => number;
  watch?: StatementWatcher;
  /** How far the right time is ahead of the machine's. */
  aheadMs?: () => number;
}) {
  const pairs = new Set<{ client: Socket; server: Socket }>();
  let silences = 0;
  const proxy = createServer((client) => join(client));
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');

  function join(client: Socket) {
    const server = connect({ port: port(), host: '127.0.0.1' });
    const pair = { client, server };
    const memory = new Map<string, string>();
    let asked: string | undefined;
    pairs.add(pair);
    const end = () => {
      client.destroy();
      server.destroy();
      pairs.delete(pair);
    };
    for (const socket of [client, server]) socket.setNoDelay(true).on('error', end).on('close', end);
    const isEnd = (harm: Harm | undefined) => harm === 'kill' || harm === 'cut the database';

    client.on('data', (chunk: Buffer) => {
      if (silences > 0) return;
      asked = chunk.toString('latin1');
      if (isEnd(watch('going', asked, memory, ''))) end();
      else if (silences === 0) server.write(chunk);
    });
    server.on('data', (chunk: Buffer) => {
      if (silences > 0) return;
      const harm =
        asked === undefined ? undefined : watch('answered', asked, memory, chunk.toString('latin1'));
      const isTime = asked?.includes('"nowMs"') === true;
      asked = undefined;
      if (isEnd(harm)) end();
      else if (silences === 0) client.write(isTime ? rightTime(chunk, aheadMs()) : chunk);
    });
  }

  function cut() {
    for (const { client, server } of pairs) {
      client.destroy();
      server.destroy();
    }
  }

  return {
    port: (proxy.address() as AddressInfo).port,
    cut,
    /** Swallows whatever is said, and keeps the connections; their end comes only with `speak`. */
    hush() {
      silences += 1;
    },
    speak() {
      silences -= 1;
      if (silences === 0) cut();
    },
    stop() {
      proxy.close();
      cut();
    },
  };
}

/** What the database says when it is asked for its clock, of which nobody can set the hands. */
function rightTime(chunk: Buffer, aheadMs: number): Buffer {
  const told = chunk.toString('latin1').replace(/\d{13}/, (ms) => String(Number(ms) + Math.round(aheadMs)));
  return Buffer.from(told, 'latin1');
}
