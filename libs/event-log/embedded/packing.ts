import { compressSync, uncompressSync } from 'lz4-napi';

/** How a block lies in its row. */
export interface StoredBlock {
  readonly block: Buffer;
  /** The size of the block when it is unpacked; null where it lies there as it is. */
  readonly unpacked: number | null;
}

/** What LZ4 puts before the packed bytes: the unpacked size, as it stands in the row too. */
const PREFIX = 4;
/** A byte of LZ4 stands for at most so many. Who claims more is damaged, and gets no memory for it. */
const LARGEST_RATIO = 255;

/** Packed with LZ4 where that makes it smaller. */
export function packBlock(block: Buffer): StoredBlock {
  const packed = compressSync(block);
  return packed.length < block.length ? { block: packed, unpacked: block.length } : { block, unpacked: null };
}

/** The block as it was, or undefined where what is stored is not what packing a block gives. */
export function unpackBlock({ block, unpacked }: StoredBlock): Buffer | undefined {
  if (unpacked === null) return block;
  if (block.length < PREFIX || block.readUInt32LE(0) !== unpacked) return undefined;
  if (unpacked > (block.length - PREFIX) * LARGEST_RATIO) return undefined;
  const whole = unpackedOf(block);
  return whole?.length === unpacked ? whole : undefined;
}

function unpackedOf(packed: Buffer): Buffer | undefined {
  try {
    return uncompressSync(packed);
  } catch {
    // It fails in no other way than by what it was given, and says nothing of where: the block names its place.
    return undefined;
  }
}
