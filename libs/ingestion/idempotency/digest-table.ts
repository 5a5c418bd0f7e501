import { wordOf, type Digest } from './digest';

/** A digest is four words of 32 bits; an entry is a key and a content. */
const DIGEST_WORDS = 4;
export const ENTRY_WORDS = 2 * DIGEST_WORDS;

const isAt = (words: Int32Array, from: number, digest: Digest): boolean =>
  words[from] === wordOf(digest, 0) &&
  words[from + 1] === wordOf(digest, 1) &&
  words[from + 2] === wordOf(digest, 2) &&
  words[from + 3] === wordOf(digest, 3);

const digestAt = (words: Int32Array, from: number): Digest => {
  let text = '';
  for (let index = from; index < from + DIGEST_WORDS; index += 1) {
    const word = words[index] ?? 0;
    text += String.fromCharCode(word & 0xff, (word >>> 8) & 0xff, (word >>> 16) & 0xff, word >>> 24);
  }
  return text;
};

/** Keys and contents in one array, found by open addressing, so that a full table leaves the garbage collector nothing to look at. */
export class DigestTable {
  private readonly entries: Int32Array;
  /** For each slot the number of its entry from 1 on; 0 where there is none. */
  private readonly slots: Uint16Array;
  private readonly mask: number;
  private held = 0;

  /** At most so many entries, below 32,768. */
  constructor(readonly capacity: number) {
    this.entries = new Int32Array(capacity * ENTRY_WORDS);
    this.slots = new Uint16Array(2 ** Math.ceil(Math.log2(capacity * 2)));
    this.mask = this.slots.length - 1;
  }

  get size(): number {
    return this.held;
  }

  get(key: Digest): Digest | undefined {
    const entry = this.slots[this.slotOf(key)] ?? 0;
    return entry === 0 ? undefined : digestAt(this.entries, (entry - 1) * ENTRY_WORDS + DIGEST_WORDS);
  }

  /** Adds a key that is not in it yet. */
  add(key: Digest, content: Digest): void {
    if (this.held >= this.capacity) throw new RangeError('the table is full');
    const from = this.held * ENTRY_WORDS;
    for (let word = 0; word < DIGEST_WORDS; word += 1) {
      this.entries[from + word] = wordOf(key, word);
      this.entries[from + DIGEST_WORDS + word] = wordOf(content, word);
    }
    this.held += 1;
    this.slots[this.slotOf(key)] = this.held;
  }

  clear(): void {
    this.held = 0;
    this.slots.fill(0);
  }

  /** The entries in the order of their keys' first words, each {@link ENTRY_WORDS} words long. */
  sorted(): Int32Array {
    // First word and number in one exact number, because arrays of those are sorted without asking a function.
    const order = new Float64Array(this.held);
    for (let entry = 0; entry < this.held; entry += 1) order[entry] = ((this.entries[entry * ENTRY_WORDS] ?? 0) >>> 0) * 65_536 + entry;
    order.sort();
    const sorted = new Int32Array(this.held * ENTRY_WORDS);
    for (const [place, value] of order.entries()) {
      const from = (value % 65_536) * ENTRY_WORDS;
      sorted.set(this.entries.subarray(from, from + ENTRY_WORDS), place * ENTRY_WORDS);
    }
    return sorted;
  }

  /** The slot of the key, or the empty one where it would stand. */
  private slotOf(key: Digest): number {
    for (let slot = wordOf(key, 1) & this.mask; ; slot = (slot + 1) & this.mask) {
      const entry = this.slots[slot] ?? 0;
      if (entry === 0 || isAt(this.entries, (entry - 1) * ENTRY_WORDS, key)) return slot;
    }
  }
}

/** The content under a key among sorted entries. */
export function contentIn(sorted: Int32Array, key: Digest): Digest | undefined {
  const first = wordOf(key, 0) >>> 0;
  let low = 0;
  let high = sorted.length / ENTRY_WORDS;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle * ENTRY_WORDS] ?? 0) >>> 0 < first) low = middle + 1;
    else high = middle;
  }
  for (let from = low * ENTRY_WORDS; from < sorted.length && (sorted[from] ?? 0) >>> 0 === first; from += ENTRY_WORDS) {
    if (isAt(sorted, from, key)) return digestAt(sorted, from + DIGEST_WORDS);
  }
  return undefined;
}
