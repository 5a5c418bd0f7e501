import { lockDirectory } from '@plumbline/event-log';
import { untilRead } from '@plumbline/projecting';
import type { ProcessContext } from '@plumbline/runtime';
import type { IngestConfiguration } from '../configuration/distributed';
import type { Platform } from '../platform';
import { diskMetrics } from '../working/platform-metrics';
import { activateFirst, activateWhereNew, readConfiguredPolicy } from './activate-policy';
import { openDataDirectory } from './data-directory';
import { onlyIngest } from './only-ingest';
import { onlyProjector } from './only-projector';
import { openIntake } from './open-intake';
import { openMembership } from './open-membership';
import { follow, kafkaConnection, openSharedLog, openSharedStore } from './open-outside';

/**
 * Opens what takes records in and owns its state, beside Kafka and ClickHouse: 1. the state directory, which belongs to one process;
 * 2. the log; 3. the tables, which others fill; 4. ingestion, caught up with the log; 5. the policy, so that the first event is judged by one.
 * @throws ProblemError where a part cannot be opened; what was opened before is closed again.
 */
export async function openIngest(configuration: IngestConfiguration, context: ProcessContext): Promise<Platform> {
  const { clock, logger, lifecycle } = context;
  try {
    const directory = await openDataDirectory(configuration.directory);
    lifecycle.onStop('state directory', await lockDirectory(directory.path));
    const connection = kafkaConnection(context, configuration, 'ingest');
    const log = await openSharedLog(context, configuration, connection);
    const store = await openSharedStore(context, configuration);
    const projection = await follow(context, { log, store });
    diskMetrics(context.metrics, directory.path);
    const policy = await readConfiguredPolicy(configuration.policy);
    const group = openMembership({
      ...{ configuration, connection, partitions: 1, group: 'ingest' },
      onFault: (error) => {
        lifecycle.fail('group of ingest', error);
      },
    });
    onlyIngest(group, { lifecycle });
    const intake = await openIntake(context, configuration, log, directory, policy.institution.zone);
    const isFirst = await activateFirst(log, clock, policy);
    // The tables tell whether this version is known; that they are behind must keep nobody from sending records.
    if (!isFirst)
      activateLater({ clock, logger, lifecycle }, () => untilRead(log, projection).then(() => activateWhereNew(log, store, clock, policy)));
    return {
      clock,
      logger,
      lifecycle,
      directory,
      log,
      store,
      ...intake,
      projection,
      withProjector: onlyProjector({ configuration, connection, log, store }),
      policy,
    };
  } catch (error) {
    await lifecycle.stop();
    throw error;
  }
}

function activateLater({ lifecycle }: Pick<ProcessContext, 'clock' | 'logger' | 'lifecycle'>, activate: () => Promise<void>): void {
  let stopping = false;
  lifecycle.onStop('activation of the policy', () => {
    stopping = true;
  });
  activate().catch((error: unknown) => {
    if (!stopping) lifecycle.fail('activation of the policy', error);
  });
}
