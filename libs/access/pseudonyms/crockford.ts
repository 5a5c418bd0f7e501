const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** The first 60 bits of a digest, which has a character for each byte, as twelve digits of Crockford's base 32, which has no letters that are misread (I, L, O, U). */
export function crockford60(digest: string): string {
  let text = '';
  let bits = 0;
  let held = 0;
  let index = 0;
  while (text.length < LENGTH) {
    if (held < 5) {
      bits = ((bits << 8) | digest.charCodeAt(index)) & 0xffff;
      index += 1;
      held += 8;
    }
    held -= 5;
    text += DIGITS.charAt((bits >>> held) & 31);
  }
  return text;
}
