import { HashTable } from './hash-table';
import { hashText } from './hash-text';

/** How many texts are compared before one is hashed. */
const RECENT = 4;

/** Gives every text a small whole number, once, so that facts are compared and stored as numbers. */
export class Interner {
  private readonly texts: string[] = [];
  private readonly table = new HashTable();

  number(text: string): number {
    const known = this.find(text);
    if (known !== -1) return known;
    const number = this.texts.length;
    this.texts.push(text);
    this.table.put(number);
    return number;
  }

  /** The number of a text, or -1 where it has none. */
  find(text: string): number {
    const { table, texts } = this;
    let number = table.seek(hashText(0, text));
    while (number !== -1 && texts[number] !== text) number = table.next();
    return number;
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
