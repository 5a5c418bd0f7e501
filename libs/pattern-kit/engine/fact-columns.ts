const SMALLEST = 2;

/**
 * The facts of all subjects of one pattern, with the judgement at each, in flat columns: about 20 bytes a fact. A subject has a block of
 * places in a row; when it is full the subject moves to one of twice the length, and another subject takes the old one.
 */
export class FactColumns {
  rows = new Int32Array(64);
  kinds = new Uint8Array(64);
  verdicts = new Uint16Array(64);
  ranks = new Int16Array(64);
  values = new Float64Array(64);
  /** Written by measures that weigh their facts; otherwise they stay short and say 0. */
  weights = new Float64Array(0);
  parts = new Float64Array(0);
  private end = 0;
  /** First places of blocks that are free, by length. */
  private readonly free = new Map<number, number[]>();

  /** A block for `length` facts in place of an earlier one of half that length. */
  move(base: number, used: number, length: number): number {
    const to = this.free.get(length)?.pop() ?? this.append(length);
    if (used > 0) {
      for (const column of [this.rows, this.kinds, this.verdicts, this.ranks, this.values, this.weights, this.parts]) {
        column.copyWithin(to, base, base + used);
      }
      const free = this.free.get(used);
      if (free === undefined) this.free.set(used, [base]);
      else free.push(base);
    }
    return to;
  }

  weigh(place: number, weight: number, part: number): void {
    if (place >= this.weights.length) {
      this.weights = wider(new Float64Array(this.rows.length), this.weights);
      this.parts = wider(new Float64Array(this.rows.length), this.parts);
    }
    this.weights[place] = weight;
    this.parts[place] = part;
  }

  private append(length: number): number {
    const base = this.end;
    this.end += length;
    while (this.end > this.rows.length) this.grow();
    return base;
  }

  private grow(): void {
    const length = 2 * this.rows.length;
    this.rows = wider(new Int32Array(length), this.rows);
    this.kinds = wider(new Uint8Array(length), this.kinds);
    this.verdicts = wider(new Uint16Array(length), this.verdicts);
    this.ranks = wider(new Int16Array(length), this.ranks);
    this.values = wider(new Float64Array(length), this.values);
    if (this.weights.length === 0) return;
    this.weights = wider(new Float64Array(length), this.weights);
    this.parts = wider(new Float64Array(length), this.parts);
  }
}

/** The length of the block after one of `length` places. */
export const nextLength = (length: number): number => (length === 0 ? SMALLEST : 2 * length);

function wider<Column extends { set(from: Column): void }>(fresh: Column, old: Column): Column {
  fresh.set(old);
  return fresh;
}
