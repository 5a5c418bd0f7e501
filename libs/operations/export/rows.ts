import type { Ingestion } from '@plumbline/ingestion';
import { stringify } from 'csv-stringify';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

export type Row = Readonly<Record<string, unknown>>;

/** Rows of an NDJSON stream, one at a time. */
export async function* rowsOf(ndjson: AsyncIterable<Uint8Array>): AsyncGenerator<Row> {
  for await (const line of createInterface({ input: Readable.from(ndjson), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line !== '') yield JSON.parse(line) as Row;
  }
}

/** The quarantine without its originals: what was wrong, where, and what became of it. */
export function* quarantineRows({ quarantine }: Pick<Ingestion, 'quarantine'>): Generator<Row> {
  for (let after: string | undefined; ;) {
    const page = quarantine.list({ limit: 1_000, ...(after === undefined ? {} : { after }) });
    for (const { id, state, code, problems, place, source, format, receivedAt, settledAt, attempts, mended } of page) {
      yield {
        ...{ id, state, code, place, source, format, attempts, mended },
        reason: problems[0]?.reason ?? '',
        remedy: problems[0]?.remedy ?? '',
        received_at: new Date(receivedAt).toISOString(),
        settled_at: settledAt === undefined ? '' : new Date(settledAt).toISOString(),
      };
    }
    after = page.at(-1)?.id;
    if (page.length < 1_000) return;
  }
}

/** Writes rows and gives their number. In CSV a value that a spreadsheet would take for a formula is disarmed, and a list stands with blanks between. */
export async function writeRows(
  rows: AsyncIterable<Row> | Iterable<Row>,
  format: 'csv' | 'ndjson',
  file: string,
  onRow: (written: number) => void,
): Promise<number> {
  const out = createWriteStream(file);
  const lines = format === 'csv' ? stringify({ header: true, escape_formulas: true, cast: { object: cell, boolean: String } }) : undefined;
  lines?.pipe(out);
  const ended = finished(out);
  let written = 0;
  for await (const row of rows) {
    const more = lines === undefined ? out.write(`${JSON.stringify(row)}\n`) : lines.write(row);
    if (!more) await Promise.race([once(lines ?? out, 'drain'), ended]);
    written += 1;
    if (written % 1_000 === 0) onRow(written);
  }
  (lines ?? out).end();
  await ended;
  return written;
}

const cell = (value: object): string => (Array.isArray(value) ? value.join(' ') : JSON.stringify(value));
