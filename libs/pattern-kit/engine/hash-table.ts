/**
 * An open hash table of whole numbers, by hashes that the caller makes: eight bytes an entry and as much room again. Whether an entry is
 * the one looked for, the caller says; entries of other hashes are passed over without a look at them.
 */
export class HashTable {
  /** Pairs of a hash and the entry plus one. */
  private table = new Int32Array(2 * 256);
  private mask = 255;
  private count = 0;
  private sought = 0;
  private place = 0;

  /** The first entry of a hash, or -1. */
  seek(hash: number): number {
    this.sought = hash;
    this.place = hash & this.mask;
    return this.look();
  }

  /** The next entry of the hash that was sought last, or -1. */
  next(): number {
    this.place = (this.place + 1) & this.mask;
    return this.look();
  }

  /** Puts an entry in under the hash that was sought last and of which `next` has said the last. */
  put(entry: number): void {
    const at = 2 * this.place;
    this.table[at] = this.sought;
    this.table[at + 1] = entry + 1;
    this.count += 1;
    if (2 * this.count > this.mask) this.grow();
  }

  /** Puts an entry in under a hash, whatever else is there. */
  append(hash: number, entry: number): void {
    let other = this.seek(hash);
    while (other !== -1) other = this.next();
    this.put(entry);
  }

  /** Takes everything out. */
  clear(): void {
    this.table = new Int32Array(2 * 256);
    this.mask = 255;
    this.count = 0;
  }

  private look(): number {
    const { table, mask, sought } = this;
    let { place } = this;
    let entry = table[2 * place + 1] as number;
    while (entry !== 0 && table[2 * place] !== sought) {
      place = (place + 1) & mask;
      entry = table[2 * place + 1] as number;
    }
    this.place = place;
    return entry - 1;
  }

  private grow(): void {
    const before = this.table;
    this.mask = 2 * this.mask + 1;
    this.table = new Int32Array(2 * (this.mask + 1));
    for (let at = 0; at < before.length; at += 2) {
      if (before[at + 1] === 0) continue;
      let place = (before[at] as number) & this.mask;
      while (this.table[2 * place + 1] !== 0) place = (place + 1) & this.mask;
      this.table[2 * place] = before[at] as number;
      this.table[2 * place + 1] = before[at + 1] as number;
    }
  }
}
