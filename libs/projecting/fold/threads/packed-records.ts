import type { StoredRecord } from '@plumbline/event-log';
import type { FoldedRecord } from '../decode';

/** Consecutive records of a partition on their way to another thread: what a fold needs of them, all bytes in one piece. */
export interface PackedRecords {
  readonly partition: number;
  readonly positions: Float64Array<ArrayBuffer>;
  readonly keys: readonly string[];
  /** Where each record's bytes end; the first begin at 0. */
  readonly ends: Float64Array<ArrayBuffer>;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Copies the records, so that the log may go on with its own memory. */
export function packRecords(partition: number, records: readonly StoredRecord[]): PackedRecords {
  const positions = new Float64Array(records.length);
  const ends = new Float64Array(records.length);
  const bytes = new Uint8Array(records.reduce((sum, record) => sum + record.bytes.length, 0));
  let at = 0;
  const keys = records.map((record, index) => {
    bytes.set(record.bytes, at);
    at += record.bytes.length;
    positions[index] = record.position;
    ends[index] = at;
    return record.key;
  });
  return { partition, positions, keys, ends, bytes };
}

export const memoryOf = ({ positions, ends, bytes }: PackedRecords): readonly ArrayBuffer[] => [
  positions.buffer,
  ends.buffer,
  bytes.buffer,
];

/** The records one by one; their bytes are parts of the packed ones. */
export function* unpackRecords({ partition, positions, keys, ends, bytes }: PackedRecords): Iterable<FoldedRecord> {
  const whole = Buffer.from(bytes.buffer);
  let start = 0;
  for (const [index, key] of keys.entries()) {
    const end = ends[index] ?? 0;
    yield { partition, position: positions[index] ?? 0, key, bytes: whole.subarray(start, end) };
    start = end;
  }
}
