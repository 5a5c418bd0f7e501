const PROBES = 5;

/** A power of two with at least sixteen bits for each entry: a bit is then found by a mask, and one new key in a thousand is asked for in vain. */
const sizeFor = (capacity: number): number => 2 ** Math.ceil(Math.log2(capacity * 16));

/** Answers "certainly not seen" from memory, so that the store is asked only about likely repeats. */
export class Bloom {
  private readonly bits: Uint8Array;
  private readonly mask: number;

  /** `stored`: what `bytes` gave for the same capacity. */
  constructor(capacity: number, stored?: Uint8Array) {
    const size = sizeFor(capacity);
    this.bits = stored?.length === size / 8 ? Uint8Array.from(stored) : new Uint8Array(size / 8);
    this.mask = size - 1;
  }

  /** `first` and `second` are two independent 32-bit parts of the key's hash. */
  add(first: number, second: number): void {
    for (let probe = 0; probe < PROBES; probe += 1) {
      const bit = (first + Math.imul(probe, second | 1)) & this.mask;
      this.bits[bit >>> 3] = (this.bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
  }

  mayHold(first: number, second: number): boolean {
    for (let probe = 0; probe < PROBES; probe += 1) {
      const bit = (first + Math.imul(probe, second | 1)) & this.mask;
      if (((this.bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
    }
    return true;
  }

  bytes(): Buffer {
    return Buffer.from(this.bits.buffer, this.bits.byteOffset, this.bits.byteLength);
  }
}
