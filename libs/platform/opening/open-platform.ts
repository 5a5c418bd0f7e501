import { migrate, openAnalyticsStore } from '@plumbline/analytics-store';
import { openEmbeddedLog } from '@plumbline/event-log';
import { systemClock } from '@plumbline/kernel';
import { openProjector, untilRead, type ProjectorListeners } from '@plumbline/projecting';
import { createLogger, Lifecycle, type ProcessContext } from '@plumbline/runtime';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PlatformConfiguration } from '../configuration/one-process';
import { folding } from '../folding';
import type { Platform } from '../platform';
import { activateFirst, activateWhereNew, readConfiguredPolicy } from './activate-policy';
import { openDataDirectory } from './data-directory';
import { openIntake } from './open-intake';
import { diskMetrics, projectionMetrics } from '../working/platform-metrics';

export interface PlatformOptions extends Partial<ProcessContext> {
  readonly listeners?: ProjectorListeners;
}

/**
 * Opens the platform in one process, on the embedded log and the embedded ClickHouse, in the order in which things depend on each
 * other: 1. the log, which holds the directory's lock; 2. the analytics store; 3. ingestion; 4. the policy, so that the first event is
 * judged by one; 5. the projector.
 * @throws ProblemError where a part cannot be opened; what was opened before is closed again.
 */
export async function openPlatform(configuration: PlatformConfiguration, options: PlatformOptions = {}): Promise<Platform> {
  const { clock = systemClock, logger = createLogger({ level: configuration.logLevel, name: 'plumbline' }) } = options;
  const { lifecycle = new Lifecycle(logger), listeners, metrics } = options;
  const directory = await openDataDirectory(configuration.directory);
  try {
    const isNew = !existsSync(join(directory.log, 'acknowledged'));
    const log = await openEmbeddedLog({ directory: directory.log, ...(isNew ? { partitions: configuration.partitions } : {}) });
    lifecycle.onStop('event log', () => log.close());

    const store = await openAnalyticsStore({ path: directory.clickhouse });
    lifecycle.onStop('analytics store', () => store.close());
    await migrate(store);

    const policy = await readConfiguredPolicy(configuration.policy);
    const intake = await openIntake(
      { clock, lifecycle, ...(metrics === undefined ? {} : { metrics }) },
      configuration,
      log,
      directory,
      policy.institution.zone,
    );

    const isFirst = await activateFirst(log, clock, policy);
    const projector = await openProjector({
      ...folding(configuration.foldThreads),
      ...{ log, store },
      directory: directory.projecting,
      ...(listeners === undefined ? {} : { listeners }),
    });
    lifecycle.onStop('projector', () => projector.close());
    if (metrics !== undefined) {
      projectionMetrics(metrics, projector);
      diskMetrics(metrics, directory.path);
    }
    if (!isFirst) {
      await untilRead(log, projector);
      await activateWhereNew(log, store, clock, policy);
    }
    return {
      clock,
      logger,
      lifecycle,
      directory,
      log,
      store,
      ...intake,
      projection: projector,
      withProjector: (work) => work(projector),
      policy,
    };
  } catch (error) {
    await lifecycle.stop();
    throw error;
  }
}
