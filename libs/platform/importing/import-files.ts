import type { Ingestion, Receipt } from '@plumbline/ingestion';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { ImportFile } from './plan-import';

/** A file is read in pieces of so many bytes: some two thousand records each, which then share a commit; in the usual 64 KiB it would be a hundred. */
const PIECE_BYTES = 1 << 20;

export interface ImportProgress {
  readonly file: string;
  readonly bytesDone: number;
  readonly bytesInAll: number;
}

export interface ImportReport {
  readonly files: number;
  readonly totals: Pick<
    Receipt,
    'records' | 'accepted' | 'repeated' | 'conflicts' | 'quarantined' | 'context' | 'unchanged' | 'nil' | 'released'
  >;
  readonly byType: Readonly<Record<string, number>>;
  readonly byCode: Readonly<Record<string, number>>;
  readonly receipts: readonly { readonly file: string; readonly receipt: Receipt }[];
}

/** Takes files in one after the other. What was accepted before an interruption is a repeat the next time, so the command can simply be run again. */
export async function importFiles(
  ingestion: Pick<Ingestion, 'accept'>,
  files: readonly ImportFile[],
  onProgress: (progress: ImportProgress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<ImportReport> {
  const bytesInAll = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let bytesBefore = 0;
  const receipts: { file: string; receipt: Receipt }[] = [];
  for (const file of files) {
    const stream = createReadStream(file.path, { highWaterMark: PIECE_BYTES });
    const report = (): void => {
      onProgress({ file: basename(file.path), bytesDone: bytesBefore + Math.min(stream.bytesRead, file.bytes), bytesInAll });
    };
    report();
    const receipt = await ingestion.accept(file.source, file.format, stream, {
      fileName: basename(file.path),
      onProgress: report,
      ...(file.mapping === undefined ? {} : { mapping: file.mapping }),
      ...(signal === undefined ? {} : { signal }),
    });
    bytesBefore += file.bytes;
    receipts.push({ file: file.path, receipt });
  }
  onProgress({ file: '', bytesDone: bytesInAll, bytesInAll });
  return { files: files.length, ...summed(receipts.map(({ receipt }) => receipt)), receipts };
}

function summed(receipts: readonly Receipt[]): Pick<ImportReport, 'totals' | 'byType' | 'byCode'> {
  const totals = { records: 0, accepted: 0, repeated: 0, conflicts: 0, quarantined: 0, context: 0, unchanged: 0, nil: 0, released: 0 };
  const byType: Record<string, number> = {};
  const byCode: Record<string, number> = {};
  for (const receipt of receipts) {
    for (const name of Object.keys(totals) as (keyof typeof totals)[]) totals[name] += receipt[name];
    for (const [type, count] of Object.entries(receipt.byType)) byType[type] = (byType[type] ?? 0) + count;
    for (const [code, count] of Object.entries(receipt.byCode)) byCode[code] = (byCode[code] ?? 0) + count;
  }
  return { totals, byType, byCode };
}
