import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** A free one; the one that is wanted, if it is. */
export function freePort(wanted = 0): Promise<number> {
  return onFirstFree([wanted, 0], probe);
}

async function probe(port: number): Promise<number> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const found = (server.address() as AddressInfo).port;
  server.close();
  await once(server, 'close');
  return found;
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
