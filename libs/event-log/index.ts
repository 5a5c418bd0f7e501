export { partitionsFor } from './partition';
export type { EventLog, LogBatch, LogPosition, LogRecord, ReadOptions, StoredRecord } from './port';
