import { isPassing, openAnalyticsStore, sql, table } from '@plumbline/analytics-store';
import { ProblemError } from '@plumbline/kernel';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startClickHouseFront, type ClickHouseFront } from '../../infra/local/clickhouse';

const failureOf = async (work: Promise<unknown>): Promise<ProblemError> => {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof ProblemError)) throw new Error(`no ProblemError but ${String(outcome)}`);
  return outcome;
};

describe('opening a ClickHouse server', () => {
  let directory: string;
  let front: ClickHouseFront;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'plumbline-opening-'));
    front = await startClickHouseFront({ directory, password: 'opening sesame' });
  });
  afterAll(async () => {
    await front.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const open = (changes: object = {}): Promise<unknown> =>
    openAnalyticsStore({ url: front.url, username: 'default', password: front.password, ...changes });

  /** Something else than ClickHouse behind an address. */
  const instead = async (listener: RequestListener, work: (url: string) => Promise<void>): Promise<void> => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.close();
    server.closeAllConnections();
  };

  it('says that nobody answers and where', async () => {
    await instead(
      (_, response) => response.socket?.destroy(),
      async (url) => {
        const failure = await failureOf(open({ url }));
        expect([failure.code, isPassing(failure)]).toEqual(['analytics-store.unreachable', true]);
        expect(failure.message).toContain(url);
      },
    );
    const failure = await failureOf(open({ url: 'http://127.0.0.1:1' }));
    expect(failure.message).toContain('No ClickHouse answers at http://127.0.0.1:1.');
  });

  it('takes the page of a proxy for no answer', async () => {
    await instead(
      (_, response) => response.writeHead(503).end('<html>maintenance</html>'),
      async (url) => {
        expect(await failureOf(open({ url }))).toMatchObject({ code: 'analytics-store.unreachable' });
      },
    );
  });

  it('says that user or password is wrong, without either', async () => {
    const failure = await failureOf(open({ password: 'open barley' }));
    expect([failure.code, isPassing(failure)]).toEqual(['analytics-store.wrong-credentials', false]);
    expect(failure.message).not.toContain('barley');
  });

  it('refuses a server of too old a version', async () => {
    await instead(
      (_, response) => response.end('{"version":"24.3.18.7"}\n'),
      async (url) => {
        const failure = await failureOf(open({ url }));
        expect([failure.code, isPassing(failure)]).toEqual(['analytics-store.too-old', false]);
        expect(failure.message).toContain('ClickHouse 24.3.18.7 is too old; 25.8 is the oldest');
      },
    );
  });

  it('refuses a cluster that the server does not know', async () => {
    expect(await failureOf(open({ cluster: 'elsewhere' }))).toMatchObject({ code: 'analytics-store.wrong-cluster' });
  });

  it('tells what passes from what does not while it runs', async () => {
    const own = mkdtempSync(join(tmpdir(), 'plumbline-opening-'));
    const short = await startClickHouseFront({ directory: own, password: 'passing' });
    const store = await openAnalyticsStore({ url: short.url, username: 'default', password: 'passing' });
    const ours = await failureOf(store.query(sql`SELECT * FROM ${table('nothing')}`));
    expect([ours.code, isPassing(ours)]).toEqual(['analytics-store.failed', false]);
    await short.kill();
    const theirs = await failureOf(store.insert('events', [{ position: 1 }], { token: 'one' }));
    expect([theirs.code, isPassing(theirs)]).toEqual(['analytics-store.unreachable', true]);
    await store.close();
    rmSync(own, { recursive: true, force: true });
  });
});
