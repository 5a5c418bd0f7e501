import { patiently } from '@plumbline/event-log';
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
    // The client does not try again by itself while the coordinator of a group is being found, as it is right after a broker's start.
    const committed = await patiently(() => this.admin.fetchOffsets({ groupId: this.group, topics: [...topics] }));
    for (const { topic, partitions } of committed) {
      for (const { partition, offset } of partitions) {
        const position = Number(offset);
        if (position < 0) continue;
        this.next.set(keyOf(topic, partition), position);
        await this.mustBeKept(topic, partition, position);
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

  /**
   * How many messages of a topic were not taken yet.
   * @throws ProblemError `source-topic.position-lost` where some of them are not kept any more
   */
  async lag(topic: string): Promise<number> {
    // Read before the topic's ends, so that a message that is taken meanwhile does not look like one beyond them.
    const expected = new Map(this.next);
    let lag = 0;
    for (const kept of await this.admin.fetchTopicOffsets(topic)) {
      const position = expected.get(keyOf(topic, kept.partition));
      if (position !== undefined) mustBeWithin(topic, kept.partition, position, kept);
      lag += Math.max(0, Number(kept.high) - (position ?? Number(kept.low)));
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
    for (const [topic, partitions] of topics) await patiently(() => this.admin.setOffsets({ groupId: this.group, topic, partitions }));
  }

  private async mustBeKept(topic: string, partition: number, position: number): Promise<void> {
    const kept = (await this.admin.fetchTopicOffsets(topic)).find((one) => one.partition === partition);
    mustBeWithin(topic, partition, position, kept);
  }
}

const keyOf = (topic: string, partition: number): string => `${topic}/${String(partition)}`;

function mustBeWithin(
  topic: string,
  partition: number,
  position: number,
  kept: { readonly low: string; readonly high: string } | undefined,
): void {
  if (kept !== undefined && position >= Number(kept.low) && position <= Number(kept.high)) return;
  throw new ProblemError({
    code: 'source-topic.position-lost',
    reason: `Reading of ${topic}, partition ${String(partition)}, would go on at ${String(position)}, and the topic holds ${kept === undefined ? 'no such partition' : `${kept.low} to ${kept.high}`}.`,
    remedy:
      'Have the source send again what is missing, then set the position of the consumer group by hand, as the page source-topics-stopped of the runbook describes.',
  });
}
