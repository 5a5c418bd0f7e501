/** A stretch of one partition: from a position up to, and without, another. */
export interface Stretch {
  readonly partition: number;
  readonly from: number;
  readonly to: number;
}

/** What a round consists of: a stretch of each partition that had something. */
export type Bounds = readonly Stretch[];

/** The stretches of rounds that follow one another, as one of each partition. */
export function joined(rounds: readonly Bounds[]): Bounds {
  const stretches = new Map<number, Stretch>();
  for (const { partition, from, to } of rounds.flat())
    stretches.set(partition, { partition, from: stretches.get(partition)?.from ?? from, to });
  return [...stretches.values()];
}
