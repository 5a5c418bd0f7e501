import type { LogRecord } from '@plumbline/event-log';
import { ENTRY_WORDS, writeEntry } from '../idempotency/digest';

/** Events in one piece of memory: with a buffer of its own for each, collecting garbage would cost more than writing them. */
const PIECE_BYTES = 262_144;

/** Writes texts one after the other into pieces of memory, which live as long as an event in them does. */
export class Pages {
  private piece = Buffer.allocUnsafeSlow(PIECE_BYTES);
  private used = 0;

  /** The bytes of `head` followed by those of `text` from its second character on: the head takes the place of the first bracket. */
  write(head: string, text: string): { readonly piece: Buffer; readonly from: number; readonly to: number } {
    // No character of UTF-16 takes more than three bytes.
    const most = head.length + text.length * 3;
    if (this.used + most > this.piece.length) {
      this.piece = Buffer.allocUnsafeSlow(Math.max(PIECE_BYTES, most));
      this.used = 0;
    }
    const { piece, used: from } = this;
    // The head is written over the bracket with which the text begins.
    const to = from + head.length - 1 + piece.write(text, from + head.length - 1, 'utf8');
    piece.write(head, from, 'latin1');
    this.used = to;
    return { piece, from, to };
  }
}

/** Where an event was written by {@link Pages}. */
type Place = ReturnType<Pages['write']>;

/**
 * Events that are ready for the log, in columns. A batch waits until the one before it is durable and outlives several collections of garbage in
 * the meantime; a few arrays are moved by the collector in no time, and thousands of objects are not.
 */
export class PreparedBatch {
  readonly types: string[] = [];
  /** UTC milliseconds. */
  readonly occurredAt: number[] = [];
  /** An entry for the index of each event, {@link ENTRY_WORDS} words long: of its key, and of what the source said without the time of our receiving it. */
  entries = new Int32Array(16 * ENTRY_WORDS);
  private readonly partitionKeys: string[] = [];
  private readonly keys: string[] = [];
  private readonly pieces: Buffer[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /** `receivedAt`: what is taken together was received together, at this instant in UTC milliseconds. */
  constructor(readonly receivedAt: number) {}

  get size(): number {
    return this.keys.length;
  }

  /** `key`: `source` NUL id. `content`: what the source said. */
  add(type: string, occurredAt: number, partitionKey: string, key: string, content: string, { piece, from, to }: Place): void {
    const at = this.size * ENTRY_WORDS;
    if (at === this.entries.length) {
      const grown = new Int32Array(this.entries.length * 2);
      grown.set(this.entries);
      this.entries = grown;
    }
    writeEntry(key, content, this.entries, at);
    this.types.push(type);
    this.occurredAt.push(occurredAt);
    this.partitionKeys.push(partitionKey);
    this.keys.push(key);
    this.pieces.push(piece);
    this.starts.push(from);
    this.ends.push(to);
  }

  /** What the log is handed; made when it is, because it is of no use before and after. */
  record(index: number): LogRecord {
    const bytes = this.pieces[index]?.subarray(this.starts[index], this.ends[index]);
    const key = this.keys[index];
    const partitionKey = this.partitionKeys[index];
    if (bytes === undefined || key === undefined || partitionKey === undefined) throw new RangeError(`the batch has no event ${index}`);
    return { partitionKey, key, bytes };
  }
}
