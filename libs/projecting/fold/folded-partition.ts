import type { AlertFoldOutput } from '@plumbline/cases';
import type { EventLog, StoredRecord } from '@plumbline/event-log';
import { ProblemError } from '@plumbline/kernel';
import type { FinishedRows } from './rows';

const CATCH_UP_RECORDS = 2_000;

/** What folding a stretch gave, and the time that it took without pauses. */
export interface FoldedStretch extends Pick<AlertFoldOutput, 'alertStates' | 'outcomes'> {
  readonly rows: readonly FinishedRows[];
  readonly milliseconds: number;
}

/** A state as bytes, and for how long folding stood still for it. */
export interface SealedFolds {
  readonly sealed: Uint8Array;
  readonly milliseconds: number;
}

/** The folds of one partition and how far they have come, wherever they are kept. Calls are carried out in their order. */
export interface FoldedPartition {
  readonly partition: number;
  /** The next position that will be folded, when what was asked for is done. */
  readonly position: number;
  /** The position of the saved state that they began with; 0 where they began with nothing. */
  readonly restoredAt: number;
  /** Folds records up to, and without, a position. */
  fold(records: readonly StoredRecord[], to: number): Promise<FoldedStretch>;
  /** Folds records that are in the tables already: no rows are made. */
  foldAgain(records: readonly StoredRecord[], to: number): Promise<void>;
  /** Resolves when it takes more records; never rejects. */
  ready(): Promise<void>;
  /** The state at the present position. */
  seal(): Promise<SealedFolds>;
  /** Forgets the folds. */
  drop(): void;
}

/** Where folds are kept: on this event loop or in threads. */
export interface Folding {
  /** Folds that have seen nothing yet. */
  empty(partition: number): Promise<FoldedPartition>;
  /**
   * Folds as a sealed state left them. `unusable`: it is damaged, or of other patterns or another Node; `refused`: the folds do not take
   * it.
   */
  restored(partition: number, position: number, sealed: Uint8Array): Promise<FoldedPartition | 'unusable' | 'refused'>;
  close(): Promise<void>;
}

/** Brings folds to a position whose rows are in the tables already. The next records are read while the last are folded. */
export async function catchUp(folded: FoldedPartition, log: EventLog, to: number, progressed: (events: number) => void): Promise<void> {
  let folding: Promise<void> = Promise.resolve();
  while (folded.position < to) {
    const from = folded.position;
    const batch = await log.read(folded.partition, from, { maxRecords: Math.min(CATCH_UP_RECORDS, to - from) });
    await folding;
    if (batch.next === from || batch.next > to) throw logTooShort(folded.partition, to);
    folding = folded.foldAgain(batch.records, batch.next).then(() => {
      progressed(batch.records.length);
    });
    // Looked at by the next turn; this keeps it from being unhandled until then.
    folding.catch(() => undefined);
  }
  await folding;
}

const logTooShort = (partition: number, to: number): ProblemError =>
  new ProblemError({
    code: 'projecting.log-too-short',
    reason: 'The tables were filled from a longer log than this one.',
    remedy: 'Restore the log that belongs to this data directory, or run `plumbline rebuild` to fill the tables from this one.',
    facts: { partition, to },
  });
