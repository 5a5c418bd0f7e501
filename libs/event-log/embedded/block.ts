import { sha256, sha256Characters } from '@plumbline/kernel';
import { partitionsFor } from '../partition';
import type { LogRecord, StoredRecord } from '../port';
import { corruptRecord, unacceptable } from '../problems';

/*
 * A block holds the records of one partition that were committed together. All numbers are little-endian.
 *
 *   32  SHA-256 of everything from here to the end of the keys
 *    8  position of the first record    4  partition    4  number of records    4  bytes of all keys
 *   38  for each record: 4 length of its bytes, 2 length of its key, 32 SHA-256 of its bytes
 *    …  the keys, the bytes
 *
 * So a record's hash stands beside its bytes, and position, key and hash are themselves under a hash.
 */
const DIGEST = 32;
const FIXED = DIGEST + 20;
const ENTRY = 38;
const MAX_KEY_BYTES = 65_535;
/** Far above any event, and far below what would make one transaction a burden. */
const MAX_RECORD_BYTES = 16 * 1024 * 1024;

/**
 * The records of one append that go to one partition, hashed and copied, so that the caller may reuse its buffers. They lie as they will in a
 * block of their own, which nearly every group needs no more than; only its head is not written yet.
 */
interface Chunk {
  readonly block: Buffer;
  count: number;
  /** Where the next key and the next bytes go; at the end, where the keys and the bytes end. */
  keyAt: number;
  bodyAt: number;
  readonly keysAt: number;
  readonly bodiesAt: number;
}

/** An append that is ready to be written: everything about it is known but its positions. */
export interface PackedAppend {
  readonly records: number;
  readonly bytes: number;
  readonly chunks: readonly (Chunk | undefined)[];
  /** For each record its partition, the first one where it goes to all, and its place among this append's records there. */
  readonly partitionOf: Int32Array;
  readonly placeOf: Int32Array;
}

function checkedBytes({ bytes }: LogRecord): Uint8Array {
  if (bytes.length > MAX_RECORD_BYTES) throw unacceptable(`A record has ${bytes.length} bytes; the limit is ${MAX_RECORD_BYTES}.`);
  return bytes;
}

function checkedKeyBytes({ key }: LogRecord): number {
  const keyBytes = Buffer.byteLength(key);
  if (keyBytes > MAX_KEY_BYTES) throw unacceptable(`A record's key has ${keyBytes} bytes; the limit is ${MAX_KEY_BYTES}.`);
  return keyBytes;
}

function emptyChunk(count: number, keyBytes: number, bodyBytes: number): Chunk | undefined {
  if (count === 0) return undefined;
  const keysAt = FIXED + count * ENTRY;
  const bodiesAt = keysAt + keyBytes;
  return { block: Buffer.allocUnsafe(bodiesAt + bodyBytes), count: 0, keyAt: keysAt, bodyAt: bodiesAt, keysAt, bodiesAt };
}

/** @throws ProblemError `log.record-unacceptable` for a record or key beyond its limit. */
export function packAppend(records: readonly LogRecord[], partitions: number): PackedAppend {
  const counts = new Array<number>(partitions).fill(0);
  const keySizes = new Array<number>(partitions).fill(0);
  const bodySizes = new Array<number>(partitions).fill(0);
  const targets: (readonly number[])[] = [];
  // Asked for once: a record may cut its bytes out of something larger each time.
  const bodies: Uint8Array[] = [];
  for (const record of records) {
    const into = partitionsFor(record.partitionKey, partitions);
    const body = checkedBytes(record);
    const keyBytes = checkedKeyBytes(record);
    targets.push(into);
    bodies.push(body);
    for (const partition of into) {
      counts[partition] = (counts[partition] ?? 0) + 1;
      keySizes[partition] = (keySizes[partition] ?? 0) + keyBytes;
      bodySizes[partition] = (bodySizes[partition] ?? 0) + body.length;
    }
  }
  const chunks = counts.map((count, partition) => emptyChunk(count, keySizes[partition] ?? 0, bodySizes[partition] ?? 0));
  const partitionOf = new Int32Array(records.length);
  const placeOf = new Int32Array(records.length);
  for (const [index, record] of records.entries()) {
    const body = bodies[index] ?? record.bytes;
    // As text: a buffer for every hash would cost more than the hash.
    const hash = sha256Characters(body);
    const into = targets[index] ?? [];
    partitionOf[index] = into[0] ?? 0;
    placeOf[index] = chunks[into[0] ?? 0]?.count ?? 0;
    for (const partition of into) {
      const chunk = chunks[partition];
      if (chunk !== undefined) addTo(chunk, record.key, body, hash);
    }
  }
  const bytes = chunks.reduce((sum, chunk) => sum + (chunk?.block.length ?? 0), 0);
  return { records: records.length, bytes, chunks, partitionOf, placeOf };
}

function addTo(chunk: Chunk, key: string, body: Uint8Array, hash: string): void {
  const { block, keyAt, bodyAt } = chunk;
  const entry = FIXED + chunk.count * ENTRY;
  const keyBytes = block.write(key, keyAt, 'utf8');
  block.writeUInt32LE(body.length, entry);
  block.writeUInt16LE(keyBytes, entry + 4);
  block.write(hash, entry + 6, DIGEST, 'latin1');
  block.set(body, bodyAt);
  chunk.keyAt = keyAt + keyBytes;
  chunk.bodyAt = bodyAt + body.length;
  chunk.count += 1;
}

/** The block that starts at `first`, of the chunks of several appends that all go to one partition. A chunk that is alone becomes the block. */
export function encodeBlock(partition: number, first: number, chunks: readonly [Chunk, ...Chunk[]]): Buffer {
  const { block, count, keysAt, bodiesAt } = chunks.length === 1 ? chunks[0] : joined(chunks);
  block.writeBigUInt64LE(BigInt(first), DIGEST);
  block.writeUInt32LE(partition, DIGEST + 8);
  block.writeUInt32LE(count, DIGEST + 12);
  block.writeUInt32LE(bodiesAt - keysAt, DIGEST + 16);
  block.set(sha256(block.subarray(DIGEST, bodiesAt)), 0);
  return block;
}

function joined(chunks: readonly Chunk[]): Chunk {
  const sum = (sizeOf: (chunk: Chunk) => number): number => chunks.reduce((total, chunk) => total + sizeOf(chunk), 0);
  const all = emptyChunk(
    sum(({ count }) => count),
    sum(({ keysAt, keyAt }) => keyAt - keysAt),
    sum(({ bodiesAt, bodyAt }) => bodyAt - bodiesAt),
  );
  if (all === undefined) throw new RangeError('there is no record to make a block of');
  for (const { block, count, keysAt, keyAt, bodiesAt, bodyAt } of chunks) {
    block.copy(all.block, FIXED + all.count * ENTRY, FIXED, keysAt);
    block.copy(all.block, all.keyAt, keysAt, keyAt);
    block.copy(all.block, all.bodyAt, bodiesAt, bodyAt);
    all.count += count;
    all.keyAt += keyAt - keysAt;
    all.bodyAt += bodyAt - bodiesAt;
  }
  return all;
}

/** A record whose hash is cut out of its block when somebody asks for it; those who fold never do. */
class RecordOfBlock implements StoredRecord {
  constructor(
    readonly partition: number,
    readonly position: number,
    readonly key: string,
    readonly bytes: Uint8Array,
    private readonly block: Buffer,
    private readonly hashAt: number,
  ) {}

  get hash(): Uint8Array {
    return this.block.subarray(this.hashAt, this.hashAt + DIGEST);
  }
}

/**
 * A block as it came from the store, with its head verified; each record's own hash is verified when the record is taken. One that was
 * written a moment ago and never left memory is `trusted`.
 */
export class Block {
  readonly count: number;
  private readonly starts: Float64Array;
  private readonly keyStarts: Float64Array;

  /** @throws ProblemError `log.corrupt-record` where the head is not what was stored, or belongs elsewhere. */
  constructor(
    private readonly stored: Buffer,
    private readonly partition: number,
    readonly first: number,
    private readonly trusted = false,
  ) {
    const broken = (what: string): Error => corruptRecord(partition, first, what);
    if (stored.length < FIXED) throw broken('its block is shorter than a head');
    this.count = stored.readUInt32LE(DIGEST + 12);
    const keysAt = FIXED + this.count * ENTRY;
    const bodiesAt = keysAt + stored.readUInt32LE(DIGEST + 16);
    if (this.count === 0 || bodiesAt > stored.length) throw broken('its block has lost its end');
    if (!trusted && !sha256(stored.subarray(DIGEST, bodiesAt)).equals(stored.subarray(0, DIGEST)))
      throw broken('the head of its block has another hash');
    if (stored.readBigUInt64LE(DIGEST) !== BigInt(first) || stored.readUInt32LE(DIGEST + 8) !== partition) {
      throw broken('its block belongs to another position');
    }
    this.starts = new Float64Array(this.count + 1);
    this.keyStarts = new Float64Array(this.count + 1);
    this.starts[0] = bodiesAt;
    this.keyStarts[0] = keysAt;
    for (let index = 0; index < this.count; index += 1) {
      const entry = FIXED + index * ENTRY;
      this.starts[index + 1] = (this.starts[index] ?? 0) + stored.readUInt32LE(entry);
      this.keyStarts[index + 1] = (this.keyStarts[index] ?? 0) + stored.readUInt16LE(entry + 4);
    }
    if (this.starts[this.count] !== stored.length) throw broken('its block has another length');
  }

  get end(): number {
    return this.first + this.count;
  }

  get size(): number {
    return this.stored.length;
  }

  /** @throws ProblemError `log.corrupt-record` where the bytes do not have the hash that was stored beside them. */
  record(position: number): StoredRecord {
    const index = position - this.first;
    const entry = FIXED + index * ENTRY;
    const bytes = this.stored.subarray(this.starts[index], this.starts[index + 1]);
    if (!this.trusted && sha256Characters(bytes) !== this.stored.toString('latin1', entry + 6, entry + ENTRY))
      throw corruptRecord(this.partition, position, 'its bytes have another hash');
    const key = this.stored.toString('utf8', this.keyStarts[index], this.keyStarts[index + 1]);
    return new RecordOfBlock(this.partition, position, key, bytes, this.stored, entry + 6);
  }
}
