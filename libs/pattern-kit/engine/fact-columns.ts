const SMALLEST = 2;
/** Doubles a fact takes: time, value, and four whole numbers of 32 bits; where facts are weighed, two more. */
const PLAIN = 4;
const WEIGHED = 6;

/**
 * The facts of all subjects of one pattern with the judgement at each, fact after fact outside of the collector's heap: 32 bytes, or 48
 * where the measure weighs them. A subject has a block of facts in a row; when it is full the subject moves to one of twice the
 * length, and another subject takes the old one.
 */
export class FactColumns {
  readonly stride: number;
  /** Times and values, and at the same bytes rows, kinds, verdicts and ranks as whole numbers. */
  numbers: Float64Array;
  words: Int32Array;
  private end = 0;
  /** First places of blocks that are free, by length. */
  private readonly free = new Map<number, number[]>();

  constructor(readonly weighed: boolean) {
    this.stride = weighed ? WEIGHED : PLAIN;
    this.numbers = new Float64Array(64 * this.stride);
    this.words = new Int32Array(this.numbers.buffer);
  }

  /** A block for `length` facts in place of an earlier one of half that length; places are given in facts. */
  move(base: number, used: number, length: number): number {
    const to = this.free.get(length)?.pop() ?? this.append(length);
    if (used > 0) {
      const { numbers, stride } = this;
      const difference = (to - base) * stride;
      // Blocks are short: the copying of a whole array has a price of its own.
      for (let at = base * stride; at < (base + used) * stride; at += 1) numbers[at + difference] = numbers[at] as number;
      const free = this.free.get(used);
      if (free === undefined) this.free.set(used, [base]);
      else free.push(base);
    }
    return to;
  }

  private append(length: number): number {
    const base = this.end;
    this.end += length;
    while (this.end * this.stride > this.numbers.length) {
      const wider = new Float64Array(2 * this.numbers.length);
      wider.set(this.numbers);
      this.numbers = wider;
      this.words = new Int32Array(wider.buffer);
    }
    return base;
  }
}

/** The length of the block after one of `length` places. */
export const nextLength = (length: number): number => (length === 0 ? SMALLEST : 2 * length);
