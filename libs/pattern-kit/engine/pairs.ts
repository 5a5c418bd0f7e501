import { widened } from './columns';
import { KeyTable } from './key-table';
import type { Pseudonyms } from './pseudonyms';
import type { Renumbering } from './renumbering';

const SMALLEST = 1_024;

/** All pairs as plain data: the clinician's number and the two words of the other's pseudonym. */
export interface PairColumns {
  readonly clinicians: Int32Array;
  readonly others: Int32Array;
}

/**
 * Numbers the pairs of a clinician and another (a patient, a giver, or nobody), once for all patterns, so that a pattern finds its
 * subject by one look into a flat array.
 */
export class Pairs {
  private count = 0;
  private clinicians = new Int32Array(SMALLEST);
  /** The two words of the other's pseudonym. */
  private others = new Int32Array(2 * SMALLEST);
  /** The pair of the same clinician before, or -1. */
  private previous = new Int32Array(SMALLEST);
  private lastOf = new Int32Array(256).fill(-1);
  /** By clinician: the pair with nobody plus one, or 0 where it was not asked for. */
  private withNobody = new Int32Array(256);
  private readonly table = new KeyTable();

  constructor(private readonly pseudonyms: Pseudonyms) {}

  /** The pair of a clinician and another, or nobody. */
  number(clinician: number, other?: string): number {
    this.pseudonyms.read(other);
    const { high, low } = this.pseudonyms;
    const pair = this.table.find(clinician, high, low);
    return pair === -1 ? this.begin(clinician, high, low) : pair;
  }

  /** The pair of a clinician and nobody. */
  alone(clinician: number): number {
    const known = clinician < this.withNobody.length ? (this.withNobody[clinician] as number) : 0;
    if (known !== 0) return known - 1;
    const pair = this.number(clinician);
    while (clinician >= this.withNobody.length) this.withNobody = widened(this.withNobody);
    this.withNobody[clinician] = pair + 1;
    return pair;
  }

  /** The pseudonym of the patient or giver; undefined where the pair has none. */
  other(pair: number): string | undefined {
    return this.pseudonyms.text(this.others[2 * pair] as number, this.others[2 * pair + 1] as number);
  }

  /** All pairs of one clinician. */
  of(clinician: number): number[] {
    const pairs: number[] = [];
    for (let pair = this.lastOf[clinician] ?? -1; pair !== -1; pair = this.previous[pair] as number) pairs.push(pair);
    return pairs;
  }

  /** In the order of their numbers. */
  dump(): PairColumns {
    return { clinicians: this.clinicians.slice(0, this.count), others: this.others.slice(0, 2 * this.count) };
  }

  /** Forgets pairs. */
  renumber(pairs: Renumbering): void {
    const clinicians = pairs.column(this.clinicians).subarray(0, pairs.count);
    const others = pairs.column(this.others, 2);
    this.count = 0;
    this.clinicians = new Int32Array(SMALLEST);
    this.others = new Int32Array(2 * SMALLEST);
    this.previous = new Int32Array(SMALLEST);
    this.lastOf.fill(-1);
    this.withNobody.fill(0);
    this.table.clear();
    this.load({ clinicians, others });
  }

  get size(): number {
    return this.count;
  }

  load({ clinicians, others }: PairColumns): void {
    clinicians.forEach((clinician, pair) => {
      const [high = 0, low = 0] = [others[2 * pair], others[2 * pair + 1]];
      this.table.find(clinician, high, low);
      this.begin(clinician, high, low);
    });
  }

  private begin(clinician: number, high: number, low: number): number {
    const pair = this.count;
    if (pair === this.clinicians.length) {
      this.clinicians = widened(this.clinicians);
      this.others = widened(this.others);
      this.previous = widened(this.previous);
    }
    while (clinician >= this.lastOf.length) {
      const { length } = this.lastOf;
      this.lastOf = widened(this.lastOf).fill(-1, length);
    }
    this.count = pair + 1;
    this.clinicians[pair] = clinician;
    this.others[2 * pair] = high;
    this.others[2 * pair + 1] = low;
    this.previous[pair] = this.lastOf[clinician] as number;
    this.lastOf[clinician] = pair;
    this.table.put(clinician, high, low, pair);
    return pair;
  }
}
