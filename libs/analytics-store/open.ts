import type { ClickHouseClient } from '@clickhouse/client';
import { INSERT_SETTINGS, READ_SECONDS, type Backend, type Writer } from './backend/backend';
import { embeddedBackend } from './backend/embedded';
import { checkServer } from './backend/check-server';
import { serverBackend, type ServerLocation } from './backend/server';
import { TableLayout } from './cluster';
import { cannotOpen, storeClosed, storeFailure } from './failures';
import { insertionOf } from './insertion';
import { Pool } from './pool';
import { checkedIdentifier, renderSql, type Sql, type Statement } from './sql';
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
    await checkServer(backend.writer.client, location, layout);
  } catch (error) {
    await backend.close();
    throw error;
  }
  return new OpenStore(new Connections(backend), database, layout);
}

/** The connections of a store, shared by its views on several databases; counts what is under way so that closing can wait for it. */
class Connections {
  readonly writers: Pool<Writer>;
  readonly #awaited: Pool<Writer>;
  readonly readers: Pool<ClickHouseClient>;
  readonly streams: Pool<Backend>;
  readonly #underWay = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(readonly backend: Backend) {
    this.writers = new Pool([backend.writer]);
    this.#awaited = new Pool([backend.awaitedWriter]);
    this.readers = new Pool(backend.readers);
    this.streams = new Pool([backend]);
  }

  writersFor(awaited: boolean, provided: Sql | undefined): Pool<Writer> {
    return awaited && (provided === undefined || this.backend.conditionsAreStatements) ? this.#awaited : this.writers;
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

  async insert(table: string, rows: InsertRows, { token, provided, awaited = false }: InsertOptions): Promise<void> {
    if (!TOKEN.test(token)) throw new RangeError('an insert token has letters, digits and :._,/- only, 1,000 at most');
    const settings = {
      ...INSERT_SETTINGS,
      insert_deduplication_token: token,
      ...this.layout.insertSettings(table, provided !== undefined),
    };
    const insertion = insertionOf(this.database, table, rows, settings);
    if (insertion.bytes.length === 0) return;
    await this.connections.run(() => this.connections.writersFor(awaited, provided).use((writer) => writer.insert(insertion, provided)));
  }

  async execute(statement: Sql): Promise<void> {
    const { query, params } = renderSql(statement, this.database);
    await this.connections.run(() => this.connections.writers.use(({ client }) => client.command({ query, query_params: params })));
  }

  inDatabase(database: string): AnalyticsStore {
    return new OpenStore(this.connections, checkedIdentifier(database), this.layout);
  }

  close(): Promise<void> {
    return this.connections.close();
  }
}
