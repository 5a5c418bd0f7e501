import { mkdirSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createClient, type ClickHouseClient, type ClickHouseClientConfigOptions } from '@clickhouse/client';
import type { ChdbConnection } from 'chdb/connection';
import type { RenderedSql } from '../pieces';
import type { FileFormat } from '../store';
import { EmbeddedWriter } from './embedded-writer';
import { READERS, READ_SETTINGS, STREAM_SETTINGS, type Backend, type Writer } from './backend';

type ClientConnection = NonNullable<ClickHouseClientConfigOptions['connection']>;

const setStatement = (settings: Readonly<Record<string, string | number>>): string =>
  `SET ${Object.entries(settings)
    .map(([name, value]) => `${name} = ${typeof value === 'number' || /^\d+$/.test(value) ? String(value) : `'${value}'`}`)
    .join(', ')}`;

/**
 * chDB in this process on a data directory. Rules that it obeys (each was learned from a crash or a lost row): one process per
 * directory; connections are serial, so there is a pool; settings stick to a connection, so an insert carries its own in the SQL;
 * `drainPending` before the process may end. The engine loads on first use only, half a gigabyte of it.
 */
export async function embeddedBackend(path: string, readSeconds: number): Promise<Backend> {
  const directory = resolve(path);
  mkdirSync(directory, { recursive: true });
  const [{ createChdbConnection }, { Session, drainPending }] = await Promise.all([import('chdb/connection'), import('chdb')]);
  const open: ClickHouseClient[] = [];
  const connectedTo = (connection: ChdbConnection): ClickHouseClient => {
    // The two packages carry two copies of the same type, one with a private field, so the compiler holds them to be different.
    const client = createClient({ connection: connection as unknown as ClientConnection });
    open.push(client);
    return client;
  };
  const connect = (): ClickHouseClient => connectedTo(createChdbConnection({ path: directory }));
  const connectWriter = (): Writer => {
    const connection = createChdbConnection({ path: directory });
    return new EmbeddedWriter(connectedTo(connection), connection);
  };

  const writer = connectWriter();
  const awaitedWriter = connectWriter();
  const readers = Array.from({ length: READERS }, connect);
  await Promise.all(
    readers.map((reader) => reader.command({ query: setStatement({ ...READ_SETTINGS, max_execution_time: readSeconds, readonly: 1 }) })),
  );
  const session = new Session(directory);
  await session.queryAsync(setStatement(STREAM_SETTINGS));
  // A file is written by the engine, which counts as writing; so this connection is not read-only and takes no statement but ours.
  const exporter = connect();
  await exporter.command({ query: setStatement(STREAM_SETTINGS) });

  return {
    writer,
    awaitedWriter,
    conditionsAreStatements: false,
    readers,
    async *stream(statement: RenderedSql): AsyncIterable<Uint8Array> {
      for await (const chunk of session.queryStreamBind(statement.query, statement.params, { format: 'JSONEachRow' })) yield chunk.raw();
    },
    async exportFile(statement: RenderedSql, format: FileFormat, file: string): Promise<void> {
      const target = resolve(file);
      mkdirSync(dirname(target), { recursive: true });
      rmSync(target, { force: true });
      await exporter.command({
        query: `${statement.query} INTO OUTFILE '${quoted(target)}' FORMAT ${format}`,
        query_params: statement.params,
      });
    },
    async close(): Promise<void> {
      await Promise.all(open.map((client) => client.close()));
      session.close();
      await drainPending();
    },
  };
}

function quoted(path: string): string {
  return path.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
}
