import { widened } from './columns';
import type { Recent } from './interner';
import type { FieldPlan } from './plan';
import type { Renumbering } from './renumbering';

const ABSENT = -1;
const SMALLEST = 4_096;
/** Stands in a slot for a number that does not fit into 32 bits. */
const WIDE = -0x80000000;

/** The fields of each row that some pattern asks for, one after the other. */
export class Slots {
  private starts = new Int32Array(1_024);
  private values = new Int32Array(SMALLEST);
  private end = 0;
  private readonly wide = new Map<number, number>();

  /** Begins the fields of a row; rows begin in the order of their numbers. */
  begin(row: number): void {
    if (row === this.starts.length) this.starts = widened(this.starts);
    this.starts[row] = this.end;
  }

  /** Writes the value of a field of an event. */
  write({ kind, recent }: FieldPlan, value: unknown): void {
    if (typeof value === 'string') this.push(kind === 'presence' ? 1 : recent.number(value));
    else if (typeof value === 'number') this.push(value);
    else if (typeof value === 'boolean') this.push(value ? 1 : 0);
    else if (kind === 'money') this.writeMoney(value, recent);
    else this.push(ABSENT);
  }

  /** Minor units and currency. */
  private writeMoney(value: unknown, recent: Recent): void {
    const money = value as { readonly minor: number; readonly currency: string } | undefined | null;
    this.push(money ? money.minor : ABSENT);
    this.push(money ? recent.number(money.currency) : ABSENT);
  }

  private push(value: number): void {
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

  /** Forgets rows. */
  renumber(rows: Renumbering): void {
    const { starts, values, end } = this;
    const wide = new Map(this.wide);
    this.starts = rows.column(starts);
    this.values = new Int32Array(SMALLEST);
    this.end = 0;
    this.wide.clear();
    for (let row = 0; row < rows.before; row += 1) {
      const now = rows.of(row);
      if (now === -1) continue;
      this.starts[now] = this.end;
      const to = row + 1 < rows.before ? (starts[row + 1] as number) : end;
      for (let at = starts[row] as number; at < to; at += 1) this.push(wide.get(at) ?? (values[at] as number));
    }
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
