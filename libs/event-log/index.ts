export { dropRepeats } from './drop-repeats';
export { openEmbeddedLog, type EmbeddedLogOptions } from './embedded/open-embedded-log';
export { kafkaClient, type KafkaConnection } from './kafka/connection';
export { openKafkaLog, type KafkaLogOptions } from './kafka/open-kafka-log';
export { kafkaProblem } from './kafka/problems';
export { checkTopics, ensureTopics, type TopicDeclaration } from './kafka/topics';
export { partitionsFor } from './partition';
export type { EventLog, LogBatch, LogPosition, LogRecord, ReadOptions, StoredRecord } from './port';
export { verifyLog, type VerifiedPartition } from './verify-log';
