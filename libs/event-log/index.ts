export { dropRepeats } from './drop-repeats';
export { openEmbeddedLog, type EmbeddedLogOptions } from './embedded/open-embedded-log';
export { partitionsFor } from './partition';
export type { EventLog, LogBatch, LogPosition, LogRecord, ReadOptions, StoredRecord } from './port';
export { verifyLog, type VerifiedPartition } from './verify-log';
