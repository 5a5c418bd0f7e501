/** A stretch of one partition: from a position up to, and without, another. */
export interface Stretch {
  readonly partition: number;
  readonly from: number;
  readonly to: number;
}

/** What a round consists of: a stretch of each partition that had something. It is fixed before the first row is inserted. */
export type Bounds = readonly Stretch[];

/** `0:12-40,2:7-9`: the part of an insert token that names the batch. */
export const boundsText = (bounds: Bounds): string =>
  bounds.map(({ partition, from, to }) => `${String(partition)}:${String(from)}-${String(to)}`).join(',');
