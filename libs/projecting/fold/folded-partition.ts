import { setImmediate } from 'node:timers/promises';
import type { AlertFoldOutput } from '@plumbline/cases';
import type { EventLog, StoredRecord } from '@plumbline/event-log';
import { ProblemError } from '@plumbline/kernel';
import type { FolderState, PartitionFolder } from './partition-folder';
import { noRows, type RowSink } from './rows';

/** How long the fold may keep the event loop: acknowledgements and queries wait meanwhile. */
const SLICE_MILLISECONDS = 4;
const CATCH_UP_RECORDS = 5_000;

/** What folding a stretch gave besides rows, and the time that it took without pauses. */
export interface FoldedStretch {
  readonly output: AlertFoldOutput;
  readonly milliseconds: number;
}

/** The folds of one partition and how far they have come. */
export class FoldedPartition {
  constructor(
    private readonly folder: PartitionFolder,
    private next = 0,
  ) {}

  get partition(): number {
    return this.folder.partition;
  }

  /** The next position that will be folded. */
  get position(): number {
    return this.next;
  }

  /** Folds records in slices, so that nobody waits long for the event loop. */
  async fold(records: readonly StoredRecord[], to: number, rows: RowSink): Promise<FoldedStretch> {
    let taken = 0;
    let since = performance.now();
    for (const [index, record] of records.entries()) {
      this.folder.apply(record, rows);
      if (index % 32 !== 31 || performance.now() - since < SLICE_MILLISECONDS) continue;
      taken += performance.now() - since;
      await setImmediate();
      since = performance.now();
    }
    const output = this.folder.finish(rows);
    this.next = to;
    return { output, milliseconds: taken + performance.now() - since };
  }

  /** Brings the folds to a position whose rows are in the tables already. */
  async catchUp(log: EventLog, to: number, progressed: (events: number) => void): Promise<void> {
    while (this.next < to) {
      const batch = await log.read(this.partition, this.next, { maxRecords: Math.min(CATCH_UP_RECORDS, to - this.next) });
      if (batch.next === this.next || batch.next > to) throw logTooShort(this.partition, to);
      await this.fold(batch.records, batch.next, noRows);
      progressed(batch.records.length);
    }
  }

  /** The state between rounds. */
  snapshot(): FolderState {
    return this.folder.snapshot();
  }
}

const logTooShort = (partition: number, to: number): ProblemError =>
  new ProblemError({
    code: 'projecting.log-too-short',
    reason: 'The tables were filled from a longer log than this one.',
    remedy: 'Restore the log that belongs to this data directory, or run `plumbline rebuild` to fill the tables from this one.',
    facts: { partition, to },
  });
