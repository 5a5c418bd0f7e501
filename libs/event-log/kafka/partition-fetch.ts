import type { Logger } from '@plumbline/runtime';
import { setTimeout as pause } from 'node:timers/promises';
import { closed } from '../problems';
import { clusterOf, type Cluster, type FetchedMessage } from './cluster';
import { kafkaClient, type KafkaConnection } from './connection';
import { beyondReach, isTransient, kafkaProblem } from './problems';
import { Sockets } from './sockets';

export interface Fetched {
  /** Consecutive messages from the offset that was asked for; none at the end of the partition. */
  readonly messages: readonly FetchedMessage[];
  /** The offset that the next message of the partition will have. */
  readonly end: number;
}

/** One request for bytes never asks for more, so that a reader's memory is bounded; a single larger batch still comes whole. */
const FETCH_BYTES = 1024 * 1024;
/** Every message is visible, as in any log without transactions. */
const READ_UNCOMMITTED = 0;
const FIRST_PAUSE = 50;
const LONGEST_PAUSE = 1_000;

/**
 * Reads one partition by offset over a connection of its own. While no broker answers it goes on asking: an outage makes a reader
 * late, and never makes it skip. Anything that does not pass by waiting rejects.
 */
export class PartitionFetch {
  private cluster: Cluster | undefined;
  private readonly sockets = new Sockets();
  private readonly closing = new AbortController();
  private readonly logger: Logger;

  constructor(
    private readonly connection: KafkaConnection,
    private readonly topic: string,
    private readonly partition: number,
  ) {
    this.logger = connection.logger;
  }

  /**
   * @param patience milliseconds that the broker may wait for a first message at the end of the partition, 0 for an answer at once.
   * @throws ProblemError `log.position-out-of-range`, `log.closed`, `kafka.credentials-refused` and others that do not pass by waiting
   */
  async fetch(offset: number, patience: number): Promise<Fetched> {
    let failures = 0;
    for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      if (this.isClosed()) throw closed();
      try {
        const fetched = await this.fetchOnce(offset, patience);
        if (failures > 0) this.logger.info({ partition: this.partition, failures }, 'Kafka can be read again');
        return fetched;
      } catch (error) {
        if (this.isClosed()) throw closed();
        if (isOutOfRange(error)) throw beyondReach(this.partition, offset);
        if (!isTransient(error)) throw kafkaProblem(error);
        if (failures === 1) {
          this.logger.warn(
            { partition: this.partition, code: kafkaProblem(error).code },
            'Kafka cannot be read; asking again until it can',
          );
        }
        failures += 1;
        await this.disconnect();
        await pause(wait, undefined, { signal: this.closing.signal }).catch(() => undefined);
      }
    }
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.disconnect();
  }

  private isClosed(): boolean {
    return this.closing.signal.aborted;
  }

  private async fetchOnce(offset: number, patience: number): Promise<Fetched> {
    const cluster = await this.connected();
    const [nodeId] = Object.keys(cluster.findLeaderForPartitions(this.topic, [this.partition]));
    if (nodeId === undefined) throw new LeaderUnknown();
    const broker = await cluster.findBroker({ nodeId });
    const { responses } = await broker.fetch({
      maxWaitTime: patience,
      minBytes: 1,
      maxBytes: FETCH_BYTES,
      isolationLevel: READ_UNCOMMITTED,
      topics: [{ topic: this.topic, partitions: [{ partition: this.partition, fetchOffset: String(offset), maxBytes: FETCH_BYTES }] }],
    });
    const [answer] = responses.flatMap(({ partitions }) => partitions);
    if (answer === undefined) throw new LeaderUnknown();
    // Kafka answers with whole batches, so the first one may begin before what was asked for.
    const from = answer.messages.findIndex((message) => Number(message.offset) >= offset);
    return { messages: from === -1 ? [] : answer.messages.slice(from), end: Number(answer.highWatermark) };
  }

  private async connected(): Promise<Cluster> {
    if (this.cluster !== undefined) return this.cluster;
    const cluster = clusterOf(kafkaClient(this.connection, { attempts: 1, sockets: this.sockets }));
    this.cluster = cluster;
    await cluster.connect();
    await cluster.addTargetTopic(this.topic);
    return cluster;
  }

  private async disconnect(): Promise<void> {
    const { cluster } = this;
    this.cluster = undefined;
    this.sockets.destroy();
    await cluster?.disconnect();
  }
}

/** The metadata of the topic names no leader for the partition yet: passes by waiting. */
class LeaderUnknown extends Error {
  readonly retriable = true;
}

const isOutOfRange = (error: unknown): boolean => error instanceof Error && error.name === 'KafkaJSOffsetOutOfRange';
