import { hashText } from './hash-text';

/** How many texts are compared before one is hashed. */
const RECENT = 4;

/** Gives every text a small whole number, once, so that facts are compared and stored as numbers. */
export class Interner {
  private readonly texts: string[] = [];
  /** Pairs of a hash and the text's number plus one. */
  private table = new Int32Array(2 * 256);
  private mask = 255;

  number(text: string): number {
    const hash = hashText(0, text);
    const { table, mask } = this;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const entry = table[2 * place + 1] as number;
      if (entry === 0) return this.add(text, hash, place);
      if (table[2 * place] === hash && this.texts[entry - 1] === text) return entry - 1;
    }
  }

  private add(text: string, hash: number, place: number): number {
    const number = this.texts.length;
    this.texts.push(text);
    this.table[2 * place] = hash;
    this.table[2 * place + 1] = number + 1;
    if (2 * this.texts.length > this.mask) this.grow();
    return number;
  }

  private grow(): void {
    const before = this.table;
    this.mask = 2 * this.mask + 1;
    this.table = new Int32Array(2 * (this.mask + 1));
    for (let at = 0; at < before.length; at += 2) {
      if (before[at + 1] === 0) continue;
      let place = (before[at] as number) & this.mask;
      while (this.table[2 * place + 1] !== 0) place = (place + 1) & this.mask;
      this.table[2 * place] = before[at] as number;
      this.table[2 * place + 1] = before[at + 1] as number;
    }
  }

  /** The text of a number that this interner gave out. */
  text(number: number): string {
    const text = this.texts[number];
    if (text === undefined) throw new RangeError(`no text has the number ${String(number)}`);
    return text;
  }

  /** All texts in the order of their numbers; interning them again in that order restores the numbers. */
  all(): readonly string[] {
    return this.texts;
  }
}

/**
 * Numbers of the texts that were asked for last: comparing a text with the few that a field usually holds is cheaper than hashing it.
 */
export class Recent {
  private readonly texts: string[] = [];
  private readonly numbers: number[] = [];
  private next = 0;

  constructor(private readonly interner: Interner) {}

  number(text: string): number {
    for (let at = 0; at < this.texts.length; at += 1) if (this.texts[at] === text) return this.numbers[at] as number;
    const number = this.interner.number(text);
    this.texts[this.next] = text;
    this.numbers[this.next] = number;
    this.next = (this.next + 1) % RECENT;
    return number;
  }
}
