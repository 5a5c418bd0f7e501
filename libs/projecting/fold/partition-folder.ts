import type { AlertFoldOutput, AlertPlace } from '@plumbline/cases';
import type { LogPosition } from '@plumbline/event-log';
import { EVERY_PARTITION, type DomainEvent } from '@plumbline/events';
import type { FindingRevision } from '@plumbline/pattern-kit';
import type { LoggedEvent, Projection, Sources } from '@plumbline/projections';
import { deadLetterOf } from './dead-letter';
import { decodeRecord, type FoldedRecord } from './decode';
import type { FoldFactory, FoldState, PartitionFolds } from './folds';
import { RecentKeys, type RecentKeysState } from './recent-keys';
import type { RowSink } from './rows';

/** A transport repeats what it was about to send; ingestion drops what a source sends again later. */
const REPEATS_WITHIN = 50_000;
const NOWHERE: AlertPlace = { specialty: '', department: '', site: '' };

/** What a snapshot of a partition holds. */
export interface FolderState extends FoldState {
  readonly recentKeys: RecentKeysState;
}

/**
 * Folds one partition's stream: the one path by which events become findings, alerts and rows, whether they have just arrived, are
 * read again after a restart, or are all folded anew. Nothing in it depends on where a batch ends.
 */
export class PartitionFolder {
  private readonly folds: PartitionFolds;
  private readonly recentKeys: RecentKeys;
  private readonly every: readonly Projection<'events'>[];
  private readonly byType: ReadonlyMap<string, readonly Projection<'events'>[]>;

  constructor(
    readonly partition: number,
    private readonly projections: readonly Projection[],
    createFolds: FoldFactory,
    restored?: FolderState,
  ) {
    this.folds = createFolds(partition, restored);
    this.recentKeys = new RecentKeys(REPEATS_WITHIN, restored?.recentKeys);
    const ofEvents = this.from('events');
    this.every = ofEvents.filter(({ types }) => types === 'all');
    const types = new Set(ofEvents.flatMap(({ types: some }) => (some === 'all' ? [] : some)));
    this.byType = new Map([...types].map((type) => [type, ofEvents.filter(({ types: some }) => some !== 'all' && some.includes(type))]));
  }

  /**
   * Folds a record; a repeat is dropped. One whose folding fails counts as folded to nothing and is listed as a dead letter, so that
   * it stops nobody. That depends on the log and the folds alone, so every replay by the same folds does the same.
   */
  apply(record: FoldedRecord, rows: RowSink): void {
    if (this.recentKeys.isRepeated(record.key, record.position)) return;
    const at: LogPosition = { partition: record.partition, position: record.position };
    let logged: LoggedEvent | undefined;
    try {
      logged = decodeRecord(record);
      this.eventRows(logged, rows);
      this.foldEvent(logged.event, at, rows);
    } catch (error) {
      // What a pattern had half made is not said; what was said already stays, so that no alert is hidden.
      this.folds.patterns.drain();
      this.rowsOf('deadLetters', deadLetterOf(error, at, logged), rows);
    }
  }

  /** Ends a batch: rows of alerts and cases since the last call, and what became of commands. */
  finish(rows: RowSink): AlertFoldOutput {
    const output = this.folds.cases.drain();
    for (const state of output.alertStates) this.rowsOf('alertStates', state, rows);
    for (const entry of output.caseHistory) this.rowsOf('caseHistory', entry, rows);
    return output;
  }

  snapshot(): FolderState {
    return { patterns: this.folds.patterns.snapshot(), cases: this.folds.cases.snapshot(), recentKeys: this.recentKeys.snapshot() };
  }

  private foldEvent(event: DomainEvent, at: LogPosition, rows: RowSink): void {
    const { patterns, cases } = this.folds;
    patterns.apply(event, at);
    const { findings, undetermined } = patterns.drain();
    for (const revision of findings) this.found(revision, at, rows);
    for (const entry of undetermined) {
      const place = this.folds.placeOf(entry.subject.clinician, entry.since) ?? NOWHERE;
      this.rowsOf('undetermined', { undetermined: entry, place, ...at }, rows);
    }
    cases.applyCommand(event, at);
  }

  private found(revision: FindingRevision, at: LogPosition, rows: RowSink): void {
    const { subject, startedAt } = revision.finding;
    const place = this.folds.placeOf(subject.clinician, startedAt) ?? NOWHERE;
    this.rowsOf('findings', { revision, place, ...at }, rows);
    this.folds.cases.applyFinding(revision, this.folds.route(revision), at, place);
  }

  /** An event for everybody stands in every partition; its row is taken from partition 0 alone. */
  private eventRows(logged: LoggedEvent, rows: RowSink): void {
    if (logged.event.partitionKey === EVERY_PARTITION && logged.partition !== 0) return;
    for (const projection of this.every) rows.add(projection, logged);
    for (const projection of this.byType.get(logged.event.type) ?? []) rows.add(projection, logged);
  }

  private rowsOf<Source extends keyof Sources>(source: Source, item: Sources[Source], rows: RowSink): void {
    for (const projection of this.from(source)) rows.add(projection, item);
  }

  private from<Source extends keyof Sources>(source: Source): readonly Projection<Source>[] {
    return this.projections.filter((projection): projection is Projection<Source> => projection.source === source);
  }
}
