import { widened } from './columns';
import { HashTable } from './hash-table';
import { hashPseudonym } from './hash-text';

/** Whom a clinician is paired with where an event names nobody. */
const NOBODY = '';

/**
 * Numbers the pairs of a clinician and another (a patient, a giver, or nobody), once for all patterns, so that a pattern finds its
 * subject by one look into a flat array. The other's pseudonym is hashed together with the clinician's number: one search an event.
 */
export class Pairs {
  private readonly others: string[] = [];
  private clinicians = new Int32Array(1_024);
  /** The pair of the same clinician before, or -1. */
  private previous = new Int32Array(1_024);
  private lastOf = new Int32Array(256).fill(-1);
  /** By clinician: the pair with nobody plus one, or 0 where it was not asked for. */
  private withNobody = new Int32Array(256);
  private readonly table = new HashTable();

  number(clinician: number, other: string = NOBODY): number {
    const { table, clinicians, others } = this;
    let pair = table.seek(hashPseudonym(clinician, other));
    while (pair !== -1 && (clinicians[pair] !== clinician || others[pair] !== other)) pair = table.next();
    return pair === -1 ? this.begin(clinician, other) : pair;
  }

  /** The pair of a clinician and nobody. */
  alone(clinician: number): number {
    const known = this.withNobody[clinician] ?? 0;
    if (known !== 0) return known - 1;
    const pair = this.number(clinician);
    while (clinician >= this.withNobody.length) this.withNobody = widened(this.withNobody);
    this.withNobody[clinician] = pair + 1;
    return pair;
  }

  clinician(pair: number): number {
    return this.clinicians[pair] as number;
  }

  /** The pseudonym of the patient or giver; undefined where the pair has none. */
  other(pair: number): string | undefined {
    const other = this.others[pair];
    return other === NOBODY ? undefined : other;
  }

  /** All pairs of one clinician. */
  of(clinician: number): number[] {
    const pairs: number[] = [];
    for (let pair = this.lastOf[clinician] ?? -1; pair !== -1; pair = this.previous[pair] as number) pairs.push(pair);
    return pairs;
  }

  /** In the order of their numbers; taking them again in that order restores the numbers. */
  dump(): { readonly clinicians: Int32Array; readonly others: readonly string[] } {
    return { clinicians: this.clinicians.slice(0, this.others.length), others: this.others };
  }

  private begin(clinician: number, other: string): number {
    const pair = this.others.length;
    if (pair === this.clinicians.length) {
      this.clinicians = widened(this.clinicians);
      this.previous = widened(this.previous);
    }
    while (clinician >= this.lastOf.length) {
      const { length } = this.lastOf;
      this.lastOf = widened(this.lastOf).fill(-1, length);
    }
    this.others.push(other);
    this.clinicians[pair] = clinician;
    this.previous[pair] = this.lastOf[clinician] as number;
    this.lastOf[clinician] = pair;
    this.table.put(pair);
    return pair;
  }
}
