import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IdentityVault, createPseudonymiser, type Pseudonymiser } from '@plumbline/access';
import { openEmbeddedLog, type EventLog } from '@plumbline/event-log';
import { decodeEvent, type DomainEvent } from '@plumbline/events';
import { systemClock } from '@plumbline/kernel';
import { createIngestion, type Ingestion } from '../../core/ingestion';

/** The real ingestion on the real embedded log, in a directory that outlives a process. */
export interface Ground {
  readonly log: EventLog;
  readonly ingestion: Ingestion;
  readonly pseudonyms: Pseudonymiser;
  close(): Promise<void>;
}

export interface GroundOptions {
  /** Changes the pseudonymiser before ingestion gets it, such as into one that fails on a certain identifier. */
  readonly disturb?: (pseudonyms: Pseudonymiser) => Pseudonymiser;
}

/** The same everywhere, so that two grounds can be compared. */
const key = Buffer.alloc(32, 7);

export async function openGround(directory: string, { disturb = (pseudonyms) => pseudonyms }: GroundOptions = {}): Promise<Ground> {
  const vault = new IdentityVault(join(directory, 'identities'), key);
  const pseudonyms = createPseudonymiser(key, vault);
  const log = await openEmbeddedLog({ directory: join(directory, 'log') });
  const ingestion = await createIngestion({
    ...{ log, clock: systemClock, pseudonyms: disturb(pseudonyms) },
    directory: join(directory, 'ingestion'),
    sources: (name) => ({ name, zone: 'Europe/London' }),
  });
  return {
    ...{ log, ingestion, pseudonyms },
    async close() {
      await ingestion.close();
      await log.close();
      await vault.close();
    },
  };
}

/** Everything in the log, by partition and position. */
export async function eventsIn(log: EventLog): Promise<readonly DomainEvent[]> {
  const events: DomainEvent[] = [];
  for (let partition = 0; partition < log.partitions; partition += 1) {
    for (let from = 0; ;) {
      const { records, next } = await log.read(partition, from);
      if (records.length === 0) break;
      events.push(...records.map(({ bytes }) => decodeEvent(bytes)));
      from = next;
    }
  }
  return events;
}

export const temporaryDirectory = (): string => mkdtempSync(join(tmpdir(), 'plumbline-source-topics-'));
export const removeDirectory = (directory: string): void => {
  rmSync(directory, { recursive: true, force: true });
};
