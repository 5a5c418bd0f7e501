/**
 * Numbers the pairs of a clinician and another (a patient, a giver, or nobody: -1), once for all patterns, so that a pattern finds its
 * subject by one look into a flat array.
 */
export class Pairs {
  private clinicians = new Int32Array(1_024);
  private others = new Int32Array(1_024);
  /** The pair of the same clinician before, or -1. */
  private previous = new Int32Array(1_024);
  private readonly lastOf = new Map<number, number>();
  private table = new Int32Array(4_096);
  private count = 0;
  private recent = -1;

  number(clinician: number, other: number): number {
    const { recent } = this;
    if (recent !== -1 && this.clinicians[recent] === clinician && this.others[recent] === other) return recent;
    const mask = this.table.length - 1;
    for (let place = hashOf(clinician, other) & mask; ; place = (place + 1) & mask) {
      const pair = (this.table[place] as number) - 1;
      if (pair === -1) return (this.recent = this.begin(clinician, other, place));
      if (this.clinicians[pair] === clinician && this.others[pair] === other) return (this.recent = pair);
    }
  }

  /** All pairs of one clinician. */
  of(clinician: number): number[] {
    const pairs: number[] = [];
    for (let pair = this.lastOf.get(clinician) ?? -1; pair !== -1; pair = this.previous[pair] as number) pairs.push(pair);
    return pairs;
  }

  private begin(clinician: number, other: number, place: number): number {
    const pair = this.count;
    if (pair === this.clinicians.length) {
      this.clinicians = widened(this.clinicians);
      this.others = widened(this.others);
      this.previous = widened(this.previous);
    }
    this.count += 1;
    this.clinicians[pair] = clinician;
    this.others[pair] = other;
    this.previous[pair] = this.lastOf.get(clinician) ?? -1;
    this.lastOf.set(clinician, pair);
    this.table[place] = pair + 1;
    if (2 * this.count > this.table.length) this.rehash();
    return pair;
  }

  private rehash(): void {
    const table = new Int32Array(2 * this.table.length);
    const mask = table.length - 1;
    for (let pair = 0; pair < this.count; pair += 1) {
      let place = hashOf(this.clinicians[pair] as number, this.others[pair] as number) & mask;
      while (table[place] !== 0) place = (place + 1) & mask;
      table[place] = pair + 1;
    }
    this.table = table;
  }
}

/** The same numbers in an array of twice the length. */
export function widened(column: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(2 * column.length);
  wider.set(column);
  return wider;
}

function hashOf(clinician: number, other: number): number {
  const hash = Math.imul(clinician + 1, 0x9e3779b1) ^ Math.imul(other + 2, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
