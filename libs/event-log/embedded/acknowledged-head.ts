import { sha256 } from '@plumbline/kernel';
import { closeSync, constants, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

const NUMBER = 8;
const DIGEST = 32;

/**
 * How far each partition has been acknowledged, in a file of its own. SQLite drops the tail of its write-ahead log in silence from the
 * first damaged frame on, which is right for what was never acknowledged and a loss for what was; this file tells the two
 * apart. It is written after the records are durable and needs no sync itself: whatever of it survives names records that were safe.
 */
export class AcknowledgedHead {
  private readonly descriptor: number;

  constructor(
    file: string,
    private readonly partitions: number,
  ) {
    this.descriptor = openSync(file, constants.O_RDWR | constants.O_CREAT, 0o600);
  }

  /** The positions after the last acknowledged records; undefined where nothing was noted, or the note is not whole. */
  read(): readonly number[] | undefined {
    const note = Buffer.alloc(this.partitions * NUMBER + DIGEST);
    if (readSync(this.descriptor, note, 0, note.length, 0) < note.length) return undefined;
    const numbers = note.subarray(0, -DIGEST);
    if (!sha256(numbers).equals(note.subarray(-DIGEST))) return undefined;
    return Array.from({ length: this.partitions }, (_, partition) => Number(numbers.readBigUInt64LE(partition * NUMBER)));
  }

  write(ends: readonly number[]): void {
    const note = Buffer.alloc(this.partitions * NUMBER + DIGEST);
    ends.forEach((end, partition) => note.writeBigUInt64LE(BigInt(end), partition * NUMBER));
    note.set(sha256(note.subarray(0, -DIGEST)), note.length - DIGEST);
    // A note of this size is written whole or not at all; a short write is a full or failing disk.
    if (writeSync(this.descriptor, note, 0, note.length, 0) !== note.length) throw new Error('the acknowledged head was written short');
  }

  close(): void {
    fsyncSync(this.descriptor);
    closeSync(this.descriptor);
  }
}
