import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { openDoor } from './door';

const portOf = (server: Pick<Server, 'address'>): number => (server.address() as AddressInfo).port;

describe('the door of the demonstration', () => {
  it('passes on what comes, and what is behind it sees its own machine', async () => {
    const behind = createServer((request, response) => request.pipe(response.setHeader('x-from', request.socket.remoteAddress ?? '')));
    await once(behind.listen(0, '127.0.0.1'), 'listening');
    const door = await openDoor(0, portOf(behind), '127.0.0.1');
    const answer = await fetch(`http://127.0.0.1:${portOf(door)}/`, {
      method: 'POST',
      body: 'as it was',
      headers: { connection: 'close' },
    });
    expect([answer.headers.get('x-from'), await answer.text()]).toEqual(['127.0.0.1', 'as it was']);
    behind.close();
    await once(behind, 'close');
    await expect(fetch(`http://127.0.0.1:${portOf(door)}/`)).rejects.toThrow();
    door.close();
  });
});
