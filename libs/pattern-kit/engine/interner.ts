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
