import { IdentityVault, createPseudonymiser, institutionKeyIn } from '@plumbline/access';
import { migrate, openAnalyticsStore, type AnalyticsStore } from '@plumbline/analytics-store';
import { openEmbeddedLog, type EventLog } from '@plumbline/event-log';
import { createIngestion, loadMappings, type Ingestion, type Mapping } from '@plumbline/ingestion';
import { systemClock, type Clock } from '@plumbline/kernel';
import { createLogger, Lifecycle, type Logger } from '@plumbline/runtime';
import { openProjector, untilRead, type Projector, type ProjectorListeners } from '@plumbline/projecting';
import type { PolicyDocument } from '@plumbline/policy';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { activateFirst, activateWhereNew, readConfiguredPolicy } from './activate-policy';
import type { PlatformConfiguration } from './configuration';
import { openDataDirectory, type DataDirectory } from './data-directory';
import { createFolds, foldVersion } from './folding';
import { projectRoot } from './project-root';
import { readSources, type SourceEntry } from './sources';

/** Everything below the transports: what the standalone process serves and what the command line works on. */
export interface Platform {
  readonly configuration: PlatformConfiguration;
  readonly directory: DataDirectory;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly log: EventLog;
  readonly store: AnalyticsStore;
  readonly identities: IdentityVault;
  readonly mappings: Map<string, Mapping>;
  readonly sources: readonly SourceEntry[];
  readonly ingestion: Ingestion;
  readonly projector: Projector;
  /** The policy in force now. */
  readonly policy: PolicyDocument;
  /** Registers what is started on top, and stops everything in the reverse order. */
  readonly lifecycle: Lifecycle;
}

export interface PlatformOptions {
  readonly clock?: Clock;
  readonly logger?: Logger;
  readonly listeners?: ProjectorListeners;
}

/**
 * Opens the embedded composition in the order in which things depend on each other: 1. the log, which holds the directory's lock;
 * 2. the analytics store; 3. ingestion; 4. the policy, so that the first event is judged by one; 5. the projector.
 * @throws ProblemError where a part cannot be opened; what was opened before is closed again.
 */
export async function openPlatform(configuration: PlatformConfiguration, options: PlatformOptions = {}): Promise<Platform> {
  const clock = options.clock ?? systemClock;
  const logger = options.logger ?? createLogger({ level: configuration.logLevel, name: 'plumbline' });
  const lifecycle = new Lifecycle(logger);
  const directory = await openDataDirectory(configuration.directory);
  try {
    const isNew = !existsSync(join(directory.log, 'acknowledged'));
    const log = await openEmbeddedLog({ directory: directory.log, ...(isNew ? { partitions: configuration.partitions } : {}) });
    lifecycle.onStop('event log', () => log.close());

    const store = await openAnalyticsStore({ path: directory.clickhouse });
    lifecycle.onStop('analytics store', () => store.close());
    await migrate(store);

    const key = institutionKeyIn(directory.secrets);
    const identities = new IdentityVault(directory.identities, key);
    lifecycle.onStop('identity vault', () => {
      identities.close();
    });
    const mappings = mappingsOf(configuration);
    const sources = configuration.sources === undefined ? [] : readSources(configuration.sources);
    const policy = await readConfiguredPolicy(configuration.policy);
    const { zone } = policy.institution;
    const ingestion = await createIngestion({
      log,
      clock,
      pseudonyms: createPseudonymiser(key, identities),
      directory: directory.ingestion,
      // A source that nobody configured is one that an operator names on the command line; its local times are the institution's.
      sources: (name) => sources.find((source) => source.name === name) ?? { name, zone },
      mappings,
    });
    lifecycle.onStop('ingestion', () => ingestion.close());

    const isFirst = await activateFirst(log, clock, policy);
    const projector = await openProjector({
      log,
      store,
      directory: directory.projecting,
      createFolds,
      foldVersion,
      ...(options.listeners === undefined ? {} : { listeners: options.listeners }),
    });
    lifecycle.onStop('projector', () => projector.close());
    if (!isFirst) {
      await untilRead(log, projector);
      await activateWhereNew(log, store, clock, policy);
    }
    return { configuration, directory, clock, logger, log, store, identities, mappings, sources, ingestion, projector, policy, lifecycle };
  } catch (error) {
    await lifecycle.stop();
    throw error;
  }
}

function mappingsOf(configuration: PlatformConfiguration): Map<string, Mapping> {
  const shipped = loadMappings(join(projectRoot, 'examples', 'mappings'));
  return new Map([...shipped, ...(configuration.mappings === undefined ? [] : loadMappings(configuration.mappings))]);
}
