import type { Clock, Problem } from '@plumbline/kernel';
import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import type { Ingestion } from '../core/ingestion';
import { isProgramFault } from '../core/fault';
import type { DeadLetter, DeadLetters } from './dead-letters';
import type { SourceTopicListeners } from './listeners';
import { placeOf, readMessages } from './message-adapter';
import type { Positions } from './positions';

export interface BatchIntakeParts {
  readonly ingestion: Pick<Ingestion, 'acceptRecords'>;
  readonly deadLetters: Pick<DeadLetters, 'write'>;
  readonly positions: Positions;
  readonly clock: Clock;
  readonly listeners: SourceTopicListeners;
  /** The source that a topic belongs to. */
  readonly sourceOf: (topic: string) => string;
  /** Milliseconds between two signs of life to the group. */
  readonly heartbeatInterval: number;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

/**
 * Takes a batch of one source topic over. The order of effects is
 *   1. accepted events durable in the log, the others in quarantine   2. dead letters acknowledged   3. position committed;
 * a crash in between delivers the batch again, and (source, id) makes that harmless. Where 1 or 2 fails the position stays, the
 * partition pauses and is tried again after a while: what a source sends meanwhile waits in Kafka and not in our memory.
 */
export class BatchIntake {
  private readonly pauses = new Map<string, number>();
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(private readonly parts: BatchIntakeParts) {}

  /** @throws ProblemError `source-topic.position-lost`, a fault of the program, or the client library's own error where the group moved on */
  async take(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const first = batch.messages[0];
    if (!payload.isRunning() || payload.isStale() || first === undefined) return;
    await this.parts.positions.arrive(batch.topic, batch.partition, Number(batch.firstOffset() ?? first.offset));
    const source = this.parts.sourceOf(batch.topic);
    const started = performance.now();
    const letters: DeadLetter[] = [];
    let receipt;
    try {
      receipt = await this.alive(payload, async () => {
        const taken = await this.parts.ingestion.acceptRecords(
          source,
          readMessages(batch.messages, batch.partition),
          this.collector(payload, letters),
        );
        if (letters.length > 0) await this.parts.deadLetters.write(letters);
        return taken;
      });
    } catch (error) {
      if (isProgramFault(error)) throw error;
      this.parts.listeners.onTrouble?.(error, source);
      this.pause(payload);
      return;
    }
    await this.commit(payload);
    this.parts.listeners.onBatch?.({
      ...{ source, receipt },
      deadLetters: letters.map(({ problem }) => problem.code),
      milliseconds: performance.now() - started,
      clockAhead: newestTime(batch.messages) - this.parts.clock.now(),
    });
  }

  /** Lets no paused partition come back. */
  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private collector(
    { batch }: EachBatchPayload,
    letters: DeadLetter[],
  ): (record: { readonly place: string; readonly problems: readonly Problem[] }) => void {
    const byPlace = new Map<string, KafkaMessage>(batch.messages.map((message) => [placeOf(batch.partition, message.offset), message]));
    return ({ place, problems }) => {
      const message = byPlace.get(place);
      const [problem] = problems;
      if (message !== undefined && problem !== undefined)
        letters.push({ topic: batch.topic, partition: batch.partition, message, problem });
    };
  }

  /** Gives signs of life while work goes on that may wait for a disk or a broker. */
  private async alive<Value>(payload: EachBatchPayload, work: () => Promise<Value>): Promise<Value> {
    const timer = setInterval(() => {
      // Where the group moved on, the commit afterwards meets the same and is answered by it.
      payload.heartbeat().catch(() => undefined);
    }, this.parts.heartbeatInterval);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  private async commit(payload: EachBatchPayload): Promise<void> {
    const { topic, partition } = payload.batch;
    const last = payload.batch.lastOffset();
    const next = Number(last) + 1;
    await payload.commitOffsetsIfNecessary({ topics: [{ topic, partitions: [{ partition, offset: String(next) }] }] });
    payload.resolveOffset(last);
    this.parts.positions.advance(topic, partition, next);
    this.pauses.delete(`${topic}/${String(partition)}`);
  }

  private pause(payload: EachBatchPayload): void {
    const key = `${payload.batch.topic}/${String(payload.batch.partition)}`;
    const milliseconds = Math.min(LONGEST_PAUSE, (this.pauses.get(key) ?? FIRST_PAUSE / 2) * 2);
    this.pauses.set(key, milliseconds);
    const resume = payload.pause();
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      resume();
    }, milliseconds);
    this.timers.add(timer);
  }
}

const newestTime = (messages: readonly KafkaMessage[]): number =>
  messages.reduce((newest, { timestamp }) => Math.max(newest, Number(timestamp)), Number.NEGATIVE_INFINITY);
