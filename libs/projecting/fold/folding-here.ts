import { setImmediate } from 'node:timers/promises';
import type { StoredRecord } from '@plumbline/event-log';
import type { FoldedPartition, FoldedStretch, Folding, SealedFolds } from './folded-partition';
import type { FoldFactory } from './folds';
import type { PartitionFolder } from './partition-folder';
import { emptyFolder, restoredFolder } from './restored-folder';
import { noRows, StretchRows, type RowSink } from './rows';
import { seal } from './sealed-state';

/** How long the fold may keep the event loop: acknowledgements and queries wait meanwhile. */
const SLICE_MILLISECONDS = 4;

/** Folds on this event loop. */
export class FoldingHere implements Folding {
  constructor(
    private readonly createFolds: FoldFactory,
    private readonly foldVersion: string,
  ) {}

  empty(partition: number): Promise<FoldedPartition> {
    return Promise.resolve(new FoldedHere(emptyFolder(this.createFolds, partition), 0, this.foldVersion));
  }

  restored(partition: number, position: number, sealed: Uint8Array): Promise<FoldedPartition | 'unusable' | 'refused'> {
    const { foldVersion } = this;
    const folder = restoredFolder(this.createFolds, { foldVersion, partition, position }, sealed);
    return Promise.resolve(typeof folder === 'string' ? folder : new FoldedHere(folder, position, foldVersion));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

class FoldedHere implements FoldedPartition {
  readonly restoredAt: number;
  private folding: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly folder: PartitionFolder,
    private next: number,
    private readonly foldVersion: string,
  ) {
    this.restoredAt = next;
  }

  get partition(): number {
    return this.folder.partition;
  }

  get position(): number {
    return this.next;
  }

  fold(records: readonly StoredRecord[], to: number): Promise<FoldedStretch> {
    const rows = new StretchRows();
    return this.inTurn(async () => {
      const stretch = await this.foldInto(records, rows);
      return { ...stretch, rows: rows.finished() };
    }, to);
  }

  async foldAgain(records: readonly StoredRecord[], to: number): Promise<void> {
    await this.inTurn(() => this.foldInto(records, noRows), to);
  }

  async ready(): Promise<void> {
    await this.folding.catch(() => undefined);
  }

  seal(): Promise<SealedFolds> {
    const { foldVersion, partition, position } = this;
    return this.inTurn(() => {
      const since = performance.now();
      const sealed = seal({ foldVersion, partition, position }, this.folder.snapshot());
      return Promise.resolve({ sealed, milliseconds: performance.now() - since });
    }, position);
  }

  drop(): void {
    // Nobody else has it, so the collector takes it.
  }

  private inTurn<Result>(work: () => Promise<Result>, next: number): Promise<Result> {
    this.next = next;
    const done = this.folding.then(work);
    this.folding = done;
    return done;
  }

  /** In slices, so that nobody waits long for the event loop. */
  private async foldInto(records: readonly StoredRecord[], rows: RowSink): Promise<Omit<FoldedStretch, 'rows'>> {
    let taken = 0;
    let since = performance.now();
    for (const [index, record] of records.entries()) {
      this.folder.apply(record, rows);
      if (index % 32 !== 31 || performance.now() - since < SLICE_MILLISECONDS) continue;
      taken += performance.now() - since;
      await setImmediate();
      since = performance.now();
    }
    const { alertStates, outcomes } = this.folder.finish(rows);
    return { alertStates, outcomes, milliseconds: taken + performance.now() - since };
  }
}
