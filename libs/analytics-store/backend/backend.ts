import type { ClickHouseClient } from '@clickhouse/client';
import type { Insertion } from '../insertion';
import type { RenderedSql } from '../pieces';
import type { Sql } from '../sql';
import type { FileFormat } from '../store';

/** A connection that changes things, one after the other. */
export interface Writer {
  readonly client: ClickHouseClient;
  /**
   * Resolves when readers see the rows.
   * @throws what ClickHouse answers; where `provided` does not hold, that or `analytics-store.condition-failed`, and no row has arrived.
   */
  insert(insertion: Insertion, provided?: Sql): Promise<void>;
}

/** What differs between the embedded engine and a server; everything else is one code path over `@clickhouse/client`. */
export interface Backend {
  /** One for everything that writes: an embedded connection is serial, and one writer keeps inserts in order. */
  readonly writer: Writer;
  /** For the few rows that somebody waits for, so that they do not wait for the bulk. */
  readonly awaitedWriter: Writer;
  /** Whether a condition is part of its insert's statement; otherwise it holds only among inserts of the one writer. */
  readonly conditionsAreStatements: boolean;
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
 * What a statement that reads may have of memory, in bytes. What it groups is put down on disk before that is used up: over many years of
 * events such a statement takes seconds then, and does not fail.
 */
const MEMORY = {
  max_memory_usage: '2000000000',
  max_bytes_before_external_group_by: '600000000',
} as const;

/**
 * Limits of a reading connection. `readonly` comes last because nothing can be set after it; the embedded engine keeps settings with
 * the connection, so there they are sent once when the pool is made.
 */
export const READ_SETTINGS = {
  max_result_rows: '1000000',
  ...MEMORY,
  date_time_output_format: 'iso',
  output_format_json_quote_64bit_integers: 0,
} as const;

/** A stream may run as long as its reader takes; rows have the same form as a query's. */
export const STREAM_SETTINGS = {
  max_execution_time: 3_600,
  ...MEMORY,
  date_time_output_format: 'iso',
  output_format_json_quote_64bit_integers: 0,
} as const;

/**
 * Stand in every insert. A round is one block of some thousand rows: parsing and writing it with several threads takes a tenth more
 * processor time and is no sooner done.
 */
export const INSERT_SETTINGS = {
  insert_deduplicate: 1,
  async_insert: 0,
  max_execution_time: WRITE_SECONDS,
  max_threads: 1,
  input_format_parallel_parsing: 0,
  input_format_skip_unknown_fields: 0,
  input_format_json_read_objects_as_strings: 1,
} as const;
