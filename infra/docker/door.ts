import { once } from 'node:events';
import { connect, createServer, type Server } from 'node:net';

/**
 * The demonstration signs people in on its own machine only, and in a container no machine but the container itself is its own. This
 * passes on what comes to the container's published port, which is bound to the loopback of the host. In production a proxy that ends
 * TLS takes its place.
 */
export async function openDoor(port: number, behind: number, host = '0.0.0.0'): Promise<Server> {
  const door = createServer((outer) => {
    const inner = connect(behind, '127.0.0.1');
    const end = (): void => {
      outer.destroy();
      inner.destroy();
    };
    outer.once('error', end).once('close', end).pipe(inner);
    inner.once('error', end).once('close', end).pipe(outer);
  });
  door.listen(port, host);
  await once(door, 'listening');
  return door;
}
