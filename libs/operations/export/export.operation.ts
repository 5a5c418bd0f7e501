import { sql, table } from '@plumbline/analytics-store';
import { ProblemError } from '@plumbline/kernel';
import type { Platform } from '@plumbline/platform';
import { rename, rm } from 'node:fs/promises';
import { caughtUp, type Operation, type Report } from '../operation';
import { quarantineRows, rowsOf, writeRows, type Row } from './rows';
import { withSourceIds, type Revealing } from './source-ids';
import { STATEMENTS, type Exported, type ExportFormat } from './statements';

export interface ExportRequest {
  readonly what: Exported;
  readonly format: ExportFormat;
  /** Absolute; replaced where it exists, once the new one is whole. */
  readonly file: string;
  /** Given where the sources' own identifiers are wanted. */
  readonly revealing?: Revealing;
}

export interface ExportReport {
  readonly file: string;
  readonly rows: number;
}

/** Writes what can be read now into a file. */
export const exportOperation: Operation<ExportRequest, ExportReport> = async (platform, request, report) => {
  await caughtUp(platform, report);
  const unfinished = `${request.file}.unfinished`;
  await rm(unfinished, { force: true });
  try {
    const rows = await (request.format === 'parquet' ? writeParquet : writeText)(platform, request, unfinished, report);
    await rename(unfinished, request.file);
    return { file: request.file, rows };
  } catch (error) {
    await rm(unfinished, { force: true });
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!['ENOENT', 'EACCES', 'ENOTDIR', 'EROFS', 'EISDIR', 'ENOSPC'].includes(code)) throw error;
    throw new ProblemError(
      { code: 'export.not-writable', reason: `${request.file} cannot be written (${code}).`, remedy: 'Name another file with --out.' },
      { cause: error },
    );
  }
};

async function writeText(platform: Platform, { what, format, revealing }: ExportRequest, file: string, report: Report): Promise<number> {
  const total = await amount(platform, what);
  const onRow = (done: number): void => {
    report({ what, done, total, unit: 'rows' });
  };
  const text = format === 'csv' ? 'csv' : 'ndjson';
  if (what === 'quarantine') return writeRows(quarantineRows(platform.ingestion), text, file, onRow);
  const rows: AsyncIterable<Row> = rowsOf(platform.store.stream(STATEMENTS[what]));
  return writeRows(revealing === undefined ? rows : withSourceIds(platform, rows, revealing), text, file, onRow);
}

async function amount({ store }: Platform, what: Exported): Promise<number> {
  if (what === 'quarantine') return 0;
  const [row] = await store.query<{ amount: number }>(sql`SELECT count() AS amount FROM (${STATEMENTS[what]})`);
  return row?.amount ?? 0;
}

/** Parquet is written by ClickHouse itself; the quarantine is brought there for the purpose. */
async function writeParquet(platform: Platform, { what, revealing }: ExportRequest, file: string): Promise<number> {
  if (revealing !== undefined) {
    throw new ProblemError({
      code: 'export.format-without-source-ids',
      reason: 'Parquet is written by ClickHouse, which does not know source identifiers.',
      remedy: 'Take csv or ndjson with --source-ids.',
    });
  }
  const { store } = platform;
  if (what !== 'quarantine') {
    await store.exportFile(STATEMENTS[what], 'Parquet', file);
    return amount(platform, what);
  }
  const rows = [...quarantineRows(platform.ingestion)].map((row) => ({ ...row, mended: row['mended'] === true ? 1 : 0 }));
  await store.execute(sql`DROP TABLE IF EXISTS ${table('quarantine_export')}`);
  await store.execute(sql`CREATE TABLE ${table('quarantine_export')} (
    id String, state String, code String, place String, source String, format String, attempts UInt32, mended UInt8, reason String,
    remedy String, received_at String, settled_at String) ENGINE = MergeTree ORDER BY id`);
  try {
    if (rows.length > 0) await store.insert('quarantine_export', rows, { token: `quarantine-export:${platform.clock.now()}` });
    await store.exportFile(sql`SELECT * FROM ${table('quarantine_export')} ORDER BY id`, 'Parquet', file);
  } finally {
    await store.execute(sql`DROP TABLE ${table('quarantine_export')}`);
  }
  return rows.length;
}
