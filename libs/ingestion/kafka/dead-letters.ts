import type { Problem } from '@plumbline/kernel';
import type { IHeaders, KafkaMessage, Message, Producer } from 'kafkajs';

/** A message that could not be taken over, and where it stood. */
export interface DeadLetter {
  readonly topic: string;
  readonly partition: number;
  readonly message: KafkaMessage;
  readonly problem: Problem;
}

/** The headers that tell a dead letter's story. What the message carried under these names is replaced, so that nobody can forge it. */
export const DEAD_LETTER_HEADERS = {
  code: 'plumbline-code',
  reason: 'plumbline-reason',
  remedy: 'plumbline-remedy',
  topic: 'plumbline-source-topic',
  partition: 'plumbline-source-partition',
  offset: 'plumbline-source-offset',
} as const;

/** One batch of a producer stays below the size that a broker takes by default, 1 MiB, with room for headers. */
const MAX_BATCH_BYTES = 524_288;

function asMessage({ topic, partition, message, problem }: DeadLetter): Message {
  const headers: IHeaders = {
    ...message.headers,
    [DEAD_LETTER_HEADERS.code]: problem.code,
    [DEAD_LETTER_HEADERS.reason]: problem.reason,
    [DEAD_LETTER_HEADERS.remedy]: problem.remedy,
    [DEAD_LETTER_HEADERS.topic]: topic,
    [DEAD_LETTER_HEADERS.partition]: String(partition),
    [DEAD_LETTER_HEADERS.offset]: message.offset,
  };
  return { key: message.key, value: message.value, headers, timestamp: message.timestamp };
}

/**
 * Writes what could not be taken over to the dead-letter topic: the original bytes, key and headers, and the story beside them.
 * At least once: after a crash the same letter may be written again, and its topic, partition and offset say so.
 */
export class DeadLetters {
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly producer: Producer,
    private readonly topic: string,
  ) {}

  /** Resolves when the letters are acknowledged by all replicas in sync. One write at a time, so that letters stand in the order of their messages. */
  write(letters: readonly DeadLetter[]): Promise<void> {
    const written = this.writing.then(async () => {
      for (const messages of inBatches(letters.map(asMessage))) await this.producer.send({ topic: this.topic, acks: -1, messages });
    });
    this.writing = written.catch(() => undefined);
    return written;
  }
}

function* inBatches(messages: readonly Message[]): Generator<Message[]> {
  let batch: Message[] = [];
  let size = 0;
  for (const message of messages) {
    const bytes = message.value?.length ?? 0;
    if (batch.length > 0 && size + bytes > MAX_BATCH_BYTES) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(message);
    size += bytes;
  }
  if (batch.length > 0) yield batch;
}
