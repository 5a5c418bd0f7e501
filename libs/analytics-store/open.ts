import { Readable } from 'node:stream';
import type { ClickHouseClient } from '@clickhouse/client';
import { READ_SECONDS, WRITE_SECONDS, type Backend } from './backend/backend';
import { embeddedBackend } from './backend/embedded';
import { checkServer } from './backend/check-server';
import { serverBackend, type ServerLocation } from './backend/server';
import { TableLayout } from './cluster';
import { ConditionalInserts, type InsertHead } from './conditional-insert';
import { cannotOpen, conditionFailed, storeClosed, storeFailure } from './failures';
import { Pool } from './pool';
import { checkedIdentifier, renderSql, sql, type Sql, type Statement } from './sql';
import type { AnalyticsStore, FileFormat, InsertOptions, InsertRows } from './store';

/** An engine in this process on a directory, or a server. */
export type StoreLocation = ({ readonly path: string } | ServerLocation) & {
  /** `plumbline` unless named. */
  readonly database?: string;
  /** Seconds after which a query is stopped; 30 unless named. */
  readonly readSeconds?: number;
};

const TOKEN = /^[A-Za-z0-9:._,/-]{1,1000}$/;

/**
 * Opens the store; the tables come from {@link migrate}.
 * @throws ProblemError `analytics-store.cannot-open` where another process holds the directory or it cannot be written to; for a server
 * `unreachable`, `wrong-credentials`, `too-old` or `wrong-cluster`.
 */
export async function openAnalyticsStore(location: StoreLocation): Promise<AnalyticsStore> {
  const database = checkedIdentifier(location.database ?? 'plumbline');
  const readSeconds = location.readSeconds ?? READ_SECONDS;
  if (!('path' in location)) return openServer(location, database, readSeconds);
  let backend: Backend;
  try {
    backend = await embeddedBackend(location.path, readSeconds);
  } catch (error) {
    throw cannotOpen(location.path, error);
  }
  return new OpenStore(new Connections(backend), database);
}

async function openServer(location: ServerLocation, database: string, readSeconds: number): Promise<AnalyticsStore> {
  const layout = TableLayout.of(location.cluster);
  const backend = serverBackend(location, readSeconds);
  try {
    await checkServer(backend.writer, location, layout);
  } catch (error) {
    await backend.close();
    throw error;
  }
  return new OpenStore(new Connections(backend), database, layout);
}

/** The connections of a store, shared by its views on several databases; counts what is under way so that closing can wait for it. */
class Connections {
  readonly writers: Pool<ClickHouseClient>;
  readonly readers: Pool<ClickHouseClient>;
  readonly streams: Pool<Backend>;
  readonly conditional = new ConditionalInserts();
  readonly #underWay = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(readonly backend: Backend) {
    this.writers = new Pool([backend.writer]);
    this.readers = new Pool(backend.readers);
    this.streams = new Pool([backend]);
  }

  /** Runs a piece of work unless the store is closing. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#closing !== undefined) throw storeClosed();
    const running = work();
    this.#underWay.add(running);
    try {
      return await running;
    } catch (error) {
      throw storeFailure(error);
    } finally {
      this.#underWay.delete(running);
    }
  }

  close(): Promise<void> {
    this.#closing ??= Promise.allSettled([...this.#underWay]).then(() => this.backend.close());
    return this.#closing;
  }
}

class OpenStore implements AnalyticsStore {
  constructor(
    private readonly connections: Connections,
    readonly database: string,
    readonly layout = TableLayout.of(undefined),
  ) {}

  query<Row extends object>(statement: Statement<Row>): Promise<Row[]> {
    const { query, params } = renderSql(statement, this.database);
    return this.connections.run(() =>
      this.connections.readers.use(async (reader) => {
        const result = await reader.query({ query, query_params: params, format: 'JSONEachRow' });
        return result.json<Row>();
      }),
    );
  }

  async *stream(statement: Sql): AsyncIterable<Uint8Array> {
    let finished: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (finished = resolve));
    const backend = await this.connections.run(() => this.connections.streams.take());
    // Until its reader has left, the stream counts as under way: closing the engine below an open stream would crash it.
    const whole = this.connections.run(() => held);
    try {
      yield* backend.stream(renderSql(statement, this.database));
    } catch (error) {
      throw storeFailure(error);
    } finally {
      this.connections.streams.give(backend);
      finished();
      await whole;
    }
  }

  exportFile(statement: Sql, format: FileFormat, file: string): Promise<void> {
    return this.connections.run(() =>
      this.connections.streams.use((backend) => backend.exportFile(renderSql(statement, this.database), format, file)),
    );
  }

  async insert(table: string, rows: InsertRows, options: InsertOptions): Promise<void> {
    if (!TOKEN.test(options.token)) throw new RangeError('an insert token has letters, digits and :._,/- only, 1,000 at most');
    const body = typeof rows === 'string' || rows instanceof Uint8Array ? rows : rows.map((row) => JSON.stringify(row)).join('\n');
    if (body.length === 0) return;
    await this.connections.run(() =>
      this.connections.writers.use(async (writer) => {
        const { query, params } = await this.insertHead(writer, checkedIdentifier(table), options);
        const { stream } = await writer.exec({ query: `${query} FORMAT JSONEachRow`, query_params: params, values: Readable.from([body]) });
        await exhaust(stream);
      }),
    );
  }

  private async insertHead(writer: ClickHouseClient, name: string, { token, provided }: InsertOptions): Promise<InsertHead> {
    // Settings stand in the statement: set on the connection, a token would stay there and the next insert would vanish.
    const settings = `insert_deduplicate = 1, insert_deduplication_token = '${token}', async_insert = 0, max_execution_time = ${String(WRITE_SECONDS)}, input_format_skip_unknown_fields = 0, input_format_json_read_objects_as_strings = 1${this.layout.insertSettings(name, provided !== undefined)}`;
    const { backend, conditional } = this.connections;
    if (provided !== undefined && backend.othersWrite) return conditional.head(writer, this.database, name, settings, provided);
    if (provided !== undefined && !(await this.holds(writer, provided))) throw conditionFailed();
    return { query: `INSERT INTO ${this.database}.${name} SETTINGS ${settings}`, params: {} };
  }

  /** Asked on the one connection that writes, which is held until the insert has ended. */
  private async holds(writer: ClickHouseClient, provided: Sql): Promise<boolean> {
    const { query, params } = renderSql(sql`SELECT toBool(${provided}) AS holds`, this.database);
    const result = await writer.query({ query, query_params: params, format: 'JSONEachRow' });
    const [row] = await result.json<{ holds: boolean }>();
    return row?.holds === true;
  }

  async execute(statement: Sql): Promise<void> {
    const { query, params } = renderSql(statement, this.database);
    await this.connections.run(() => this.connections.writers.use((writer) => writer.command({ query, query_params: params })));
  }

  inDatabase(database: string): AnalyticsStore {
    return new OpenStore(this.connections, checkedIdentifier(database), this.layout);
  }

  close(): Promise<void> {
    return this.connections.close();
  }
}

/** An answer has to be read to its end before its connection is free again. */
async function exhaust(stream: Readable): Promise<void> {
  stream.resume();
  if (!stream.readableEnded) await new Promise<void>((resolve, reject) => stream.once('end', resolve).once('error', reject));
}
