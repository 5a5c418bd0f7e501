import { ProblemError } from '@plumbline/kernel';
import { ConfigResourceTypes, type Admin } from 'kafkajs';
import { kafkaClient, type KafkaConnection } from './connection';
import { patiently } from './patiently';
import { kafkaProblem } from './problems';
import { missingTopic } from './topics';

/** What the topic of a log says of itself. Every call asks the brokers. */
export class LogTopic {
  private constructor(
    private readonly admin: Admin,
    private readonly name: string,
    /** The largest batch that the topic takes, in bytes. */
    readonly maxMessageBytes: number,
    /** For every partition, the position that the next record had when this was opened. */
    readonly endsAtOpening: readonly number[],
  ) {}

  /** @throws ProblemError `kafka.unreachable`, `kafka.credentials-refused`, `kafka.topic-missing` and others of Kafka's */
  static async open(connection: KafkaConnection, name: string): Promise<LogTopic> {
    const admin = kafkaClient(connection).admin();
    try {
      await patiently(() => admin.connect());
      if (!(await admin.listTopics()).includes(name)) throw new ProblemError(missingTopic(name));
      const resources = [{ type: ConfigResourceTypes.TOPIC, name, configNames: ['max.message.bytes'] }];
      const [described] = (await admin.describeConfigs({ resources, includeSynonyms: false })).resources;
      const maxMessageBytes = Number(described?.configEntries[0]?.configValue);
      return new LogTopic(admin, name, maxMessageBytes, await patiently(() => endsOf(admin, name)));
    } catch (error) {
      await admin.disconnect();
      throw kafkaProblem(error);
    }
  }

  async ends(): Promise<readonly number[]> {
    try {
      return await patiently(() => endsOf(this.admin, this.name));
    } catch (error) {
      throw kafkaProblem(error);
    }
  }

  close(): Promise<void> {
    return this.admin.disconnect();
  }
}

async function endsOf(admin: Admin, topic: string): Promise<readonly number[]> {
  const offsets = await admin.fetchTopicOffsets(topic);
  const ends = new Array<number>(offsets.length).fill(0);
  for (const { partition, high } of offsets) ends[partition] = Number(high);
  return ends;
}
