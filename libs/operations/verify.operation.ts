import { verifyLog, type VerifiedPartition } from '@plumbline/event-log';
import type { Operation } from './operation';

export interface Verification {
  readonly sound: boolean;
  readonly records: number;
  readonly partitions: readonly VerifiedPartition[];
}

/** Hashes every record of the log anew and names the first bad one of each partition. */
export const verifyOperation: Operation<object, Verification> = async ({ log }, _request, report) => {
  const partitions = await verifyLog(log, (done, total) => {
    report({ what: 'hashing', done, total, unit: 'records' });
  });
  return {
    sound: partitions.every(({ firstBad }) => firstBad === undefined),
    records: partitions.reduce((sum, { good }) => sum + good, 0),
    partitions,
  };
};
