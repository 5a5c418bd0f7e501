import { sha256 } from '@plumbline/kernel';
import type { Message } from 'kafkajs';
import type { LogRecord, StoredRecord } from '../port';
import { corruptRecord, unacceptable } from '../problems';
import type { FetchedMessage } from './cluster';

/*
 * A record as a Kafka message: the partition key is the message's key, the bytes are its value as they are, and two headers hold
 * the event key (`key`) and the SHA-256 of the bytes (`sha256`, 32 bytes).
 */
const MAX_KEY_BYTES = 65_535;
/** What a message costs beside its parts: lengths, offset and time deltas, names of the headers. Rounded up. */
const MESSAGE_OVERHEAD = 64;

export interface EncodedRecord {
  readonly message: Message;
  readonly size: number;
}

/** Copies the bytes, so that the caller may reuse its buffer. @throws ProblemError `log.record-unacceptable` */
export function encodeRecord({ partitionKey, key, bytes }: LogRecord, maxBytes: number): EncodedRecord {
  const keyBytes = Buffer.byteLength(key);
  if (keyBytes > MAX_KEY_BYTES) throw unacceptable(`A record's key has ${keyBytes} bytes; the limit is ${MAX_KEY_BYTES}.`);
  const size = MESSAGE_OVERHEAD + Buffer.byteLength(partitionKey) + keyBytes + bytes.length;
  if (size > maxBytes) {
    throw unacceptable(`A record has ${bytes.length} bytes; the topic takes messages of ${maxBytes} bytes.`);
  }
  const value = Buffer.from(bytes);
  return { message: { key: partitionKey, value, headers: { key, sha256: sha256(value) } }, size };
}

/** @throws ProblemError `log.corrupt-record` for a message that is not what was stored, or that somebody else wrote into the topic. */
export function decodeMessage(partition: number, position: number, { value, headers }: FetchedMessage): StoredRecord {
  const { key, sha256: hash } = headers;
  if (value === null || !Buffer.isBuffer(key) || !Buffer.isBuffer(hash)) {
    throw corruptRecord(partition, position, 'it lacks its bytes, its key or its SHA-256');
  }
  if (!sha256(value).equals(hash)) throw corruptRecord(partition, position, 'its bytes do not fit their SHA-256');
  return { partition, position, key: key.toString('utf8'), bytes: value, hash };
}
