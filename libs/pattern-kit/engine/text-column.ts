import { widened } from './columns';

/**
 * One text a row, kept outside of the collector's heap: a byte a character. Ids are written once and seldom read, and millions of
 * small objects would be walked over again and again. The few texts with wider characters are kept as they are.
 */
export class TextColumn {
  private bytes = new Uint8Array(1 << 16);
  /** Where each row's text begins; it ends where the next one begins. */
  private starts = new Float64Array(1_024);
  private count = 0;
  private readonly wide = new Map<number, string>();

  get length(): number {
    return this.count;
  }

  push(text: string): void {
    let end = this.starts[this.count] as number;
    while (end + text.length > this.bytes.length) this.bytes = widened(this.bytes);
    const { bytes } = this;
    let all = 0;
    for (let at = 0; at < text.length; at += 1) {
      const character = text.charCodeAt(at);
      bytes[end + at] = character;
      all |= character;
    }
    if (all > 0xff) this.wide.set(this.count, text);
    else end += text.length;
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

  dump(): readonly string[] {
    return Array.from({ length: this.count }, (_, row) => this.at(row));
  }
}
