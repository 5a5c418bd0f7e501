const BITS_PER_ENTRY = 10;
const PROBES = 7;

/** Answers "certainly not seen" from memory for 99 of 100 new keys, so that the store is asked only about likely repeats. */
export class Bloom {
  private readonly bits: Uint8Array;
  private readonly size: number;

  constructor(capacity: number, stored?: Uint8Array) {
    this.bits = stored === undefined ? new Uint8Array(Math.ceil((capacity * BITS_PER_ENTRY) / 8)) : Uint8Array.from(stored);
    this.size = this.bits.length * 8;
  }

  /** `first` and `second` are two independent 32-bit parts of the key's hash. */
  add(first: number, second: number): void {
    for (let probe = 0; probe < PROBES; probe += 1) {
      const bit = (first + probe * second) % this.size;
      const byte = Math.floor(bit / 8);
      this.bits[byte] = (this.bits[byte] ?? 0) | (1 << (bit & 7));
    }
  }

  mayHold(first: number, second: number): boolean {
    for (let probe = 0; probe < PROBES; probe += 1) {
      const bit = (first + probe * second) % this.size;
      if (((this.bits[Math.floor(bit / 8)] ?? 0) & (1 << (bit & 7))) === 0) return false;
    }
    return true;
  }

  bytes(): Buffer {
    return Buffer.from(this.bits.buffer, this.bits.byteOffset, this.bits.byteLength);
  }
}
