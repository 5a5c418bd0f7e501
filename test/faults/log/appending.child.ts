import { openEmbeddedLog, type LogRecord } from '@plumbline/event-log';
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/*
 * Appends to the log in argv[2] under keys that start with argv[3], from four producers at once, and says on standard output what was
 * acknowledged. argv[4]: stop after so many appends and close, or 0 to go on until killed. argv[5]: milliseconds between a producer's appends.
 */
const PRODUCERS = 4;
const [, , directory = '', prefix = '', appends = '0', between = '0'] = process.argv;

const record = (id: string): LogRecord => ({
  partitionKey: id.endsWith('7') ? '*' : `K-${createHash('md5').update(id).digest('hex').slice(0, 4)}`,
  key: id,
  bytes: Buffer.from(JSON.stringify({ id, text: createHash('sha512').update(id).digest('hex') })),
});

async function main(): Promise<void> {
  const log = await openEmbeddedLog({ directory });
  let started = 0;
  const producer = async (): Promise<void> => {
    while (appends === '0' || started < Number(appends)) {
      const number = started++;
      const records = Array.from({ length: 1 + (number % 12) }, (_, index) => record(`${prefix}-${number}-${index}`));
      try {
        const positions = await log.append(records);
        writeSync(
          1,
          `${JSON.stringify(records.map(({ key }, index) => [key, positions[index]?.partition, positions[index]?.position]))}\n`,
        );
      } catch (error) {
        writeSync(1, `${JSON.stringify({ refused: (error as { code?: string }).code, keys: records.map(({ key }) => key) })}\n`);
      }
      if (between !== '0') await pause(Number(between));
    }
  };
  await Promise.all(Array.from({ length: PRODUCERS }, producer));
  await log.close();
}

void main();
