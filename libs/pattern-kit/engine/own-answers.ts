import type { OwnCondition } from '../conditions';

/** A test of what the event says of itself: it never changes. 0 no, 1 yes, from 2 on the code of what cannot be told. */
export type RowTest = (row: number) => number;

/** A bit must stay clear of the sign. */
const BITS = 31;

/**
 * What events of one type say of themselves, asked once for all patterns: many patterns ask for the same few things. Each condition has a
 * bit, which is set where it is no sure no.
 */
export class OwnAnswers {
  private readonly tests: RowTest[] = [];
  private readonly bits = new Map<string, number>();

  /** The bit of a condition, as a number with that bit set; 0 where there is none left and the fact must ask for itself. */
  bitOf(condition: OwnCondition, test: RowTest): number {
    const name = JSON.stringify(condition);
    const known = this.bits.get(name);
    if (known !== undefined) return known;
    if (this.tests.length === BITS) return 0;
    const bit = 1 << this.tests.length;
    this.tests.push(test);
    this.bits.set(name, bit);
    return bit;
  }

  of(row: number): number {
    const { tests } = this;
    let answers = 0;
    for (let at = 0; at < tests.length; at += 1) if ((tests[at] as RowTest)(row) !== 0) answers |= 1 << at;
    return answers;
  }
}
