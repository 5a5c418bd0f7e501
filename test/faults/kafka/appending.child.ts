import { openKafkaLog, type LogRecord } from '@plumbline/event-log';
import { ProblemError } from '@plumbline/kernel';
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { logsOf, toldToChild } from './child-options';
import { keyOf } from './ledger';

/*
 * Appends to a log in Kafka for a few clinicians at once, each in the order of its numbers, until it is asked to end, and says on standard output
 * what was acknowledged. What was refused is sent again as it was, as a source does.
 */
const CLINICIANS = 6;
const BETWEEN_MILLISECONDS = 3;

async function main(): Promise<void> {
  const { brokers, topic, prefix } = toldToChild();
  const log = await openKafkaLog({ connection: { brokers, logger: logsOf('appending') }, topic });
  let stopping = false;
  process.once('SIGTERM', () => (stopping = true));
  const produce = async (clinician: string): Promise<void> => {
    for (let number = 0; !stopping;) {
      const records = Array.from({ length: 1 + (number % 5) }, (_, index): LogRecord => {
        const key = keyOf(clinician, number + index);
        return { partitionKey: clinician, key, bytes: Buffer.from(JSON.stringify({ key, text: 'x'.repeat(200) })) };
      });
      const positions = await append(records);
      writeSync(1, `${JSON.stringify(records.map(({ key }, index) => [key, positions[index]?.partition, positions[index]?.position]))}\n`);
      number += records.length;
      await pause(BETWEEN_MILLISECONDS);
    }
  };
  const append = async (records: readonly LogRecord[]): ReturnType<typeof log.append> => {
    for (;;) {
      try {
        return await log.append(records);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        await pause(100);
      }
    }
  };
  await Promise.all(Array.from({ length: CLINICIANS }, (_, index) => produce(`${prefix}${index}`)));
  await log.close();
}

void main();
