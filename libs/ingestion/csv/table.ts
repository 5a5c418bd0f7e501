import { Readable } from 'node:stream';
import type { ProblemCode } from '@plumbline/kernel';
import { parse } from 'csv-parse';
import { parse as parseText } from 'csv-parse/sync';
import { MAX_ORIGINAL_BYTES, MAX_RECORD_BYTES, chunksOf, encodingProblem, withoutMark, type Input } from '../core/input';
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

const isMisencoded = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';

/** Decodes strictly: what is not UTF-8 is never guessed at. @throws RowProblem `input.encoding` */
async function* decoded(input: Input, retained: Retained): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let problem: RowProblem | undefined;
  let isFirst = true;
  for await (const chunk of chunksOf(input)) {
    retained.keep(chunk);
    // After a problem the rest is read all the same, so that the whole can be kept.
    if (problem !== undefined) continue;
    try {
      const text = decoder.decode(chunk, { stream: true });
      if (text.includes('\u0000')) problem = new RowProblem(encodingProblem(chunk));
      else yield isFirst ? withoutMark(text) : text;
      isFirst = false;
    } catch (error) {
      if (!isMisencoded(error)) throw error;
      problem = new RowProblem(encodingProblem(chunk));
    }
  }
  if (problem !== undefined) throw problem;
  try {
    yield decoder.decode();
  } catch (error) {
    if (!isMisencoded(error)) throw error;
    throw new RowProblem(encodingProblem(new Uint8Array()));
  }
}

interface Parsed {
  readonly record: string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** The relaxed parser takes stray quotation marks as text; a row that has some must also stand a strict reading. */
function standsStrictly(raw: string): boolean {
  if (!raw.includes('"')) return true;
  try {
    parseText(raw, { relax_column_count: true });
    return true;
  } catch (error) {
    if (String((error as NodeJS.ErrnoException).code).startsWith('CSV_')) return false;
    throw error;
  }
}

/** How often an unclosed quotation mark is got over within one table; each time the rest has to be read again. */
const MAX_RECOVERIES = 100;

/** Rows as they come, with the text that they were made from. @throws RowProblem where the input as a whole cannot be read. */
export async function* rowsOf(input: Input, retained: Retained): AsyncGenerator<TableRow> {
  yield* parsed(Readable.from(decoded(input, retained)), 0, 0);
}

async function* parsed(source: Readable, before: number, recoveries: number): AsyncGenerator<TableRow> {
  let open: string | undefined;
  const parser = parse({
    info: true,
    raw: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: MAX_RECORD_BYTES,
    on_skip: (_, raw) => {
      open = raw ?? '';
      return undefined;
    },
  });
  source.on('error', (error) => parser.destroy(error));
  let line = before;
  for await (const { record, raw, info } of source.pipe(parser) as AsyncIterable<Parsed>) {
    line = before + info.lines;
    const text = raw.replace(/\r?\n?$/, '');
    yield { line, raw: text, cells: record, ...(standsStrictly(text) ? {} : { problem: 'csv.broken-row' as const }) };
  }
  if (open === undefined) return;
  // A quotation mark that is never closed swallows what follows. Only its own line is broken; the rest is read anew.
  const end = open.indexOf('\n');
  const last = end < 0 || recoveries >= MAX_RECOVERIES;
  yield { line: line + 1, raw: (last ? open : open.slice(0, end)).replace(/\r?\n?$/, ''), cells: [], problem: 'csv.broken-row' };
  if (!last) yield* parsed(Readable.from([open.slice(end + 1)]), line + 1, recoveries + 1);
}
