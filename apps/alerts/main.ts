import 'reflect-metadata';
import {
  follow,
  followPolicy,
  kafkaConnection,
  logAnswers,
  openAnnouncements,
  openMembership,
  openSharedLog,
  openSharedStore,
  projectionIsNear,
  readAlertsConfiguration,
  standingBy,
  startDelivery,
  storeAnswers,
  withLeader,
  type AlertsConfiguration,
} from '@plumbline/platform';
import { runApplication, serveHttp, type ProcessContext } from '@plumbline/runtime';

/** Tells people of alerts and escalates. Of several processes one does; the others stand by. */
async function start(configuration: AlertsConfiguration, context: ProcessContext): Promise<undefined> {
  const { lifecycle } = context;
  const connection = kafkaConnection(context, configuration, 'alerts');
  const log = await openSharedLog(context, configuration, connection);
  const store = await openSharedStore(context, configuration);
  const announcements = await openAnnouncements(context, configuration, connection);
  const projection = await follow(context, { log, store }, { announcements });
  const policy = await followPolicy(context, store);
  const onFault = (error: unknown): void => {
    lifecycle.fail('alerting', error);
  };
  const delivering = withLeader(
    openMembership({ configuration, connection, partitions: log.partitions, group: 'alerts', onFault }),
    () => startDelivery(context, { configuration, log, store, projection, policy, onFault }),
    onFault,
  );
  await delivering.join(standingBy);
  lifecycle.onStop('alerting', () => delivering.leave());
  await serveHttp(context, {
    ...{ host: configuration.listenHost, port: configuration.port, modules: [] },
    readiness: [logAnswers(log), storeAnswers(store), projectionIsNear(projection)],
  });
}

void runApplication({ name: 'alerts', configure: readAlertsConfiguration, start });
