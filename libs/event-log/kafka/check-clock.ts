import { MINUTE, ProblemError, systemClock, type Clock } from '@plumbline/kernel';
import { Partitioners } from 'kafkajs';
import { kafkaClient, type KafkaConnection } from './connection';
import { kafkaProblem } from './problems';

/** Response times and the age of events are differences between two machines' clocks: from here on they mislead. */
const LIMIT = 5 * MINUTE;

/**
 * Sends an empty record to the topic for that purpose and compares the time that the broker gives it with ours.
 * @throws ProblemError `kafka.clock-differs`, or why the record could not be sent
 */
export async function checkClock(connection: KafkaConnection, topic: string, clock: Clock = systemClock): Promise<void> {
  const producer = kafkaClient(connection).producer({ allowAutoTopicCreation: false, createPartitioner: Partitioners.DefaultPartitioner });
  try {
    await producer.connect();
    const before = clock.now();
    const [sent] = await producer.send({ topic, messages: [{ value: Buffer.alloc(0) }] });
    const there = Number(sent?.logAppendTime ?? -1);
    if (there < 0) throw withoutTime(topic);
    const difference = there < before ? there - before : Math.max(0, there - clock.now());
    if (Math.abs(difference) > LIMIT) throw clockDiffers(Math.round(difference / MINUTE));
  } catch (error) {
    throw kafkaProblem(error);
  } finally {
    await producer.disconnect();
  }
}

const clockDiffers = (minutes: number): ProblemError =>
  new ProblemError({
    code: 'kafka.clock-differs',
    reason: `The clock of the Kafka broker is ${Math.abs(minutes)} minutes ${minutes > 0 ? 'ahead of' : 'behind'} the clock of this machine.`,
    remedy: 'Set both by a time server (NTP) and start again.',
    facts: { minutes },
  });

const withoutTime = (topic: string): ProblemError =>
  new ProblemError({
    code: 'kafka.topic-setting',
    reason: `The topic ${topic} does not note when the broker received a record.`,
    remedy: 'Set message.timestamp.type of it to LogAppendTime.',
    facts: { topic },
  });
