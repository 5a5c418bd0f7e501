import { answerRequests, type Transferred } from '@plumbline/kernel';
import type { FoldFactory } from '../folds';
import type { PartitionFolder } from '../partition-folder';
import { emptyFolder, restoredFolder } from '../restored-folder';
import { noRows, StretchRows, type RowSink } from '../rows';
import { seal } from '../sealed-state';
import type { FoldAnswers, FoldRequest, FoldThreadData } from './fold-requests';
import { unpackRecords, type PackedRecords } from './packed-records';

type Of<What extends FoldRequest['what']> = Extract<FoldRequest, { readonly what: What }>;

const NOTHING: Transferred<undefined> = { answer: undefined, transfer: [] };

/** The side of the thread: makes a module one that folds, see `FoldThreads`. The module calls it once, with the folds of its product. */
export function answerFolds(createFolds: FoldFactory): void {
  answerRequests(({ foldVersion }: FoldThreadData) => {
    const folds = new FoldsOfThread(createFolds, foldVersion);
    return { answer: (request: FoldRequest) => folds.answer(request), close: () => undefined };
  });
}

class FoldsOfThread {
  private readonly folders = new Map<number, PartitionFolder>();

  constructor(
    private readonly createFolds: FoldFactory,
    private readonly foldVersion: string,
  ) {}

  answer(request: FoldRequest): Transferred<FoldAnswers[keyof FoldAnswers] | undefined> {
    switch (request.what) {
      case 'empty':
        this.folders.set(request.folds, emptyFolder(this.createFolds, request.partition));
        return NOTHING;
      case 'restore':
        return { answer: this.restore(request), transfer: [] };
      case 'fold':
        return this.fold(request);
      case 'fold-again':
        foldInto(this.folder(request.folds), request.records, noRows);
        return NOTHING;
      case 'seal':
        return this.seal(request);
      case 'drop':
        this.folders.delete(request.folds);
        return NOTHING;
    }
  }

  private restore({ folds, partition, position, sealed }: Of<'restore'>): FoldAnswers['restore'] {
    const folder = restoredFolder(this.createFolds, { foldVersion: this.foldVersion, partition, position }, sealed);
    if (typeof folder === 'string') return folder;
    this.folders.set(folds, folder);
    return 'restored';
  }

  private fold({ folds, records }: Of<'fold'>): Transferred<FoldAnswers['fold']> {
    const since = performance.now();
    const collected = new StretchRows();
    const { alertStates, outcomes } = foldInto(this.folder(folds), records, collected);
    const rows = collected.finished();
    const answer = { rows, alertStates, outcomes, milliseconds: performance.now() - since };
    return { answer, transfer: rows.map(({ bytes }) => bytes.buffer) };
  }

  private seal({ folds, position }: Of<'seal'>): Transferred<FoldAnswers['seal']> {
    const since = performance.now();
    const folder = this.folder(folds);
    const sealed = seal({ foldVersion: this.foldVersion, partition: folder.partition, position }, folder.snapshot());
    return { answer: { sealed, milliseconds: performance.now() - since }, transfer: [sealed.buffer] };
  }

  private folder(folds: number): PartitionFolder {
    const folder = this.folders.get(folds);
    if (folder === undefined) throw new Error('the folds were dropped');
    return folder;
  }
}

function foldInto(folder: PartitionFolder, records: PackedRecords, rows: RowSink): ReturnType<PartitionFolder['finish']> {
  for (const record of unpackRecords(records)) folder.apply(record, rows);
  return folder.finish(rows);
}
