/** Hears which partitions are this process's. Calls come one after the other; the next waits for the promise of the one before. */
export interface PartitionListener {
  /**
   * These partitions are ours from now on, in addition to those that were not revoked. Resolves when they are taken over and folded.
   * `generation` grows with every change of the group; one that is lower than the last is out of date and ignored.
   */
  assigned(partitions: readonly number[], generation: number): Promise<void>;
  /** These are no longer ours. Resolves when what is folded has been written, or could not be, and they are let go. */
  revoked(partitions: readonly number[]): Promise<void>;
}

/**
 * Shares the log's partitions among processes: each has one owner at a time. It need not be exact, because a process that still
 * believes to be the owner is kept out by its epoch; it only has to settle.
 */
export interface PartitionMembership {
  join(listener: PartitionListener): Promise<void>;
  /** The others get what was ours. Resolves when that has been said; the listener hears nothing afterwards. */
  leave(): Promise<void>;
}
