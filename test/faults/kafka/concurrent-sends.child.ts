import { kafkaClient } from '@plumbline/event-log';
import { sha256 } from '@plumbline/kernel';
import { writeSync } from 'node:fs';
import { logsOf, toldToChild } from './child-options';
import { keyOf } from './ledger';

/*
 * The mistake that lanes are there to avoid: one idempotent producer, two batches of one partition under way at once. Says what was acknowledged, as the
 * right way does. A batch that failed is not sent again, because only what was acknowledged is held against it.
 */
const BATCHES = 150;

async function main(): Promise<void> {
  const { brokers, topic, prefix } = toldToChild();
  const producer = kafkaClient({ brokers, logger: logsOf('concurrent-sends') }).producer({
    idempotent: true,
    allowAutoTopicCreation: false,
    createPartitioner: () => () => 0,
  });
  await producer.connect();
  let number = 0;
  const send = async (): Promise<void> => {
    while (number < BATCHES) {
      const key = keyOf(`${prefix}0`, (number += 1));
      const value = Buffer.from(key);
      try {
        const [sent] = await producer.send({
          topic,
          acks: -1,
          messages: [{ key: `${prefix}0`, value, headers: { key, sha256: sha256(value) } }],
        });
        writeSync(1, `${JSON.stringify([[key, 0, Number(sent?.baseOffset)]])}\n`);
      } catch (error) {
        if (!(error instanceof Error) || !error.name.startsWith('KafkaJS')) throw error;
      }
    }
  };
  await Promise.all([send(), send()]);
  await producer.disconnect();
}

void main();
