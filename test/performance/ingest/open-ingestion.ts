import { createPseudonymiser, IdentityVault, institutionKeyIn } from '@plumbline/access';
import type { EventLog } from '@plumbline/event-log';
import { createIngestion, type Ingestion } from '@plumbline/ingestion';
import { systemClock } from '@plumbline/kernel';
import { join } from 'node:path';
import { SOURCE } from './event-lines';

export interface BenchmarkIngestion {
  readonly ingestion: Ingestion;
  close(): Promise<void>;
}

/** Ingestion on a log, with the state that it keeps in a directory. */
export async function openIngestion(log: EventLog, directory: string): Promise<BenchmarkIngestion> {
  const key = institutionKeyIn(join(directory, 'secrets'));
  const identities = new IdentityVault(join(directory, 'identities'), key);
  const ingestion = await createIngestion({
    ...{ log, clock: systemClock, pseudonyms: createPseudonymiser(key, identities) },
    directory: join(directory, 'ingestion'),
    sources: (name) => ({ name, zone: 'Europe/London' }),
  });
  return {
    ingestion,
    close: async () => {
      await ingestion.close();
      await identities.close();
    },
  };
}

const UNDER_WAY = 4;

/** Sends batches with several requests under way at a time. @throws Error where an event is not accepted */
export async function acceptAll(ingestion: Ingestion, batches: readonly Uint8Array[]): Promise<void> {
  const waiting = batches.values();
  const sender = async (): Promise<void> => {
    for (const batch of waiting) {
      const receipt = await ingestion.accept(SOURCE, 'event-ndjson', batch);
      if (receipt.accepted !== receipt.records) throw new Error(`of ${receipt.records} events ${receipt.accepted} were accepted`);
    }
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, sender));
}
