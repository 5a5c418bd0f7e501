import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ClickHouseLogLevel, createClient, type ClickHouseClient } from '@clickhouse/client';
import { startClickHouseFront, type ClickHouseFront } from '.';

const SILENT = { level: ClickHouseLogLevel.OFF };

describe('the ClickHouse front', () => {
  let directory: string;
  let front: ClickHouseFront;
  let client: ClickHouseClient;
  const fronts: ClickHouseFront[] = [];

  const connect = (changes: object = {}): ClickHouseClient =>
    createClient({ url: front.url, username: front.username, password: front.password, log: SILENT, ...changes });
  const rows = async (query: string, more: object = {}): Promise<unknown[]> =>
    (await client.query({ query, format: 'JSONEachRow', ...more })).json();

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'plumbline-front-'));
    front = await startClickHouseFront({ directory, password: 'correct horse' });
    client = connect();
    await client.command({ query: 'CREATE DATABASE spec ENGINE = Atomic' });
    await client.command({ query: 'CREATE TABLE spec.t (n UInt64, s String) ENGINE = MergeTree ORDER BY n' });
  });
  afterAll(async () => {
    await client.close();
    await Promise.all([front, ...fronts].map((each) => each.stop()));
    rmSync(directory, { recursive: true, force: true });
  });
  beforeEach(() => client.command({ query: 'TRUNCATE TABLE spec.t' }));

  it('answers a ping without a password and nothing else without one', async () => {
    expect(await client.ping()).toEqual({ success: true });
    const stranger = connect({ password: 'wrong' });
    expect(await stranger.ping()).toEqual({ success: true });
    await expect(stranger.query({ query: 'SELECT 1' })).rejects.toMatchObject({ code: '516', type: 'AUTHENTICATION_FAILED' });
    await stranger.close();
    expect((await fetch(`${front.url}/?query=SELECT+1`)).status).toBe(403);
  });

  it.each([
    ['SELECT * FROM spec.nothing', 404, '60', 'UNKNOWN_TABLE'],
    ['SELEC 1', 400, '62', 'SYNTAX_ERROR'],
    ['SELECT throwIf(1)', 500, '395', 'FUNCTION_THROW_IF_VALUE_IS_NON_ZERO'],
    ['SELECT sum(sipHash64(number)) FROM numbers(100000000000) SETTINGS max_execution_time = 0.2', 408, '159', 'TIMEOUT_EXCEEDED'],
  ])('fails as ClickHouse does: %s', async (query, status, code, type) => {
    await expect(client.query({ query, format: 'JSONEachRow' })).rejects.toMatchObject({ code, type });
    const authorization = `Basic ${Buffer.from(`default:${front.password}`).toString('base64')}`;
    const answer = await fetch(front.url, { method: 'POST', body: query, headers: { authorization } });
    expect([answer.status, answer.headers.get('x-clickhouse-exception-code')]).toEqual([status, code]);
  });

  it('takes rows in the body, gives answers, both compressed or not', async () => {
    for (const compression of [{ request: true, response: true }, {}]) {
      const another = connect({ compression });
      await another.insert({
        table: 'spec.t',
        values: [
          { n: 1, s: "ä'\\\n" },
          { n: 2, s: '' },
        ],
        format: 'JSONEachRow',
      });
      await another.close();
    }
    expect(await rows('SELECT s, count() AS amount FROM spec.t GROUP BY s ORDER BY s')).toEqual([
      { s: '', amount: 2 },
      { s: "ä'\\\n", amount: 2 },
    ]);
  });

  it('reads the rows of input() as a server does', async () => {
    const query = "INSERT INTO spec.t SELECT n, s FROM input('n UInt64, s String') WHERE n > 1 FORMAT JSONEachRow";
    await client.exec({ query, values: Readable.from(['{"n":1,"s":"a"}\n{"n":2,"s":"b"}']) });
    expect(await rows('SELECT n FROM spec.t')).toEqual([{ n: 2 }]);
  });

  it.each(["'; DROP TABLE spec.t; --", "a'b\\n\n\tü\0", '{p:String}', '\\', ''])('binds %j as a value', async (text) => {
    const [row] = await rows('SELECT {p:String} AS p, {list:Array(String)} AS list', { query_params: { p: text, list: [text, 'x'] } });
    expect(row).toEqual({ p: text, list: [text, 'x'] });
  });

  it('takes parameters that are too long for an address', async () => {
    const long = "\u0000'ä\\".repeat(100_000);
    const asked = { query_params: { p: long }, use_multipart_params_auto: true };
    expect(await rows('SELECT {p:String} AS p', asked)).toEqual([{ p: long }]);
  });

  it('keeps settings, parameters and database to their own query', async () => {
    const [limited] = await rows("SELECT getSetting('max_threads') AS threads", { clickhouse_settings: { max_threads: 3 } });
    expect(limited).toEqual({ threads: 3 });
    const [free] = await rows("SELECT getSetting('max_threads') AS threads");
    expect(free).not.toEqual(limited);
    const other = connect({ database: 'spec' });
    expect(await (await other.query({ query: 'SELECT currentDatabase() AS d', format: 'JSONEachRow' })).json()).toEqual([{ d: 'spec' }]);
    await other.close();
    await expect(rows('INSERT INTO spec.t VALUES (1)', { clickhouse_settings: { readonly: '2' } })).rejects.toMatchObject({ code: '164' });
    await expect(rows('SELECT 1', { clickhouse_settings: { no_such_setting: '1' } as object })).rejects.toMatchObject({ code: '115' });
  });

  it('serves many clients at once, each its own answer', async () => {
    const clients = Array.from({ length: 4 }, () => connect());
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const result = await clients[index % 4]!.query({
          query: 'SELECT {p:UInt32} AS n',
          query_params: { p: index },
          format: 'JSONEachRow',
        });
        return (await result.json<{ n: number }>())[0]?.n;
      }),
    );
    expect(answers).toEqual(Array.from({ length: 200 }, (_, index) => index));
    await Promise.all(clients.map((each) => each.close()));
  });

  it('streams answers side by side, and an answer that fails on its way never looks whole', async () => {
    const lines = async (query: string): Promise<number> => {
      const { stream } = await client.exec({ query });
      let ends = 0;
      for await (const piece of stream) ends += (piece as Buffer).filter((byte) => byte === 10).length;
      return ends;
    };
    const query = 'SELECT number FROM numbers(2000000) FORMAT JSONEachRow';
    expect(await Promise.all([lines(query), lines(query), lines(query)])).toEqual([2_000_000, 2_000_000, 2_000_000]);
    const failing = 'SELECT throwIf(number = 1500000) FROM numbers(2000000)';
    await expect(lines(`${failing} FORMAT JSONEachRow`)).rejects.toThrow();
    await expect(rows(failing)).rejects.toThrow();
  });

  it('says by the ids of its clients what runs, and ends it on demand', async () => {
    const slow = client.command({ query: 'SELECT sum(sipHash64(number)) FROM numbers(100000000000)', query_id: 'spec-epoch-3-slow' });
    const outcome = slow.then(
      () => 'ended by itself',
      (error: unknown) => (error as { type: string }).type,
    );
    const running = "SELECT query_id FROM system.processes WHERE startsWith(query_id, 'spec-epoch-')";
    while ((await rows(running)).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await rows(running)).toEqual([{ query_id: 'spec-epoch-3-slow' }]);
    await client.command({ query: "KILL QUERY WHERE query_id = 'spec-epoch-3-slow' ASYNC" });
    expect(await outcome).toBe('QUERY_WAS_CANCELLED');
    expect(await rows(running)).toEqual([]);
    await expect(client.command({ query: "KILL QUERY WHERE query_id = 'x' SYNC" })).rejects.toMatchObject({ type: 'NOT_IMPLEMENTED' });
  });

  it('keeps what it acknowledged when it is killed, halts when it is paused, and comes back where it was', async () => {
    const own = mkdtempSync(join(tmpdir(), 'plumbline-front-'));
    const first = await startClickHouseFront({ directory: own, password: 'p' });
    fronts.push(first);
    const settings = { url: first.url, password: 'p', request_timeout: 500, log: SILENT };
    const before = createClient(settings);
    await before.command({ query: 'CREATE TABLE default.kept (n UInt64) ENGINE = MergeTree ORDER BY n' });
    await before.insert({ table: 'default.kept', values: [{ n: 7 }], format: 'JSONEachRow' });
    first.pause();
    await expect(before.query({ query: 'SELECT 1' })).rejects.toThrow('Timeout');
    first.resume();
    await first.kill();
    await expect(before.query({ query: 'SELECT 1' })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    const second = await startClickHouseFront({ directory: own, password: 'p', port: first.port });
    fronts.push(second);
    expect(await (await before.query({ query: 'SELECT n FROM default.kept', format: 'JSONEachRow' })).json()).toEqual([{ n: 7 }]);
    await expect(startClickHouseFront({ directory: own, password: 'p' })).rejects.toMatchObject({ code: 'clickhouse-front.cannot-start' });
    await before.close();
    await second.stop();
    rmSync(own, { recursive: true, force: true });
  });
});
