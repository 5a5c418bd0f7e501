import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

const PRODUCE = 0;
const LENGTH_BYTES = 4;

/** Calls back with the kind of each request that passes, whatever the pieces that its bytes arrive in. */
function requests(onRequest: (apiKey: number) => void): (chunk: Buffer) => void {
  let pending: Buffer = Buffer.alloc(0);
  return (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    while (pending.length >= LENGTH_BYTES + 2) {
      const length = LENGTH_BYTES + pending.readInt32BE(0);
      if (pending.length < length) return;
      onRequest(pending.readInt16BE(LENGTH_BYTES));
      pending = pending.subarray(length);
    }
  };
}

export interface CuttingProxy {
  /** How many acknowledgements were cut so far. */
  cuts(): number;
  close(): Promise<void>;
}

/**
 * Stands between clients and a broker. Where `cutsNext` says so for a produce request, the request goes through, the broker answers, and the connection ends
 * instead of the answer: the client cannot know whether its records are stored, and they are.
 */
export async function startCuttingProxy(port: number, brokerPort: number, cutsNext: () => boolean): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let cuts = 0;
  const server = createServer((client) => {
    const broker = connect(brokerPort, '127.0.0.1');
    let cutsAnswer = false;
    const end = (): void => {
      client.destroy();
      broker.destroy();
    };
    const look = requests((apiKey) => {
      if (apiKey === PRODUCE && cutsNext()) cutsAnswer = true;
    });
    client.on('data', (chunk) => {
      look(chunk);
      broker.write(chunk);
    });
    broker.on('data', (chunk) => {
      if (cutsAnswer) {
        cuts += 1;
        end();
      } else client.write(chunk);
    });
    for (const socket of [client, broker]) {
      sockets.add(socket);
      socket.on('close', end).on('error', end);
    }
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    cuts: () => cuts,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
