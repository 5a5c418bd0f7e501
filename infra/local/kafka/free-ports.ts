import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below what systems hand out to connections that go out: a port of those may be taken by one before its program listens. */
const LOWEST = 20_000;
const HIGHEST = 32_000;

/** Ports of this machine that nobody listens on at the moment, all different. They are for programs that have to be told a port. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer().once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
