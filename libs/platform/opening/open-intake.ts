import { IdentityVault, createPseudonymiser, institutionKeyIn } from '@plumbline/access';
import type { EventLog } from '@plumbline/event-log';
import { createIngestion, loadMappings, measuredIngestion, type Ingestion, type Mapping } from '@plumbline/ingestion';
import type { ProcessContext } from '@plumbline/runtime';
import { join } from 'node:path';
import { projectRoot } from '../project-root';
import type { DataDirectory } from './data-directory';
import { readSources, type SourceEntry } from './sources';

export interface IntakeConfiguration {
  readonly mappings: string | undefined;
  readonly sources: string | undefined;
}

/** Everything that takes records in, and what it keeps: quarantine, identities, the index of what was seen. */
export interface Intake {
  readonly identities: IdentityVault;
  readonly mappings: Map<string, Mapping>;
  readonly sources: readonly SourceEntry[];
  readonly ingestion: Ingestion;
}

type Directories = Pick<DataDirectory, 'secrets' | 'identities' | 'ingestion'>;

/**
 * Opens ingestion on a log, with its state in directories that belong to this process alone. What the log has beyond that state is
 * read first, so that the state may be older than the log.
 * @param zone whose local times a source means that nobody configured: an operator names such a one on the command line.
 */
export async function openIntake(
  { clock, lifecycle, metrics }: Pick<ProcessContext, 'clock' | 'lifecycle'> & Partial<Pick<ProcessContext, 'metrics'>>,
  configuration: IntakeConfiguration,
  log: EventLog,
  directory: Directories,
  zone: string,
): Promise<Intake> {
  const key = institutionKeyIn(directory.secrets);
  const identities = new IdentityVault(directory.identities, key);
  lifecycle.onStop('identity vault', () => identities.close());
  const mappings = loadedMappings(configuration);
  const sources = configuration.sources === undefined ? [] : readSources(configuration.sources);
  const bare = await createIngestion({
    log,
    clock,
    pseudonyms: createPseudonymiser(key, identities),
    directory: directory.ingestion,
    sources: (name) => sources.find((source) => source.name === name) ?? { name, zone },
    mappings,
  });
  lifecycle.onStop('ingestion', () => bare.close());
  const names = sources.map(({ name }) => name);
  const ingestion = metrics === undefined ? bare : measuredIngestion(bare, { metrics, clock, sources: names });
  return { identities, mappings, sources, ingestion };
}

/** The mappings that ship with the product, and those of the configured directory. */
export function loadedMappings({ mappings }: Pick<IntakeConfiguration, 'mappings'>): Map<string, Mapping> {
  const shipped = loadMappings(join(projectRoot, 'examples', 'mappings'));
  return new Map([...shipped, ...(mappings === undefined ? [] : loadMappings(mappings))]);
}
