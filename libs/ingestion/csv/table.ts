import { Readable } from 'node:stream';
import type { ProblemCode } from '@plumbline/kernel';
import { parse } from 'csv-parse';
import { MAX_ORIGINAL_BYTES, MAX_RECORD_BYTES, chunksOf, encodingProblem, type Input } from '../core/input';
import { RowProblem } from './row';

/** One row as it stands in the file. `problem`: the row cannot be taken apart. */
export interface TableRow {
  readonly line: number;
  readonly raw: string;
  readonly cells: readonly string[];
  readonly problem?: ProblemCode;
}

/** Keeps the input as long as it is small enough for quarantine, for problems that concern it as a whole. */
export class Retained {
  private chunks: Buffer[] | undefined = [];
  private size = 0;

  keep(chunk: Uint8Array): void {
    this.size += chunk.length;
    if (this.size > MAX_ORIGINAL_BYTES) this.chunks = undefined;
    else this.chunks?.push(Buffer.from(chunk));
  }

  /** Undefined where the input is larger than quarantine takes. */
  whole(): Buffer | undefined {
    return this.chunks === undefined ? undefined : Buffer.concat(this.chunks);
  }
}

/** Decodes strictly: what is not UTF-8 is never guessed at. @throws RowProblem `input.encoding` */
async function* decoded(input: Input, retained: Retained): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const read = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch (error) {
      if (error instanceof TypeError) throw new RowProblem(encodingProblem(chunk ?? new Uint8Array()));
      throw error;
    }
  };
  let wrong: unknown;
  for await (const chunk of chunksOf(input)) {
    retained.keep(chunk);
    // After a problem the rest is read all the same, so that the whole can be kept.
    if (wrong !== undefined) continue;
    try {
      const text = read(chunk);
      if (text.includes('\u0000')) throw new RowProblem(encodingProblem(chunk));
      yield text;
    } catch (error) {
      wrong = error;
    }
  }
  if (wrong !== undefined) throw wrong instanceof Error ? wrong : new Error('the input cannot be decoded');
  yield read();
}

interface Parsed {
  readonly record: string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** Rows as they come, with the text that they were made from. @throws RowProblem where the input as a whole cannot be read. */
export async function* rowsOf(input: Input, retained: Retained, delimiter = ','): AsyncGenerator<TableRow> {
  const broken: TableRow[] = [];
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MAX_RECORD_BYTES,
    on_skip: (error, raw) => {
      broken.push({ line: Number(error?.['lines'] ?? 0), raw: raw ?? '', cells: [], problem: 'csv.broken-row' });
      return undefined;
    },
  });
  const source = Readable.from(decoded(input, retained));
  source.on('error', (error) => parser.destroy(error));
  for await (const { record, raw, info } of source.pipe(parser) as AsyncIterable<Parsed>) {
    yield* broken.splice(0);
    yield { line: info.lines, raw: raw.replace(/\r?\n$/, ''), cells: record };
  }
  yield* broken;
}
