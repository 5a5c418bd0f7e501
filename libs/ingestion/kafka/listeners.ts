import type { ProblemCode } from '@plumbline/kernel';
import type { Receipt } from '../core/receipt';

/** A batch that is durable and whose position is committed. */
export interface TakenBatch {
  readonly source: string;
  readonly receipt: Receipt;
  /** Codes of the messages that went to the dead-letter topic. */
  readonly deadLetters: readonly ProblemCode[];
  readonly milliseconds: number;
  /** How far the newest message's timestamp lay ahead of our clock, in milliseconds; negative where it lay behind. */
  readonly clockAhead: number;
}

/** What source topics tell while they are read. Nothing here names a person. */
export interface SourceTopicListeners {
  onBatch?(batch: TakenBatch): void;
  /** Messages of a source's topic that were not taken yet; told every few seconds, also while nothing flows. */
  onLag?(source: string, messages: number): void;
  /** Something failed and is tried again; the position has not moved. `source` is undefined where it concerns all. */
  onTrouble?(error: unknown, source: string | undefined): void;
}
