import { sha256Characters } from '@plumbline/kernel';

/** The first 128 bits of a SHA-256 as a text of sixteen characters, one for each byte: a key for a Map that costs little. */
export type Digest = string;

export const digestOf = (text: string): Digest => sha256Characters(text).slice(0, 16);
