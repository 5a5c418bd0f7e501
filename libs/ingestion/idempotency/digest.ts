import { sha256Characters } from '@plumbline/kernel';

/** The first 128 bits of a SHA-256 as a text of sixteen characters, one for each byte: made by one call, and compared by one. */
export type Digest = string;

export const digestOf = (text: string): Digest => sha256Characters(text).slice(0, 16);

/** The bits of a digest as four numbers of 32, `word` 0 to 3. */
export const wordOf = (digest: Digest, word: number): number =>
  digest.charCodeAt(word * 4) |
  (digest.charCodeAt(word * 4 + 1) << 8) |
  (digest.charCodeAt(word * 4 + 2) << 16) |
  (digest.charCodeAt(word * 4 + 3) << 24);
