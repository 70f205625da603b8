import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

// Below those that systems give to outgoing connections, one of which could take the port before the app listens.
const lowestPort = 20_000;
const highestPort = 32_000;
const triedPorts = 20;

/** The one that is wanted, or another that is free. */
export function freePort(wanted?: number): Promise<number> {
  const others = Array.from({ length: triedPorts }, () => randomInt(lowestPort, highestPort));
  return onFirstFree(wanted === undefined ? others : [wanted, ...others], probe);
}

/** Answers the port if nobody listens there. */
export async function probe(port: number): Promise<number> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
  return port;
}

/** The first of the ports on which `start` does not meet somebody else. */
export async function onFirstFree<T>(ports: number[], start: (port: number) => Promise<T>): Promise<T> {
  for (const port of ports) {
    try {
      return await start(port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
  throw new Error(`Port ${ports.join(', ')} of 127.0.0.1 is in use. Choose another with --port.`);
}
