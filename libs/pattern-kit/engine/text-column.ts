import { widened } from './columns';
import type { Renumbering } from './renumbering';
import { hashBegin, hashEnd, hashFour, hashOne } from './hash-text';

const SMALLEST = 1 << 16;

/**
 * One text a row, kept outside of the collector's heap: a byte a character. Ids are written once and seldom read, and millions of
 * small objects would be walked over again and again. The few texts with wider characters are kept as they are.
 */
export class TextColumn {
  private bytes = new Uint8Array(SMALLEST);
  /** Where each row's text begins; it ends where the next one begins. */
  private starts = new Float64Array(1_024);
  private count = 0;
  private readonly wide = new Map<number, string>();
  private tried = '';
  private isWide = false;

  get length(): number {
    return this.count;
  }

  /** Writes a text down behind the last one, to be kept by `keep`; its hash, made on the way. */
  try(text: string, seed: number): number {
    const end = this.starts[this.count] as number;
    const { length } = text;
    const before = length - 1;
    while (end + length > this.bytes.length) this.bytes = widened(this.bytes);
    const { bytes } = this;
    this.tried = text;
    let hash = hashBegin(seed, length);
    let all = 0;
    let at = 0;
    for (const last = before - 3; at < last; at += 4) {
      const one = text.charCodeAt(at);
      const two = text.charCodeAt(at + 1);
      const three = text.charCodeAt(at + 2);
      const four = text.charCodeAt(at + 3);
      const place = end + at;
      bytes[place] = one;
      bytes[place + 1] = two;
      bytes[place + 2] = three;
      bytes[place + 3] = four;
      all |= one | two | three | four;
      hash = hashFour(hash, one, two, three, four);
    }
    for (; at < before; at += 1) {
      const one = text.charCodeAt(at);
      bytes[end + at] = one;
      all |= one;
      hash = hashOne(hash, one);
    }
    const last = before < 0 ? 0 : text.charCodeAt(before);
    bytes[end + at] = last;
    this.isWide = (all | last) > 0xff;
    return hashEnd(hash, last);
  }

  /** Keeps the text that was tried last, as the next row's. */
  keep(): void {
    let end = this.starts[this.count] as number;
    if (this.isWide) this.wide.set(this.count, this.tried);
    else end += this.tried.length;
    this.count += 1;
    if (this.count === this.starts.length) this.starts = widened(this.starts);
    this.starts[this.count] = end;
  }

  at(row: number): string {
    const start = this.starts[row] as number;
    const end = this.starts[row + 1] as number;
    if (start === end && this.wide.size > 0) return this.wide.get(row) ?? '';
    return Buffer.from(this.bytes.buffer, start, end - start).toString('latin1');
  }

  is(row: number, text: string): boolean {
    const start = this.starts[row] as number;
    const end = this.starts[row + 1] as number;
    if (end - start !== text.length) return this.wide.size > 0 && this.wide.get(row) === text;
    for (let at = 0; at < text.length; at += 1) if (this.bytes[start + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  /** Forgets rows. */
  renumber(rows: Renumbering): void {
    const before = { bytes: this.bytes, starts: this.starts };
    let total = 0;
    for (let row = 0; row < rows.before; row += 1) {
      if (rows.of(row) !== -1) total += (before.starts[row + 1] as number) - (before.starts[row] as number);
    }
    let room = SMALLEST;
    while (room < total) room *= 2;
    this.bytes = new Uint8Array(room);
    this.starts = rows.column(before.starts);
    rows.keys(this.wide);
    let end = 0;
    for (let row = 0; row < rows.before; row += 1) {
      if (rows.of(row) === -1) continue;
      const from = before.starts[row] as number;
      const to = before.starts[row + 1] as number;
      this.starts[rows.of(row)] = end;
      this.bytes.set(before.bytes.subarray(from, to), end);
      end += to - from;
    }
    this.count = rows.count;
    this.starts[this.count] = end;
  }

  dump(): readonly string[] {
    return Array.from({ length: this.count }, (_, row) => this.at(row));
  }

  load(texts: readonly string[]): void {
    for (const text of texts) {
      this.try(text, 0);
      this.keep();
    }
  }
}
