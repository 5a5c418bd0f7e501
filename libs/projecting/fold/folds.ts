import type { AlertFoldOutput, AlertPlace, ResponseRule } from '@plumbline/cases';
import type { LogPosition } from '@plumbline/event-log';
import type { DomainEvent } from '@plumbline/events';
import type { FindingRevision, Undetermined } from '@plumbline/pattern-kit';

/** What the patterns made of an event. */
export interface PatternOutput {
  readonly findings: readonly FindingRevision[];
  readonly undetermined: readonly Undetermined[];
}

/** All patterns over one partition's stream. It is drained after every event, so that a row's position never depends on a batch. */
export interface PatternFold {
  apply(event: DomainEvent, at: LogPosition): void;
  drain(): PatternOutput;
  /** The state between events, as data that survives a structured clone. */
  snapshot(): unknown;
}

/** What this library needs of `AlertFold` in libs/cases. */
export interface CaseFold {
  applyFinding(revision: FindingRevision, rule: ResponseRule | undefined, at: LogPosition, place?: AlertPlace): void;
  applyCommand(event: DomainEvent, at: LogPosition): void;
  drain(): AlertFoldOutput;
  snapshot(): unknown;
}

/** Everything that one partition's stream is folded into. */
export interface PartitionFolds {
  readonly patterns: PatternFold;
  readonly cases: CaseFold;
  /** What the policy in force then makes of a finding; undefined where it makes no alert of it. */
  route(revision: FindingRevision): ResponseRule | undefined;
  /** Where the clinician belonged at an instant (UTC milliseconds); undefined where no directory says. */
  placeOf(clinician: string, instant: number): AlertPlace | undefined;
}

/** The state of a partition's folds as a snapshot holds it. */
export interface FoldState {
  readonly patterns: unknown;
  readonly cases: unknown;
}

/** Makes the folds of a partition, from nothing or from where a snapshot left off. */
export type FoldFactory = (partition: number, restored?: FoldState) => PartitionFolds;
