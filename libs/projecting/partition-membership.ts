/** Hears which partitions are this process's. What a call began is given up where a later one, which need not wait for it, says otherwise. */
export interface PartitionListener {
  /**
   * These partitions are ours in this generation of the group: new ones, and those that stay. Resolves when they are taken over and
   * folded on. `generation` grows with every change of the group; a call with a lower one than the last is out of date and ignored.
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
