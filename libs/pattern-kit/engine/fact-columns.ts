const SMALLEST = 2;
/** Doubles a fact takes: time, value, and four whole numbers of 32 bits; where facts are weighed, two more. */
const PLAIN = 4;
const WEIGHED = 6;

/** All facts as plain data, with the blocks that are free by their length. */
export interface FactBlocks {
  readonly numbers: Float64Array;
  readonly free: readonly (readonly [length: number, bases: readonly number[]])[];
}

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

  /** The place of a new block with room for so many facts. */
  block(capacity: number): number {
    return this.append(capacity);
  }

  /** Copies the fact at a place of other columns to one of its own; places are given in facts. */
  take({ numbers }: FactColumns, from: number, to: number): void {
    for (let at = 0; at < this.stride; at += 1) this.numbers[to * this.stride + at] = numbers[from * this.stride + at] as number;
  }

  /** Takes over the facts of other columns, and gives up its own. */
  become({ numbers, words, end }: FactColumns): void {
    this.numbers = numbers;
    this.words = words;
    this.end = end;
    this.free.clear();
  }

  dump(): FactBlocks {
    return { numbers: this.numbers.slice(0, this.end * this.stride), free: [...this.free] };
  }

  load({ numbers, free }: FactBlocks): void {
    this.append(numbers.length / this.stride);
    this.numbers.set(numbers);
    for (const [length, bases] of free) this.free.set(length, [...bases]);
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
