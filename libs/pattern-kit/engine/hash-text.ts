/**
 * A hash over a text from a place on, four characters a step; the low bits depend on all of it. Nothing is stored by it: seeds may differ.
 */
export function hashText(seed: number, text: string, from = 0): number {
  let hash = Math.imul(seed + 1, 0x9e3779b1) ^ text.length;
  let at = from;
  for (const end = text.length - 3; at < end; at += 4) {
    const four = text.charCodeAt(at) ^ (text.charCodeAt(at + 1) << 8) ^ (text.charCodeAt(at + 2) << 16) ^ (text.charCodeAt(at + 3) << 24);
    hash = Math.imul(hash ^ four, 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  for (; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}

/** A pseudonym's last eight characters are forty random bits: enough to find it by, and fewer to read. */
export const hashPseudonym = (seed: number, pseudonym: string): number => hashText(seed, pseudonym, Math.max(0, pseudonym.length - 8));
