import type { TableLayout } from './cluster';
import type { Sql, Statement } from './sql';

export interface InsertOptions {
  /** Names the batch: a second insert with the same token into the same table changes nothing. Letters, digits and `:._,/-`. */
  readonly token: string;
  /**
   * An expression that must be true when the insert begins; otherwise no row arrives and the insert rejects with
   * `analytics-store.condition-failed`. A writer whose place was taken by another one is kept out by it.
   */
  readonly provided?: Sql;
  /** Somebody waits for these few rows: they do not queue behind other inserts, and are in no order with them. */
  readonly awaited?: boolean;
}

/**
 * Rows as lines of JSON: arrays with a value for each of the columns that are named here, or objects that name theirs themselves. Null is a
 * column's default where it cannot be null.
 */
export interface RowLines {
  readonly columns?: readonly string[];
  readonly bytes: Uint8Array;
}

/** Instants are UTC milliseconds or `YYYY-MM-DD HH:MM:SS.mmm`; an object in a text column becomes its JSON. Objects name their columns themselves. */
export type InsertRows = RowLines | readonly object[];

/** A file format that an export can be written in by ClickHouse itself. */
export type FileFormat = 'Parquet' | 'JSONEachRow';

/** The only door to ClickHouse, embedded or a server. Every method rejects with a ProblemError of code `analytics-store.…`. */
export interface AnalyticsStore {
  /** The database that `table()` is qualified with. */
  readonly database: string;

  /** Where its tables lie; one server unless it says otherwise. */
  readonly layout?: TableLayout;

  /** Rows of a read-only statement. Instants come as RFC 3339 text in UTC, 64-bit integers as numbers (cast larger ones with toString). */
  query<Row extends object>(statement: Statement<Row>): Promise<Row[]>;

  /** The result as NDJSON in pieces that end at line ends, without holding it in memory. One stream at a time; others wait. */
  stream(statement: Sql): AsyncIterable<Uint8Array>;

  /** Writes the result into a new file on this machine, without holding it in memory. */
  exportFile(statement: Sql, format: FileFormat, file: string): Promise<void>;

  /** Inserts a batch as one block. It resolves when readers see the rows. At most 512 MB; 5,000 to 10,000 rows are best. */
  insert(table: string, rows: InsertRows, options: InsertOptions): Promise<void>;

  /** Runs a statement that changes something: DDL, a deletion, an exchange of tables. */
  execute(statement: Sql): Promise<void>;

  /** The same connections looking at another database; it is closed with the store that it came from. */
  inDatabase(database: string): AnalyticsStore;

  /** Stops accepting, finishes what is under way, closes, and waits until the engine holds nothing. Safe to call twice. */
  close(): Promise<void>;
}
