import type { AlertState } from '@plumbline/cases';
import type { LogPosition } from '@plumbline/event-log';

/** What has become readable. An alert's state is told of before its position has been passed, which it is when all rows are there. */
export interface News {
  readonly alertStates: readonly AlertState[];
}

/**
 * How far the tables are, for whoever reads them. The projector in the same process is one; a process that folds nothing itself
 * follows the checkpoints.
 */
export interface ProjectionReader {
  /** Resolves when the position's rows can be read; rejects with the signal's reason, or where nothing will be projected any more. */
  waitForPosition(position: LogPosition, signal?: AbortSignal): Promise<void>;
  /**
   * Tells of news after its rows can be read, of each at least once: after a crash some are told again. What is filled anew is no
   * news. A listener must not throw. Returns a function that ends it.
   */
  subscribe(listener: (news: News) => void): () => void;
  /** For each partition, the position before which everything can be read. */
  positions(): ReadonlyMap<number, number>;
  /** Events in the log that cannot be read yet. */
  behind(): Promise<number>;
  /** Partitions that are being filled anew: their rows are those of the log's beginning only, and whoever shows them must say so. */
  rebuilding(): readonly number[];
}
