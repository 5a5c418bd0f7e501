/** Parts of a hash over a text, four characters a step, for whoever reads the characters anyway. */
export const hashBegin = (seed: number, length: number): number => Math.imul(seed + 1, 0x9e3779b1) ^ length;

export function hashFour(hash: number, one: number, two: number, three: number, four: number): number {
  const mixed = Math.imul(hash ^ (one ^ (two << 8) ^ (three << 16) ^ (four << 24)), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

export const hashOne = (hash: number, character: number): number => Math.imul(hash ^ character, 0x01000193);

/**
 * The last character alone decides the low four bits: sources number their records one after the other, and such neighbours lie side by
 * side in a table.
 */
export function hashEnd(hash: number, last: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) & ~15) | (last & 15);
}

/** A hash over a text. Nothing is stored by it: seeds may differ. */
export function hashText(seed: number, text: string): number {
  const before = text.length - 1;
  let hash = hashBegin(seed, text.length);
  let at = 0;
  for (const last = before - 3; at < last; at += 4) {
    hash = hashFour(hash, text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2), text.charCodeAt(at + 3));
  }
  for (; at < before; at += 1) hash = hashOne(hash, text.charCodeAt(at));
  return hashEnd(hash, before < 0 ? 0 : text.charCodeAt(before));
}
