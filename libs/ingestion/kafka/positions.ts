import { ProblemError } from '@plumbline/kernel';
import type { Admin } from 'kafkajs';

/**
 * Where reading goes on, for every partition of the source topics. The client library answers a position that the topic does not
 * hold any more by jumping to its beginning or end, and overwrites the committed position while it does so; here such a position is an alarm.
 */
export class Positions {
  private readonly next = new Map<string, number>();

  constructor(
    private readonly admin: Admin,
    private readonly group: string,
  ) {}

  /**
   * Reads the committed positions before anything is consumed. A partition without one is read from its beginning.
   * @throws ProblemError `source-topic.position-lost`
   */
  async load(topics: readonly string[]): Promise<void> {
    for (const { topic, partitions } of await this.admin.fetchOffsets({ groupId: this.group, topics: [...topics] })) {
      for (const { partition, offset } of partitions) {
        const committed = Number(offset);
        if (committed < 0) continue;
        this.next.set(keyOf(topic, partition), committed);
        await this.mustBeKept(topic, partition, committed);
      }
    }
  }

  /**
   * To be called before a batch is taken: `first` is the offset that it begins with.
   * @throws ProblemError `source-topic.position-lost` where the batch is the far side of a jump
   */
  async arrive(topic: string, partition: number, first: number): Promise<void> {
    const expected = this.next.get(keyOf(topic, partition));
    // Gaps are lawful where a topic is compacted or written in transactions, so a gap alone is no loss.
    if (expected !== undefined && expected !== first) await this.mustBeKept(topic, partition, expected);
  }

  /** To be called once everything before `next` is durable and committed. */
  advance(topic: string, partition: number, next: number): void {
    this.next.set(keyOf(topic, partition), next);
  }

  /** How many messages of a topic were not taken yet. */
  async lag(topic: string): Promise<number> {
    let lag = 0;
    for (const { partition, high, low } of await this.admin.fetchTopicOffsets(topic)) {
      lag += Math.max(0, Number(high) - (this.next.get(keyOf(topic, partition)) ?? Number(low)));
    }
    return lag;
  }

  /** Commits the positions again, so that the next start meets the same alarm. The group must have no members any more. */
  async restore(): Promise<void> {
    const topics = new Map<string, { partition: number; offset: string }[]>();
    for (const [key, offset] of this.next) {
      const [topic = '', partition = ''] = key.split('/');
      topics.set(topic, [...(topics.get(topic) ?? []), { partition: Number(partition), offset: String(offset) }]);
    }
    for (const [topic, partitions] of topics) await this.admin.setOffsets({ groupId: this.group, topic, partitions });
  }

  private async mustBeKept(topic: string, partition: number, position: number): Promise<void> {
    const kept = (await this.admin.fetchTopicOffsets(topic)).find((one) => one.partition === partition);
    if (kept !== undefined && position >= Number(kept.low) && position <= Number(kept.high)) return;
    throw new ProblemError({
      code: 'source-topic.position-lost',
      reason: `Reading of ${topic}, partition ${String(partition)}, would go on at ${String(position)}, and the topic holds ${kept === undefined ? 'no such partition' : `${kept.low} to ${kept.high}`}.`,
      remedy:
        'Have the source send again what is missing, then set the position of the consumer group by hand, as the page source-topic-stopped of the runbook describes.',
    });
  }
}

const keyOf = (topic: string, partition: number): string => `${topic}/${String(partition)}`;
