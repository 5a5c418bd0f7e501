/** Three words and the entry plus one. */
const STRIDE = 4;

/**
 * An open hash table from three whole numbers to a fourth, which are kept in it, so that looking one up reads one place in memory:
 * sixteen bytes an entry and as much room again.
 */
export class KeyTable {
  private table = new Int32Array(STRIDE * 256);
  private mask = 255;
  private count = 0;
  private place = 0;

  /** The entry of a key, or -1. */
  find(first: number, second: number, third: number): number {
    const { table, mask } = this;
    let place = hashOf(first, second, third) & mask;
    let at = STRIDE * place;
    while (table[at + 3] !== 0 && (table[at + 2] !== third || table[at + 1] !== second || table[at] !== first)) {
      place = (place + 1) & mask;
      at = STRIDE * place;
    }
    this.place = place;
    return (table[at + 3] as number) - 1;
  }

  /** Puts an entry in under a key that was just looked for and not found. */
  put(first: number, second: number, third: number, entry: number): void {
    this.write(this.place, first, second, third, entry + 1);
    this.count += 1;
    if (2 * this.count > this.mask) this.grow();
  }

  /** Takes everything out. */
  clear(): void {
    this.table = new Int32Array(STRIDE * 256);
    this.mask = 255;
    this.count = 0;
  }

  private write(place: number, first: number, second: number, third: number, value: number): void {
    const at = STRIDE * place;
    this.table[at] = first;
    this.table[at + 1] = second;
    this.table[at + 2] = third;
    this.table[at + 3] = value;
  }

  private grow(): void {
    const before = this.table;
    this.mask = 2 * this.mask + 1;
    this.table = new Int32Array(STRIDE * (this.mask + 1));
    for (let at = 0; at < before.length; at += STRIDE) {
      if (before[at + 3] === 0) continue;
      const [first = 0, second = 0, third = 0, value = 0] = [before[at], before[at + 1], before[at + 2], before[at + 3]];
      let place = hashOf(first, second, third) & this.mask;
      while (this.table[STRIDE * place + 3] !== 0) place = (place + 1) & this.mask;
      this.write(place, first, second, third, value);
    }
  }
}

/** The low bits depend on all of the three. */
function hashOf(first: number, second: number, third: number): number {
  let hash = Math.imul(first + 1, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ third;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return hash ^ (hash >>> 15);
}
