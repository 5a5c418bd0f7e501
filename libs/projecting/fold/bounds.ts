/** A stretch of one partition: from a position up to, and without, another. */
export interface Stretch {
  readonly partition: number;
  readonly from: number;
  readonly to: number;
}

/** What a round consists of: a stretch of each partition that had something. */
export type Bounds = readonly Stretch[];
