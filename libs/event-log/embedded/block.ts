import { sha256, sha256Characters } from '@plumbline/kernel';
import { partitionsFor } from '../partition';
import type { LogPosition, LogRecord, StoredRecord } from '../port';
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

/** The records of one append that go to one partition, hashed and copied, so that the caller may reuse its buffers. */
interface Chunk {
  count: number;
  readonly entries: Buffer;
  keys: string;
  keyBytes: number;
  readonly bodies: Buffer;
  bodyBytes: number;
}

/** An append that is ready to be written: everything about it is known but its positions. */
export interface PackedAppend {
  readonly records: number;
  readonly bytes: number;
  readonly chunks: readonly (Chunk | undefined)[];
  /** For each record its partition and its place among this append's records there. */
  readonly places: readonly LogPosition[];
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

/** @throws ProblemError `log.record-unacceptable` for a record or key beyond its limit. */
export function packAppend(records: readonly LogRecord[], partitions: number): PackedAppend {
  const targets = records.map((record) => partitionsFor(record.partitionKey, partitions));
  // Asked for once: a record may cut its bytes out of something larger each time.
  const bodies = records.map(checkedBytes);
  const counts = new Array<number>(partitions).fill(0);
  const sizes = new Array<number>(partitions).fill(0);
  bodies.forEach(({ length }, index) => {
    for (const partition of targets[index] ?? []) {
      counts[partition] = (counts[partition] ?? 0) + 1;
      sizes[partition] = (sizes[partition] ?? 0) + length;
    }
  });
  const chunks = counts.map((count, partition): Chunk | undefined =>
    count === 0
      ? undefined
      : {
          count: 0,
          entries: Buffer.allocUnsafe(count * ENTRY),
          keys: '',
          keyBytes: 0,
          bodies: Buffer.allocUnsafe(sizes[partition] ?? 0),
          bodyBytes: 0,
        },
  );
  const places = records.map((record, index): LogPosition => {
    // As text: a buffer for every hash would cost more than the hash.
    const body = bodies[index] ?? record.bytes;
    const hash = sha256Characters(body);
    const keyBytes = checkedKeyBytes(record);
    const into = targets[index] ?? [];
    const place = { partition: into[0] ?? 0, position: chunks[into[0] ?? 0]?.count ?? 0 };
    for (const partition of into) {
      const chunk = chunks[partition];
      if (chunk !== undefined) addTo(chunk, record.key, keyBytes, body, hash);
    }
    return place;
  });
  const bytes = chunks.reduce((sum, chunk) => sum + (chunk === undefined ? 0 : chunk.entries.length + chunk.bodies.length), 0);
  return { records: records.length, bytes, chunks, places };
}

function addTo(chunk: Chunk, key: string, keyBytes: number, body: Uint8Array, hash: string): void {
  const at = chunk.count * ENTRY;
  chunk.entries.writeUInt32LE(body.length, at);
  chunk.entries.writeUInt16LE(keyBytes, at + 4);
  chunk.entries.write(hash, at + 6, DIGEST, 'latin1');
  chunk.bodies.set(body, chunk.bodyBytes);
  chunk.keys += key;
  chunk.keyBytes += keyBytes;
  chunk.bodyBytes += body.length;
  chunk.count += 1;
}

/** Writes the chunks of several appends, all for one partition, as the block that starts at `first`. */
export function encodeBlock(partition: number, first: number, chunks: readonly Chunk[]): Buffer {
  let count = 0;
  let keyBytes = 0;
  let bodyBytes = 0;
  for (const chunk of chunks) {
    count += chunk.count;
    keyBytes += chunk.keyBytes;
    bodyBytes += chunk.bodyBytes;
  }
  const keysAt = FIXED + count * ENTRY;
  const block = Buffer.allocUnsafe(keysAt + keyBytes + bodyBytes);
  block.writeBigUInt64LE(BigInt(first), DIGEST);
  block.writeUInt32LE(partition, DIGEST + 8);
  block.writeUInt32LE(count, DIGEST + 12);
  block.writeUInt32LE(keyBytes, DIGEST + 16);
  let entryAt = FIXED;
  let keyAt = keysAt;
  let bodyAt = keysAt + keyBytes;
  for (const chunk of chunks) {
    block.set(chunk.entries, entryAt);
    block.write(chunk.keys, keyAt, 'utf8');
    block.set(chunk.bodies, bodyAt);
    entryAt += chunk.entries.length;
    keyAt += chunk.keyBytes;
    bodyAt += chunk.bodyBytes;
  }
  block.set(sha256(block.subarray(DIGEST, keysAt + keyBytes)), 0);
  return block;
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
