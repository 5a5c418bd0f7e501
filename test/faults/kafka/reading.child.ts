import { dropRepeats, openKafkaLog, type StoredRecord } from '@plumbline/event-log';
import { writeSync } from 'node:fs';
import { logsOf, toldToChild } from './child-options';

/*
 * Follows a log in Kafka in all partitions until it is killed, and says on standard output what it was given and, on descriptor 3, what it
 * handed on after repeats were dropped.
 */
const say = (channel: number, records: readonly StoredRecord[]): void => {
  if (records.length > 0)
    writeSync(channel, `${JSON.stringify(records.map(({ key, partition, position }) => [key, partition, position]))}\n`);
};

async function main(): Promise<void> {
  const { brokers, topic } = toldToChild();
  const log = await openKafkaLog({ connection: { brokers, logger: logsOf('reading') }, topic });
  const signal = new AbortController().signal;
  const follow = async (partition: number): Promise<void> => {
    const drop = dropRepeats();
    for (let from = 0; ;) {
      const { records, next } = await log.read(partition, from);
      say(1, records);
      say(3, drop(records));
      if (next === from) await log.waitFor(partition, from, signal);
      from = next;
    }
  };
  await Promise.all(Array.from({ length: log.partitions }, (_, partition) => follow(partition)));
}

void main();
