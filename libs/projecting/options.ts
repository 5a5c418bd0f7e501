import type { AnalyticsStore } from '@plumbline/analytics-store';
import type { EventLog } from '@plumbline/event-log';
import type { ProblemError } from '@plumbline/kernel';
import type { Announcement } from './announce/announcement';
import type { FoldFactory } from './fold/folds';
import type { RoundLimits } from './fold/pipeline';
import type { FoldThreads } from './fold/threads/folding-in-threads';
import type { PartitionMembership } from './partition-membership';
import type { Step } from './write/round-writer';

export interface RoundFigures {
  readonly events: number;
  readonly rows: number;
  /** Events that could not be folded; see the table `dead_letters`. */
  readonly deadLetters: number;
  readonly foldMilliseconds: number;
  readonly writeMilliseconds: number;
}

export interface WorkDone {
  readonly phase: 'checking' | 'catching-up' | 'rebuilding';
  readonly done: number;
  readonly total: number;
}

/** Everything is optional; nobody needs to listen. */
export interface ProjectorListeners {
  onRound?(figures: RoundFigures): void;
  /** Restarts and rebuilds, for progress bars. Numbers are events. */
  onWork?(work: WorkDone): void;
  /** The tables are filled anew by themselves, and why. */
  onRebuild?(reason: string): void;
  /** A write failed and is tried again; `attempt` counts from 1. */
  onTrouble?(problem: ProblemError, attempt: number): void;
  /** The projector has given up, because its log or its tables cannot be used; nothing more will be folded. */
  onFailure?(error: unknown): void;
  /** States of alerts can be read. */
  onStates?(announcement: Announcement): void;
  onStep?(step: Step): void;
}

export interface SnapshotRhythm {
  readonly everyEvents: number;
  readonly everyMilliseconds: number;
}

export interface ProjectorOptions {
  readonly log: EventLog;
  /** Migrated already. */
  readonly store: AnalyticsStore;
  /** Where snapshots are kept. Processes that share partitions may share it; where it is lost, the log is folded from its beginning. */
  readonly directory: string;
  readonly createFolds: FoldFactory;
  /** Threads that fold, whose module makes the same folds; without any, folding keeps the event loop. The rows are the same. */
  readonly foldThreads?: FoldThreads;
  /** Names the patterns with their versions and everything else that a fold's result depends on. Another one means: fold everything anew. */
  readonly foldVersion: string;
  /** Says which partitions are ours where several processes share them and the tables. Without it all are, and nobody else writes. */
  readonly membership?: PartitionMembership;
  /** The largest round; 10,000 events and 8 MB unless given. */
  readonly limits?: RoundLimits;
  readonly snapshots?: SnapshotRhythm;
  /** Under load, how far apart checkpoints are at least; 100 unless given. Rows beyond the last are folded again by a start after a crash. */
  readonly checkpointMilliseconds?: number;
  /** Whether the tables' rows are counted at a start; true unless given. Without it checkpoints are trusted. */
  readonly recheck?: boolean;
  readonly listeners?: ProjectorListeners;
}

/** An insert of about 10,000 rows is the fastest; more bytes would come to ClickHouse as several blocks. */
export const LIMITS: RoundLimits = { events: 10_000, bytes: 8 << 20 };
export const CHECKPOINT_MILLISECONDS = 100;
export const SNAPSHOT_RHYTHM: SnapshotRhythm = { everyEvents: 50_000, everyMilliseconds: 30_000 };
