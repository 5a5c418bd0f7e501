import { ProblemError } from '@plumbline/kernel';
import type { Platform } from '@plumbline/platform';
import { rename, rm } from 'node:fs/promises';
import { caughtUp, type Operation, type Report } from '../operation';
import { amountOf, writeParquet, writeParquetWithSourceIds, writeQuarantineParquet } from './parquet';
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
    const rows = await (request.format === 'parquet' ? writeInEngine : writeText)(platform, request, unfinished, report);
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

/** Rows to come, for the progress; of the quarantine it is not known before it has been read. */
const amount = async ({ store }: Platform, what: Exported): Promise<number> =>
  what === 'quarantine' ? 0 : amountOf(store, STATEMENTS[what]);

function writeInEngine(platform: Platform, { what, revealing }: ExportRequest, file: string): Promise<number> {
  if (what === 'quarantine') return writeQuarantineParquet(platform, file);
  if (revealing === undefined) return writeParquet(platform, STATEMENTS[what], file);
  return writeParquetWithSourceIds(platform, STATEMENTS[what], file, revealing);
}
