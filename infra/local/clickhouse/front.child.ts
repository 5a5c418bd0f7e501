import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { FrontEngine } from './engine';
import { frontServer } from './server';

/** The process of the front: its data directory and port are arguments, its password comes by the environment. */
async function main([directory = '', port = '0']: readonly string[]): Promise<void> {
  const engine = new FrontEngine(directory);
  const server = frontServer(engine, await engine.version(), process.env['PLUMBLINE_CLICKHOUSE_FRONT_PASSWORD'] ?? '');
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    const closed = once(server, 'close');
    server.close();
    // A connection that was busy becomes idle later; its client would keep it, and the server open, for half a minute.
    const idle = setInterval(() => {
      server.closeIdleConnections();
    }, 20);
    await closed;
    clearInterval(idle);
    await engine.close();
    process.stdin.destroy();
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
  // Whoever started it holds the other end; when that process dies, the front must not stay behind.
  process.stdin.once('end', () => void stop()).resume();
  server.listen(Number(port), '127.0.0.1');
  await once(server, 'listening');
  process.stdout.write(`${String((server.address() as AddressInfo).port)}\n`);
}

void main(process.argv.slice(2));
