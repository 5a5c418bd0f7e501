import { isAscii, isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ProblemError, type Problem } from '@plumbline/kernel';
import type { Origin } from './draft';
import type { Format } from './formats';

export type Input = Uint8Array | AsyncIterable<Uint8Array>;

/** A record above this is quarantined unread: no clinical event is that long, and a parser should not be made to try. */
export const MAX_RECORD_BYTES = 1_048_576;
/** Above this not even quarantine takes a record; the whole input is refused, and its sender still has it. */
export const MAX_ORIGINAL_BYTES = 16 * MAX_RECORD_BYTES;

const tooLarge = (): ProblemError =>
  new ProblemError({
    code: 'input.record-too-large',
    reason: `One record is larger than ${String(MAX_ORIGINAL_BYTES)} bytes.`,
    remedy: 'Send one record per line; nothing from this record on was taken over.',
  });

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield bytes;
}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function* rejoined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** The input as chunks, unpacked where it is gzip. Streams throughout, so that a packed bomb fills no memory. */
export async function* chunksOf(input: Input): AsyncGenerator<Uint8Array> {
  const iterator = (input instanceof Uint8Array ? once(input) : input)[Symbol.asyncIterator]();
  let first = await iterator.next();
  while (first.done !== true && first.value.length === 0) first = await iterator.next();
  if (first.done === true) return;
  const whole = rejoined(first.value, iterator);
  if (!isGzip(first.value)) {
    yield* whole;
    return;
  }
  const source = Readable.from(whole);
  const unpacked = createGunzip();
  source.on('error', (error) => unpacked.destroy(error));
  try {
    yield* source.pipe(unpacked) as AsyncIterable<Buffer>;
  } catch (error) {
    if (!String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw error;
    throw new ProblemError(
      { code: 'input.gzip', reason: 'The gzip data is damaged or cut off.', remedy: 'Send the file again.' },
      { cause: error },
    );
  }
}

/** The whole input in one piece, for formats whose record is the whole input. */
export async function wholeOf(input: Input): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(input)) {
    size += chunk.length;
    if (size > MAX_ORIGINAL_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * A record that is a line: where it stands in a piece of the input. Its text, its words and its bytes are made when somebody asks for them,
 * because the line outlives them: it is kept until its event is durable, and nearly nobody asks again.
 */
export class Line implements Origin {
  constructor(
    readonly number: number,
    readonly format: Format,
    private readonly block: string | Buffer,
    private readonly from: number,
    private readonly to: number,
  ) {}

  get place(): string {
    return `line ${String(this.number)}`;
  }

  /** Undefined where the bytes cannot be read as UTF-8. */
  get text(): string | undefined {
    const { block, from, to } = this;
    if (typeof block !== 'string' && !isUtf8(block.subarray(from, to))) return undefined;
    const raw = typeof block === 'string' ? block.slice(from, to) : block.toString('utf8', from, to);
    return (this.number === 1 ? withoutMark(raw) : raw).trimEnd();
  }

  original(): Uint8Array {
    const { block, from, to } = this;
    return typeof block === 'string' ? Buffer.from(block.slice(from, to), 'utf8') : block.subarray(from, to);
  }
}

export const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

const NEWLINE = 10;
const SPACE = 32;
const DELETE = 127;

/** Lines in groups as they arrive; empty ones are left out, but counted. LF and CRLF alike. A group makes each line when it is taken. */
export async function* linesOf(input: Input, format: Format): AsyncGenerator<Iterable<Line>> {
  let rest: Buffer[] = [];
  let restSize = 0;
  const counter: Counter = { lines: 0, format };
  for await (const chunk of chunksOf(input)) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const end = bytes.lastIndexOf(NEWLINE);
    restSize += end < 0 ? bytes.length : 0;
    if (restSize > MAX_ORIGINAL_BYTES) throw tooLarge();
    if (end < 0) {
      rest.push(bytes);
      continue;
    }
    const whole = bytes.subarray(0, end);
    yield linesIn(rest.length === 0 ? whole : Buffer.concat([...rest, whole]), counter);
    rest = end + 1 < bytes.length ? [bytes.subarray(end + 1)] : [];
    restSize = bytes.length - end - 1;
  }
  if (rest.length > 0) yield linesIn(Buffer.concat(rest), counter);
}

interface Counter {
  lines: number;
  readonly format: Format;
}

/**
 * One text for all lines where it can be read as one: finding and cutting lines in it costs less than reading each. What is ASCII, as most of it
 * is, is copied and not decoded.
 */
function textOf(bytes: Buffer): string | undefined {
  if (isAscii(bytes)) return bytes.toString('latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : undefined;
}

/** Whether a line may be empty but for what is trimmed; most show by their first character that they are not. */
function mayBeBlank(block: string | Buffer, from: number, to: number): boolean {
  const first = typeof block === 'string' ? block.charCodeAt(from) : (block[from] ?? 0);
  return from === to || !(first > SPACE && first < DELETE);
}

function* linesIn(bytes: Buffer, counter: Counter): Generator<Line> {
  const block = textOf(bytes) ?? bytes;
  for (let from = 0; from <= block.length;) {
    const at = typeof block === 'string' ? block.indexOf('\n', from) : block.indexOf(NEWLINE, from);
    const to = at < 0 ? block.length : at;
    counter.lines += 1;
    const line = new Line(counter.lines, counter.format, block, from, to);
    if (!mayBeBlank(block, from, to) || line.text !== '') yield line;
    from = to + 1;
  }
}

/** What is wrong with bytes that are not UTF-8. */
export function encodingProblem(bytes: Uint8Array): Problem {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes.subarray(0, 64).includes(0);
  return {
    code: 'input.encoding',
    reason: wide ? 'The input is UTF-16, not UTF-8.' : 'The input is not UTF-8; it looks like Latin-1 or Windows-1252.',
    remedy: `Convert it first, for example with iconv -f ${wide ? 'UTF-16' : 'WINDOWS-1252'} -t UTF-8.`,
  };
}
