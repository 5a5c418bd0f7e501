import type { LogRecord } from '@plumbline/event-log';
import type { Digest } from '../idempotency/digest';

/** An event that is ready for the log. */
export interface Prepared extends LogRecord {
  readonly type: string;
  /** `source` NUL id. */
  readonly key: string;
  readonly keyHash: Digest;
  /** Of what the source said, without the time of our receiving it. */
  readonly contentHash: Digest;
}

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

/** Its bytes are cut out of their piece when the log asks for them. */
export class PreparedEvent implements Prepared {
  constructor(
    readonly type: string,
    readonly partitionKey: string,
    readonly key: string,
    readonly keyHash: Digest,
    readonly contentHash: Digest,
    private readonly piece: Buffer,
    private readonly from: number,
    private readonly to: number,
  ) {}

  get bytes(): Uint8Array {
    return this.piece.subarray(this.from, this.to);
  }
}
