import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ClickHouseLogLevel, createClient, type ClickHouseSettings } from '@clickhouse/client';
import type { RenderedSql } from '../pieces';
import type { FileFormat } from '../store';
import { ConditionalInserts } from './conditional-insert';
import { ServerWriter } from './server-writer';
import { READERS, READ_SETTINGS, STREAM_SETTINGS, WRITE_SECONDS, type Backend } from './backend';

export interface ServerLocation {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** The cluster whose replicas hold the tables; one server does unless named. */
  readonly cluster?: string | undefined;
}

/** A ClickHouse server over HTTP. The settings travel with each request here. */
export function serverBackend(location: ServerLocation, readSeconds: number): Backend {
  const connect = (settings: ClickHouseSettings, seconds: number) =>
    createClient({
      url: location.url,
      username: location.username,
      password: location.password,
      clickhouse_settings: settings,
      request_timeout: (seconds + 5) * 1_000,
      // Long parameters travel in the body: proxies refuse long addresses, and ClickHouse itself those over a megabyte.
      use_multipart_params_auto: true,
      // Failures reach the caller, without ClickHouse's text; the client's own log would print statements and the values in them.
      log: { level: ClickHouseLogLevel.OFF },
    });
  const conditional = new ConditionalInserts();
  const connectWriter = (): ServerWriter => new ServerWriter(connect({ max_execution_time: WRITE_SECONDS }, WRITE_SECONDS), conditional);
  const writer = connectWriter();
  const awaitedWriter = connectWriter();
  // readonly = 2 forbids writing but lets the client send its limits, which readonly = 1 would refuse over HTTP.
  const readers = Array.from({ length: READERS }, () =>
    connect({ ...READ_SETTINGS, max_execution_time: readSeconds, readonly: '2' }, readSeconds),
  );
  const streams = connect({ ...STREAM_SETTINGS, readonly: '2' }, STREAM_SETTINGS.max_execution_time);
  const read = async (statement: RenderedSql, format: FileFormat) => {
    const result = await streams.exec({ query: `${statement.query} FORMAT ${format}`, query_params: statement.params });
    return result.stream;
  };

  return {
    writer,
    awaitedWriter,
    conditionsAreStatements: true,
    readers,
    async *stream(statement: RenderedSql): AsyncIterable<Uint8Array> {
      for await (const chunk of await read(statement, 'JSONEachRow')) yield chunk as Uint8Array;
    },
    async exportFile(statement: RenderedSql, format: FileFormat, file: string): Promise<void> {
      mkdirSync(dirname(file), { recursive: true });
      await pipeline(await read(statement, format), createWriteStream(file));
    },
    async close(): Promise<void> {
      await Promise.all([writer.client, awaitedWriter.client, ...readers, streams].map((client) => client.close()));
    },
  };
}
