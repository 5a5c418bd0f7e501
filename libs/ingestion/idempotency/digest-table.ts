import { DIGEST_WORDS, ENTRY_WORDS } from './digest';

/** Whether a key is known, and with which content. */
export type Seen = 'new' | 'same' | 'other';

const isAt = (words: Int32Array, from: number, digests: Int32Array, at: number): boolean =>
  words[from] === digests[at] &&
  words[from + 1] === digests[at + 1] &&
  words[from + 2] === digests[at + 2] &&
  words[from + 3] === digests[at + 3];

const compareContent = (words: Int32Array, from: number, entries: Int32Array, at: number): Seen =>
  isAt(words, from + DIGEST_WORDS, entries, at + DIGEST_WORDS) ? 'same' : 'other';

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

  /** `at`: where the entry begins that is asked about. */
  look(entries: Int32Array, at: number): Seen {
    const entry = this.slots[this.slotOf(entries, at)] ?? 0;
    return entry === 0 ? 'new' : compareContent(this.entries, (entry - 1) * ENTRY_WORDS, entries, at);
  }

  /** Adds an entry whose key is not in it yet. */
  add(entries: Int32Array, at: number): void {
    if (this.held >= this.capacity) throw new RangeError('the table is full');
    const slot = this.slotOf(entries, at);
    const from = this.held * ENTRY_WORDS;
    for (let word = 0; word < ENTRY_WORDS; word += 1) this.entries[from + word] = entries[at + word] ?? 0;
    this.held += 1;
    this.slots[slot] = this.held;
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
      for (let word = 0; word < ENTRY_WORDS; word += 1) sorted[place * ENTRY_WORDS + word] = this.entries[from + word] ?? 0;
    }
    return sorted;
  }

  /** The slot of the key, or the empty one where it would stand. */
  private slotOf(entries: Int32Array, at: number): number {
    for (let slot = (entries[at + 1] ?? 0) & this.mask; ; slot = (slot + 1) & this.mask) {
      const entry = this.slots[slot] ?? 0;
      if (entry === 0 || isAt(this.entries, (entry - 1) * ENTRY_WORDS, entries, at)) return slot;
    }
  }
}

/** The same among sorted entries. */
export function lookIn(sorted: Int32Array, entries: Int32Array, at: number): Seen {
  const first = (entries[at] ?? 0) >>> 0;
  let low = 0;
  let high = sorted.length / ENTRY_WORDS;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle * ENTRY_WORDS] ?? 0) >>> 0 < first) low = middle + 1;
    else high = middle;
  }
  for (let from = low * ENTRY_WORDS; from < sorted.length && (sorted[from] ?? 0) >>> 0 === first; from += ENTRY_WORDS) {
    if (isAt(sorted, from, entries, at)) return compareContent(sorted, from, entries, at);
  }
  return 'new';
}
