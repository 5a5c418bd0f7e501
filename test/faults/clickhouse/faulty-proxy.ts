import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to an answer of ClickHouse, which has carried the statement out. */
export type AnswerFate = 'passes' | 'is cut' | 'is late';

/** Chooses for an answer, knowing of what kind the statement was. */
export type Fate = (statement: 'insert' | 'other') => AnswerFate;

const LATE_MILLISECONDS = 300;
const CARRIED = ['content-type', 'x-clickhouse-query-id', 'x-clickhouse-format'];

export interface FaultyProxy {
  readonly url: string;
  /** Answers that were cut off or late so far. */
  disturbed(): number;
  close(): Promise<void>;
}

/**
 * Stands between a client and ClickHouse. The fate is asked for each statement, after ClickHouse has answered it: where the answer to an
 * insert is cut, the client cannot know whether its rows are stored, and they are.
 */
export async function startFaultyProxy(clickhousePort: number, fate: Fate): Promise<FaultyProxy> {
  let disturbed = 0;
  const forward = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method, url = '', headers } = incoming;
    const passed = request({ host: '127.0.0.1', port: clickhousePort, method, path: url, headers });
    incoming.pipe(passed);
    const [answer] = (await once(passed, 'response')) as [IncomingMessage];
    const pieces: Buffer[] = [];
    for await (const piece of answer as AsyncIterable<Buffer>) pieces.push(piece);
    const chosen = fate(new URL(url, 'http://proxy').searchParams.get('query')?.startsWith('INSERT') === true ? 'insert' : 'other');
    if (chosen !== 'passes') disturbed += 1;
    if (chosen === 'is cut') {
      incoming.socket.destroy();
      return;
    }
    if (chosen === 'is late') await new Promise((resolve) => setTimeout(resolve, LATE_MILLISECONDS));
    const body = Buffer.concat(pieces);
    for (const name of CARRIED) outgoing.setHeader(name, answer.headers[name] ?? '');
    outgoing.setHeader('content-length', body.length);
    outgoing.writeHead(answer.statusCode ?? 502).end(body);
  };
  const server = createServer((incoming, outgoing) => {
    forward(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    disturbed: () => disturbed,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
