import { createPseudonymiser, IdentityVault, institutionKeyIn, type Pseudonymiser } from '@plumbline/access';
import { openEmbeddedLog, partitionsFor, type EventLog } from '@plumbline/event-log';
import { createIngestion } from '@plumbline/ingestion';
import { systemClock } from '@plumbline/kernel';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { requestOf } from './requests';

/*
 * Takes requests over in the directory argv[2] until it is killed, and says on standard output what it sent and what was acknowledged.
 * argv[3]: number of the cycle; argv[4]: how many requests of the cycle before are sent again first, as a source does that was not
 * answered; argv[5]: the step at which it kills itself, or `never`; argv[6]: at which time of coming there; argv[7]: what is broken.
 */
const SENDERS = 3;
const [, , directory = '', cycle = '0', again = '0', step = 'never', time = '1', broken = 'nothing'] = process.argv;

const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

let came = 0;
function reach(here: string): void {
  if (here !== step) return;
  came += 1;
  if (came === Number(time)) process.kill(process.pid, 'SIGKILL');
}

/** The log with the steps before and after an append, and with what is broken. */
function stepping(log: EventLog): EventLog {
  return {
    partitions: log.partitions,
    async append(records) {
      reach('appending');
      if (broken === 'acknowledged-before-append') {
        // The positions are made up, and the records are on their way while the source is told that they are safe.
        setTimeout(() => void log.append(records), 50);
        return records.map(({ partitionKey }) => ({ partition: partitionsFor(partitionKey, log.partitions)[0] ?? 0, position: 0 }));
      }
      const positions = await log.append(records);
      reach('appended');
      return positions;
    },
    // A start that does not read the log's tail knows nothing of what was appended shortly before the kill.
    read: (partition, from, options) =>
      broken === 'log-not-read-at-start' ? Promise.resolve({ partition, records: [], next: from }) : log.read(partition, from, options),
    ends: () => log.ends(),
    waitFor: (partition, from, signal) => log.waitFor(partition, from, signal),
    close: () => log.close(),
  };
}

async function main(): Promise<void> {
  const log = stepping(await openEmbeddedLog({ directory: join(directory, 'log') }));
  const key = institutionKeyIn(join(directory, 'secrets'));
  const inner = createPseudonymiser(key, new IdentityVault(join(directory, 'identities'), key));
  const pseudonyms: Pseudonymiser = {
    pseudonymOf: (kind, identifier, authority) => inner.pseudonymOf(kind, identifier, authority),
    async flush() {
      reach('naming');
      await inner.flush();
    },
  };
  const ingestion = await createIngestion({
    log,
    clock: systemClock,
    pseudonyms,
    directory: join(directory, 'ingestion'),
    sources: (name) => ({ name, zone: 'Europe/London' }),
  });
  const send = async (ofCycle: number, number: number): Promise<void> => {
    const { body } = requestOf(ofCycle, number);
    const receipt = await ingestion.accept('ehr', 'event-ndjson', body);
    reach('answering');
    if (receipt.accepted + receipt.repeated !== receipt.records) say(`refused ${JSON.stringify(receipt)}`);
    say(`acknowledged ${ofCycle} ${number}`);
  };
  for (let number = 0; number < Number(again); number += 1) await send(Number(cycle) - 1, number);
  let next = 0;
  const sender = async (): Promise<void> => {
    for (;;) {
      const number = next++;
      say(`sent ${number}`);
      await send(Number(cycle), number);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
}

void main();
