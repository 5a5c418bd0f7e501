import { widened } from './columns';

export const ABSENT = -1;
/** Stands in a slot for a number that does not fit into 32 bits. */
const WIDE = -0x80000000;

/** The fields of each row that some pattern asks for, one after the other. */
export class Slots {
  private starts = new Int32Array(1_024);
  private values = new Int32Array(4_096);
  private end = 0;
  private readonly wide = new Map<number, number>();

  /** Begins the fields of a row; rows begin in the order of their numbers. */
  begin(row: number): void {
    if (row === this.starts.length) this.starts = widened(this.starts);
    this.starts[row] = this.end;
  }

  push(value: number): void {
    const at = this.end;
    if (at === this.values.length) this.values = widened(this.values);
    this.end = at + 1;
    if ((value | 0) === value && value !== WIDE) this.values[at] = value;
    else {
      this.values[at] = WIDE;
      this.wide.set(at, value);
    }
  }

  /** Takes the fields of the last row back. */
  drop(row: number): void {
    this.end = this.starts[row] as number;
  }

  value(row: number, slot: number): number {
    const at = (this.starts[row] as number) + slot;
    const value = this.values[at] as number;
    return value === WIDE ? (this.wide.get(at) ?? WIDE) : value;
  }

  dump(rows: number): SlotColumns {
    return { starts: this.starts.slice(0, rows), values: this.values.slice(0, this.end), wide: [...this.wide] };
  }

  load({ starts, values, wide }: SlotColumns): void {
    while (this.starts.length < starts.length) this.starts = widened(this.starts);
    while (this.values.length < values.length) this.values = widened(this.values);
    this.starts.set(starts);
    this.values.set(values);
    this.end = values.length;
    for (const [at, value] of wide) this.wide.set(at, value);
  }
}

/** All fields as plain data; numbers that are too wide beside them, by place. */
export interface SlotColumns {
  readonly starts: Int32Array;
  readonly values: Int32Array;
  readonly wide: readonly (readonly [at: number, value: number])[];
}
