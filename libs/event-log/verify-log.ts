import { ProblemError, sha256, type Problem } from '@plumbline/kernel';
import type { EventLog } from './port';

export interface VerifiedPartition {
  readonly partition: number;
  /** Records that are what was stored, counted from position 0 to the first bad one. */
  readonly good: number;
  /** How many records the partition had when the verification began. */
  readonly end: number;
  /** The first record that is not what was stored. */
  readonly firstBad?: { readonly position: number; readonly problem: Problem };
}

/**
 * Reads the whole log and hashes every record anew. One bad record ends its partition and leaves the others to be verified.
 * @param onProgress called after each batch with the records read so far and those there are in all partitions.
 */
export async function verifyLog(
  log: EventLog,
  onProgress: (read: number, total: number) => void = () => undefined,
): Promise<readonly VerifiedPartition[]> {
  const ends = await log.ends();
  const total = ends.reduce((sum, end) => sum + end, 0);
  const verified: VerifiedPartition[] = [];
  let before = 0;
  for (const [partition, end] of ends.entries()) {
    const start = before;
    verified.push(
      await verifyPartition(log, partition, end, (position) => {
        onProgress(start + position, total);
      }),
    );
    before += end;
  }
  return verified;
}

async function verifyPartition(
  log: EventLog,
  partition: number,
  end: number,
  onProgress: (position: number) => void,
): Promise<VerifiedPartition> {
  let position = 0;
  try {
    while (position < end) {
      const batch = await log.read(partition, position);
      for (const record of batch.records) {
        if (record.position !== position || !sha256(record.bytes).equals(record.hash)) throw changed(partition, position);
        position += 1;
      }
      onProgress(position);
    }
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.code.startsWith('log.corrupt')) throw error;
    return { partition, ...firstBad(error, position), end };
  }
  return { partition, good: end, end };
}

function changed(partition: number, position: number): ProblemError {
  return new ProblemError({
    code: 'log.corrupt-record',
    reason: `Record ${position} of partition ${partition} is not what was stored.`,
    remedy: 'Restore the log from a backup.',
    facts: { partition, position },
  });
}

function firstBad(error: ProblemError, reached: number): Pick<VerifiedPartition, 'good' | 'firstBad'> {
  const [problem] = error.problems;
  const named = problem?.facts?.['position'];
  const position = typeof named === 'number' ? named : reached;
  return problem === undefined ? { good: position } : { good: position, firstBad: { position, problem } };
}
