import { nextLength, type FactColumns } from './fact-columns';
import { NOT_HOLDING } from './model';

/** The facts of one subject, in order, in its block of the pattern's columns. */
export class FactBlock {
  length = 0;
  private base = 0;
  private capacity = 0;

  constructor(private readonly columns: FactColumns) {}

  row(position: number): number {
    return this.columns.rows[this.base + position] as number;
  }

  kind(position: number): number {
    return this.columns.kinds[this.base + position] as number;
  }

  verdict(position: number): number {
    return this.columns.verdicts[this.base + position] as number;
  }

  rank(position: number): number {
    return this.columns.ranks[this.base + position] as number;
  }

  weight(position: number): number {
    return this.columns.weights[this.base + position] ?? 0;
  }

  part(position: number): number {
    return this.columns.parts[this.base + position] ?? 0;
  }

  protected value(position: number): number {
    return this.columns.values[this.base + position] as number;
  }

  counts(position: number): boolean {
    return this.verdict(position) === 1;
  }

  setRank(position: number, rank: number): void {
    this.columns.ranks[this.base + position] = rank;
  }

  weigh(position: number, weight: number, part: number): void {
    this.columns.weigh(this.base + position, weight, part);
  }

  firstOf(kinds: (kind: number) => boolean): number {
    for (let position = 0; position < this.length; position += 1) if (kinds(this.kind(position))) return position;
    return -1;
  }

  positionOf(row: number): number {
    for (let position = 0; position < this.length; position += 1) if (this.row(position) === row) return position;
    return -1;
  }

  protected setVerdict(position: number, verdict: number): void {
    this.columns.verdicts[this.base + position] = verdict;
  }

  protected setValue(position: number, value: number): void {
    this.columns.values[this.base + position] = value;
  }

  /** Puts a fact in before a position; neither it nor those from there on are judged. */
  protected putAt(position: number, row: number, kind: number): void {
    if (this.length === this.capacity) {
      this.capacity = nextLength(this.capacity);
      this.base = this.columns.move(this.base, this.length, this.capacity);
    }
    this.shift(position, position + 1);
    this.length += 1;
    this.columns.rows[this.base + position] = row;
    this.columns.kinds[this.base + position] = kind;
    this.forget(this.length - 1);
  }

  protected takeAt(position: number): void {
    this.shift(position + 1, position);
    this.length -= 1;
  }

  protected forget(position: number): void {
    this.columns.verdicts[this.base + position] = 0;
    this.columns.ranks[this.base + position] = NOT_HOLDING;
    if (this.base + position < this.columns.weights.length) this.weigh(position, 0, 0);
  }

  /** Moves the rows from a position on; none of them is judged. */
  private shift(from: number, to: number): void {
    const { rows, kinds } = this.columns;
    const source = Math.min(from, to);
    if (source >= this.length) return;
    rows.copyWithin(this.base + to, this.base + from, this.base + this.length);
    kinds.copyWithin(this.base + to, this.base + from, this.base + this.length);
  }
}
