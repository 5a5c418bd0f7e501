import 'reflect-metadata';
import {
  follow,
  folding,
  followPolicy,
  kafkaConnection,
  logAnswers,
  openAnnouncements,
  openMembership,
  openSharedLog,
  openSharedStore,
  projectorMetrics,
  readProjectorConfiguration,
  snapshotDirectory,
  startDays,
  storeAnswers,
  withLeader,
  type ProjectorConfiguration,
} from '@plumbline/platform';
import { announcer, openProjector } from '@plumbline/projecting';
import { runApplication, serveHttp, type ProcessContext } from '@plumbline/runtime';

/** Folds its share of the partitions. The one that has partition 0 also closes the days. */
async function start(configuration: ProjectorConfiguration, context: ProcessContext): Promise<undefined> {
  const { clock, logger, lifecycle } = context;
  const connection = kafkaConnection(context, configuration, 'projector');
  const log = await openSharedLog(context, configuration, connection);
  const store = await openSharedStore(context, configuration);
  const announcements = await openAnnouncements(context, configuration, connection);
  const projection = await follow(context, { log, store });
  const closeDays = async (): Promise<() => Promise<void>> => {
    const policy = await followPolicy(context, store, Number.POSITIVE_INFINITY);
    return startDays({ clock, log, store, projection, policy: policy() }, logger);
  };
  const onFault = (error: unknown): void => {
    lifecycle.fail('projector', error);
  };
  const projector = await openProjector({
    ...folding(configuration.foldThreads),
    ...{ log, store },
    directory: await snapshotDirectory(configuration, lifecycle),
    membership: withLeader(
      openMembership({ configuration, connection, partitions: log.partitions, group: 'projector', onFault }),
      closeDays,
      onFault,
    ),
    listeners: {
      ...projectorMetrics(context),
      onFailure: onFault,
      onStates: announcer(announcements, (error) => {
        logger.warn({ err: error }, 'an announcement could not be sent; whoever waits for it finds it in the tables');
      }),
    },
  });
  lifecycle.onStop('projector', () => projector.close());
  await serveHttp(context, {
    ...{ host: configuration.listenHost, port: configuration.port, modules: [] },
    readiness: [logAnswers(log), storeAnswers(store)],
  });
}

void runApplication({ name: 'projector', configure: readProjectorConfiguration, start });
