import { nextLength, type FactColumns } from './fact-columns';
import { NOT_HOLDING } from './model';
import type { Renumbering } from './renumbering';
import { BASE, CAPACITY, LENGTH, type SubjectColumns } from './subject-columns';

/** Where a fact keeps what, in doubles. */
const VALUE = 1;
const WEIGHT = 4;
const PART = 5;
/** And in whole numbers of 32 bits. */
const ROW = 4;
const KIND = 5;
const VERDICT = 6;
const RANK = 7;

/** Stands at the facts of one subject at a time, in order, in its block of the pattern's columns. */
export class FactCursor {
  number = -1;
  length = 0;
  private base = 0;
  private readonly stride: number;
  private readonly weighed: boolean;
  private readonly facts: FactColumns;

  constructor(protected readonly columns: SubjectColumns) {
    this.facts = columns.facts;
    this.stride = this.facts.stride;
    this.weighed = this.facts.weighed;
  }

  /** Goes to a subject. */
  goTo(number: number): this {
    this.number = number;
    this.length = this.columns.get(number, LENGTH);
    this.base = this.columns.get(number, BASE);
    return this;
  }

  time(position: number): number {
    return this.facts.numbers[this.place(position)] as number;
  }

  row(position: number): number {
    return this.facts.words[2 * this.place(position) + ROW] as number;
  }

  kind(position: number): number {
    return this.facts.words[2 * this.place(position) + KIND] as number;
  }

  /** 0 no fact, 1 counts, from 2 on the label under which it was left out. */
  verdict(position: number): number {
    return this.facts.words[2 * this.place(position) + VERDICT] as number;
  }

  counts(position: number): boolean {
    return this.verdict(position) === 1;
  }

  rank(position: number): number {
    return this.facts.words[2 * this.place(position) + RANK] as number;
  }

  weight(position: number): number {
    return this.weighed ? (this.facts.numbers[this.place(position) + WEIGHT] as number) : 0;
  }

  part(position: number): number {
    return this.weighed ? (this.facts.numbers[this.place(position) + PART] as number) : 0;
  }

  setRank(position: number, rank: number): void {
    this.facts.words[2 * this.place(position) + RANK] = rank;
  }

  /** For a measure that weighs its facts, before it moves the window. */
  weigh(position: number, weight: number, part: number): void {
    this.facts.numbers[this.place(position) + WEIGHT] = weight;
    this.facts.numbers[this.place(position) + PART] = part;
  }

  /** Rows have other numbers from now on. */
  renumberRows(rows: Renumbering): void {
    for (let position = 0; position < this.length; position += 1) {
      this.facts.words[2 * this.place(position) + ROW] = rows.of(this.row(position));
    }
  }

  positionOf(row: number): number {
    for (let position = 0; position < this.length; position += 1) if (this.row(position) === row) return position;
    return -1;
  }

  /** The position of the first fact at or after an instant. */
  firstFrom(instant: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.time(middle) >= instant) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The last counting fact of a kind before a position and after an instant, or -1. */
  lastOf(kind: number, before: number, opens: number): number {
    for (let last = before - 1; last >= 0 && this.time(last) > opens; last -= 1) {
      if (this.kind(last) === kind && this.counts(last)) return last;
    }
    return -1;
  }

  protected value(position: number): number {
    return this.facts.numbers[this.place(position) + VALUE] as number;
  }

  protected setVerdict(position: number, verdict: number): void {
    this.facts.words[2 * this.place(position) + VERDICT] = verdict;
  }

  protected setValue(position: number, value: number): void {
    this.facts.numbers[this.place(position) + VALUE] = value;
  }

  /** Puts a fact in before a position; neither it nor those from there on are judged. */
  protected putAt(position: number, time: number, row: number, kind: number): void {
    const { facts, columns, number, length } = this;
    if (length === columns.get(number, CAPACITY)) {
      const capacity = nextLength(length);
      columns.set(number, CAPACITY, capacity);
      this.base = facts.move(this.base, length, capacity);
      columns.set(number, BASE, this.base);
    }
    if (position < length) this.shift(position, position + 1);
    this.length = length + 1;
    columns.set(number, LENGTH, this.length);
    const place = this.place(position);
    facts.numbers[place] = time;
    facts.words[2 * place + ROW] = row;
    facts.words[2 * place + KIND] = kind;
    for (let unjudged = position; unjudged <= length; unjudged += 1) this.forget(unjudged);
  }

  protected takeAt(position: number): void {
    this.shift(position + 1, position);
    this.length -= 1;
    this.columns.set(this.number, LENGTH, this.length);
  }

  protected forget(position: number): void {
    const place = this.place(position);
    this.facts.words[2 * place + VERDICT] = 0;
    this.facts.words[2 * place + RANK] = NOT_HOLDING;
    if (this.weighed) this.weigh(position, 0, 0);
  }

  private place(position: number): number {
    return (this.base + position) * this.stride;
  }

  /** Moves the facts from a position on. */
  private shift(from: number, to: number): void {
    this.facts.numbers.copyWithin(this.place(to), this.place(from), this.place(this.length));
  }
}
