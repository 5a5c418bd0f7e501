import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPseudonymiser } from '@plumbline/access';
import { FixedClock } from '@plumbline/kernel';
import { createIngestion, type Ingestion, type IngestionParts } from '../core/ingestion';
import { loadMappings } from '../csv/load-mapping';
import { VolatileLog } from './volatile-log';

export const NOW = Date.UTC(2026, 10, 1, 12);
export const EXAMPLES = join(__dirname, '../../../examples/mappings');

/** An ingestion on a folder of its own, as specifications need it. */
export interface Door {
  readonly ingestion: Ingestion;
  readonly log: VolatileLog;
  readonly clock: FixedClock;
  readonly directory: string;
  /** Pseudonyms of the same key, to compare with. */
  readonly pseudonymOf: (kind: 'clinician' | 'patient' | 'donor', identifier: string) => string;
  /** Closes and opens again on the same folder and log, as a restart does. */
  reopen(): Promise<Door>;
  close(): Promise<void>;
}

const key = Buffer.alloc(32, 7);

export async function openDoor(parts: Partial<IngestionParts> & { log?: VolatileLog; clock?: FixedClock } = {}): Promise<Door> {
  const directory = parts.directory ?? mkdtempSync(join(tmpdir(), 'plumbline-ingestion-'));
  const log = parts.log ?? new VolatileLog();
  const clock = parts.clock ?? new FixedClock(NOW);
  const pseudonyms = createPseudonymiser(key, { remember: () => Promise.resolve() });
  const ingestion = await createIngestion({
    sources: (name) => (name === 'stranger' ? undefined : { name, zone: 'Europe/London' }),
    mappings: loadMappings(EXAMPLES),
    pseudonyms,
    ...parts,
    log,
    clock,
    directory,
  });
  return {
    ingestion,
    log,
    clock,
    directory,
    pseudonymOf: (kind, identifier) => pseudonyms.pseudonymOf(kind, identifier),
    async reopen() {
      await ingestion.close();
      return openDoor({ ...parts, log, clock, directory });
    },
    async close() {
      await ingestion.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
