import { partitionsFor } from '../partition';
import type { LogRecord } from '../port';
import type { Parcel } from './lane';
import { encodeRecord } from './record-format';

export interface ParcelLimits {
  readonly records: number;
  readonly bytes: number;
  /** The largest single record that the topic takes. */
  readonly recordBytes: number;
}

/** An append that is ready to be sent: everything about it is known but its positions. */
export interface PackedAppend {
  readonly parcels: readonly (Parcel & { readonly partition: number })[];
  /** For each record, in which parcel it lies and where in it; for a record for everybody the one for partition 0. */
  readonly places: readonly { readonly parcel: number; readonly index: number }[];
  readonly bytes: number;
}

interface OpenParcel {
  readonly number: number;
  readonly partition: number;
  readonly messages: Parcel['messages'][number][];
  size: number;
}

/**
 * Copies the records of one append into parcels for their partitions, none larger than one batch may be.
 * @throws ProblemError `log.record-unacceptable`, before anything was sent
 */
export function packAppend(records: readonly LogRecord[], partitions: number, limits: ParcelLimits): PackedAppend {
  const parcels: OpenParcel[] = [];
  const filling: (OpenParcel | undefined)[] = [];
  const parcelFor = (partition: number, size: number): OpenParcel => {
    const current = filling[partition];
    if (current !== undefined && current.messages.length < limits.records && current.size + size <= limits.bytes) return current;
    const parcel: OpenParcel = { number: parcels.length, partition, messages: [], size: 0 };
    parcels.push(parcel);
    filling[partition] = parcel;
    return parcel;
  };
  const places = records.map((record) => {
    const { message, size } = encodeRecord(record, limits.recordBytes);
    let place: { readonly parcel: number; readonly index: number } | undefined;
    for (const partition of partitionsFor(record.partitionKey, partitions)) {
      const parcel = parcelFor(partition, size);
      place ??= { parcel: parcel.number, index: parcel.messages.length };
      parcel.messages.push(message);
      parcel.size += size;
    }
    return place ?? { parcel: 0, index: 0 };
  });
  return { parcels, places, bytes: parcels.reduce((sum, { size }) => sum + size, 0) };
}
