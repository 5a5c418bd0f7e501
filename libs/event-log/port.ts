/** Where a record stands: a partition and a position in it. Positions of a partition start at 0 and have no gaps that a reader could notice. */
export interface LogPosition {
  readonly partition: number;
  readonly position: number;
}

/** What a producer hands over. `bytes` are stored as they are and never re-serialised. */
export interface LogRecord {
  /** The clinician's pseudonym, which decides the partition, or `*` for a copy in every partition. */
  readonly partitionKey: string;
  /** `source` and event id joined by NUL: readers drop a repeated one, because a transport may deliver twice. */
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** A record as it is read back. `hash` is the SHA-256 of `bytes`, stored beside them at append. */
export interface StoredRecord extends LogPosition {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly hash: Uint8Array;
}

/** Consecutive records of one partition. `next` is the position to ask for afterwards. */
export interface LogBatch {
  readonly partition: number;
  readonly records: readonly StoredRecord[];
  readonly next: number;
}

export interface ReadOptions {
  /** At most so many records, 1 to 10,000. */
  readonly maxRecords?: number;
  /** Stop after the record that reaches so many bytes. */
  readonly maxBytes?: number;
}

/**
 * The log that is the truth. There is no update, no delete and no compare-and-set: what an adapter offers here, an embedded
 * store and Kafka can both keep.
 */
export interface EventLog {
  readonly partitions: number;

  /**
   * Makes the records durable and then resolves with their positions, in the order given (for `*` the position in partition 0).
   * All or nothing: when it rejects, none of the records is acknowledged, though some may be found later and are then repeats.
   * Concurrent calls are committed together.
   */
  append(records: readonly LogRecord[]): Promise<readonly LogPosition[]>;

  /** Reads from `from` on. An empty batch with `next === from` means the end. Asking beyond the end or before the oldest kept record rejects with `log.position-out-of-range`; nothing is ever skipped. */
  read(partition: number, from: number, options?: ReadOptions): Promise<LogBatch>;

  /** For every partition, the position that the next record will have. */
  ends(): Promise<readonly number[]>;

  /** Resolves when the partition has a record at or after `from`, or when the signal aborts; never polls faster than the log is written. */
  waitFor(partition: number, from: number, signal: AbortSignal): Promise<void>;

  /** Stops accepting, finishes what was accepted, and releases the store. */
  close(): Promise<void>;
}
