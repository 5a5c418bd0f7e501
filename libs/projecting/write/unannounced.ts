import type { Bounds, Stretch } from '../fold/bounds';

/** Which stretches of the log were written without anything to be said of them, so that the next announcement speaks of them too. */
export class Unannounced {
  private readonly begins = new Map<number, number>();

  /** A round was written, and nothing is said of it. */
  add(bounds: Bounds): void {
    for (const { partition, from } of bounds) if (!this.begins.has(partition)) this.begins.set(partition, from);
  }

  /** The stretches of a round that is announced, from where its partitions were last spoken of. */
  until(bounds: Bounds): readonly Stretch[] {
    const stretches = bounds.map(({ partition, from, to }) => ({ partition, from: this.begins.get(partition) ?? from, to }));
    for (const { partition } of bounds) this.begins.delete(partition);
    return stretches;
  }
}
