import { Interner } from './interner';

/** Crockford's base 32: five bits a character. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 14;
const HYPHEN = 45;
/** By character code: what a digit is worth; negative for any other character. */
const WORTH = new Int8Array(128).fill(-1);
for (let digit = 0; digit < DIGITS.length; digit += 1) WORTH[DIGITS.charCodeAt(digit)] = digit;
const KINDS = ' KPD';
const KIND_OF = new Uint8Array(128);
for (let kind = 1; kind < KINDS.length; kind += 1) KIND_OF[KINDS.charCodeAt(kind)] = kind;
const NOBODY = -1;

/**
 * Pseudonyms as whole numbers: a letter and sixty bits fit into two words of 32 exactly, and are compared without a look at a text. Names
 * of another form, which no source sends, are numbered.
 */
export class Pseudonyms {
  /** The words of the pseudonym that was read last. */
  high = 0;
  low = 0;
  private readonly others = new Interner();

  read(name: string | undefined): void {
    if (name === undefined) {
      this.high = 0;
      this.low = NOBODY;
      return;
    }
    if (name.length !== LENGTH || name.charCodeAt(1) !== HYPHEN) {
      this.number(name);
      return;
    }
    const letter = name.charCodeAt(0);
    let high = 0;
    let low = 0;
    let codes = letter;
    let worths = 0;
    for (let at = 2; at < 8; at += 1) {
      const code = name.charCodeAt(at);
      const worth = WORTH[code & 127] as number;
      codes |= code;
      worths |= worth;
      high = (high << 5) | worth;
    }
    for (let at = 8; at < LENGTH; at += 1) {
      const code = name.charCodeAt(at);
      const worth = WORTH[code & 127] as number;
      codes |= code;
      worths |= worth;
      low = (low << 5) | worth;
    }
    const kind = KIND_OF[letter & 127] as number;
    if (worths < 0 || codes > 127 || kind === 0) {
      this.number(name);
      return;
    }
    this.high = (kind << 30) | high;
    this.low = low;
  }

  /** The pseudonym of two words; undefined where they stand for nobody. */
  text(high: number, low: number): string | undefined {
    const kind = high >>> 30;
    if (kind === 0) return low === NOBODY ? undefined : this.others.text(low);
    let text = `${KINDS.charAt(kind)}-`;
    for (let shift = 25; shift >= 0; shift -= 5) text += DIGITS.charAt((high >>> shift) & 31);
    for (let shift = 25; shift >= 0; shift -= 5) text += DIGITS.charAt((low >>> shift) & 31);
    return text;
  }

  /** Names of another form, in the order of their numbers; reading them again in that order restores the numbers. */
  all(): readonly string[] {
    return this.others.all();
  }

  private number(name: string): void {
    this.high = 0;
    this.low = this.others.number(name);
  }
}
