import { sha256Characters } from '@plumbline/kernel';

/** The first 128 bits of a SHA-256 are four words of 32 bits; an entry is the digest of a key and that of the content under it. */
export const DIGEST_WORDS = 4;
export const ENTRY_WORDS = 2 * DIGEST_WORDS;

/** Writes the digest of a text as four words. */
export function writeDigest(text: string, into: Int32Array, at: number): void {
  const characters = sha256Characters(text);
  for (let word = 0; word < DIGEST_WORDS; word += 1) {
    const from = word * 4;
    into[at + word] =
      characters.charCodeAt(from) |
      (characters.charCodeAt(from + 1) << 8) |
      (characters.charCodeAt(from + 2) << 16) |
      (characters.charCodeAt(from + 3) << 24);
  }
}

/** Writes the entry of an event; see {@link ENTRY_WORDS}. */
export function writeEntry(key: string, content: string, into: Int32Array, at: number): void {
  writeDigest(key, into, at);
  writeDigest(content, into, at + DIGEST_WORDS);
}

/** One entry alone. */
export function entryOf(key: string, content: string): Int32Array {
  const entry = new Int32Array(ENTRY_WORDS);
  writeEntry(key, content, entry, 0);
  return entry;
}
