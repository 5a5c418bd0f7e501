import { KeyTable } from './key-table';
import type { Pseudonyms } from './pseudonyms';

/** Clinicians, numbered by themselves so that their numbers are small. */
export class People {
  private readonly names: string[] = [];
  private readonly table = new KeyTable();

  constructor(private readonly pseudonyms: Pseudonyms) {}

  number(name: string): number {
    const known = this.find(name);
    if (known !== -1) return known;
    const number = this.names.length;
    this.names.push(name);
    this.table.put(0, this.pseudonyms.high, this.pseudonyms.low, number);
    return number;
  }

  /** The number of a clinician, or -1 where there is none yet. */
  find(name: string): number {
    this.pseudonyms.read(name);
    return this.table.find(0, this.pseudonyms.high, this.pseudonyms.low);
  }

  text(number: number): string {
    const name = this.names[number];
    if (name === undefined) throw new RangeError(`no clinician has the number ${String(number)}`);
    return name;
  }

  /** All of them in the order of their numbers. */
  all(): readonly string[] {
    return this.names;
  }
}
