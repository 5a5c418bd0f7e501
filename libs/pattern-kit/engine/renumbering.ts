type Column = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

const SMALLEST = 1_024;

/** New numbers for what is kept, in the same order, without holes. */
export class Renumbering {
  /** How many are kept. */
  readonly count: number;
  private readonly numbers: Int32Array;

  /** `kept` holds 1 for each old number that goes on. */
  constructor(kept: Uint8Array) {
    this.numbers = new Int32Array(kept.length);
    let count = 0;
    for (let old = 0; old < kept.length; old += 1) {
      this.numbers[old] = kept[old] === 1 ? count : -1;
      if (kept[old] === 1) count += 1;
    }
    this.count = count;
  }

  /** How many there were. */
  get before(): number {
    return this.numbers.length;
  }

  /** The new number of an old one, or -1 where it is forgotten. */
  of(old: number): number {
    return this.numbers[old] as number;
  }

  /** A column with what is kept alone, `stride` numbers each, and room for more. */
  column<Kind extends Column>(column: Kind, stride = 1): Kind {
    let length = SMALLEST;
    while (length <= this.count) length *= 2;
    const kept = new (column.constructor as new (length: number) => Kind)(length * stride);
    for (let old = 0; old < this.before; old += 1) {
      const now = this.of(old);
      if (now === -1) continue;
      for (let at = 0; at < stride; at += 1) kept[now * stride + at] = column[old * stride + at] as number;
    }
    return kept;
  }

  /** Entries under the new numbers. */
  keys<Value>(entries: Map<number, Value>): void {
    const before = [...entries];
    entries.clear();
    for (const [old, value] of before) if (this.of(old) !== -1) entries.set(this.of(old), value);
  }

  /** The same of a set. */
  members(members: Set<number>): void {
    const before = [...members];
    members.clear();
    for (const old of before) if (this.of(old) !== -1) members.add(this.of(old));
  }
}
