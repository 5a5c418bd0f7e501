import type { ClickHouseClient } from '@clickhouse/client';
import type { RenderedSql } from '../pieces';
import type { FileFormat } from '../store';

/** What differs between the embedded engine and a server; everything else is one code path over `@clickhouse/client`. */
export interface Backend {
  /** One for everything that writes: an embedded connection is serial, and one writer keeps inserts in order. */
  readonly writer: ClickHouseClient;
  /**
   * Whether a condition must be part of the insert's statement, because others write as well. The embedded engine has one writer in
   * one process, which nobody can come between, and it cannot read the rows of an insert through `input()`.
   */
  readonly othersWrite: boolean;
  /** Each serves one query at a time. */
  readonly readers: readonly ClickHouseClient[];
  /** NDJSON in pieces. Never two at a time. */
  stream(statement: RenderedSql): AsyncIterable<Uint8Array>;
  exportFile(statement: RenderedSql, format: FileFormat, file: string): Promise<void>;
  close(): Promise<void>;
}

export const READERS = 4;
export const READ_SECONDS = 30;
export const WRITE_SECONDS = 300;

/**
 * Limits of a reading connection. `readonly` comes last because nothing can be set after it; the embedded engine keeps settings with
 * the connection, so there they are sent once when the pool is made.
 */
export const READ_SETTINGS = {
  max_result_rows: '1000000',
  max_memory_usage: '2000000000',
  date_time_output_format: 'iso',
  output_format_json_quote_64bit_integers: 0,
} as const;

/** A stream may run as long as its reader takes; rows have the same form as a query's. */
export const STREAM_SETTINGS = {
  max_execution_time: 3_600,
  max_memory_usage: '2000000000',
  date_time_output_format: 'iso',
  output_format_json_quote_64bit_integers: 0,
} as const;
