/** How many texts are compared before one is hashed. */
const RECENT = 4;

/** Gives every text a small whole number, once, so that facts are compared and stored as numbers. */
export class Interner {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];

  number(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const next = this.texts.length;
    this.numbers.set(text, next);
    this.texts.push(text);
    return next;
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
