import Database from 'libsql/promise';

export type SqlValue = number | string | Uint8Array | null;

/** A prepared statement. `run` and `get` happen at once, on the caller's thread. */
export interface SqliteStatement {
  run(...values: SqlValue[]): unknown;
  /** The first row as an object, or undefined. */
  get(...values: SqlValue[]): unknown;
}

/** The part of libsql's connection that the log uses. `exec` works on a thread of its own, so that a sync never stops the event loop. */
export interface SqliteConnection {
  readonly inTransaction: boolean;
  prepare(sql: string): Promise<SqliteStatement>;
  exec(sql: string): Promise<void>;
  close(): void;
}

export function connect(file: string): SqliteConnection {
  return new Database(file, {}) as unknown as SqliteConnection;
}

/** Runs a PRAGMA that answers with a row and gives that row's only value. */
export async function pragma(connection: SqliteConnection, text: string): Promise<unknown> {
  const row = (await connection.prepare(`PRAGMA ${text}`)).get();
  return row === undefined ? undefined : Object.values(row as Record<string, unknown>)[0];
}

/** The name for what went wrong, SQLite's such as `SQLITE_FULL` or the system's such as `ENOSPC`; an empty text where there is none. */
export function errorName(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : '';
}
