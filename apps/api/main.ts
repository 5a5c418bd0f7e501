import 'reflect-metadata';
import {
  QuarantineOverHttp,
  follow,
  followPolicy,
  kafkaConnection,
  logAnswers,
  openAnnouncements,
  openDashboards,
  openSharedLog,
  openSharedStore,
  projectionIsNear,
  readApiConfiguration,
  storeAnswers,
  welcome,
  type ApiConfiguration,
} from '@plumbline/platform';
import { runApplication, serveHttp, type ProcessContext } from '@plumbline/runtime';
import { createHmac } from 'node:crypto';

/** Serves people: sign-in, GraphQL, live alerts, commands on cases, the pages of the dashboard. */
async function start(configuration: ApiConfiguration, context: ProcessContext): Promise<string> {
  const { listenHost: host, port, ingestUrl, serviceToken } = configuration;
  if (ingestUrl === undefined || serviceToken === undefined) throw new Error('the rules of the configuration ask for both');
  const connection = kafkaConnection(context, configuration, 'api');
  const log = await openSharedLog(context, configuration, connection);
  const store = await openSharedStore(context, configuration);
  const announcements = await openAnnouncements(context, configuration, connection);
  const projection = await follow(context, { log, store }, { announcements });
  const policy = await followPolicy(context, store);
  const { access, modules, prepare } = await openDashboards(context, {
    ...{ configuration, log, store, projection },
    quarantine: new QuarantineOverHttp(ingestUrl, serviceToken),
    zone: policy().institution.zone,
    // Without a directory of its own, and the same in every api of an installation.
    secret: createHmac('sha256', serviceToken).update('sign-ins of the demonstration').digest(),
  });
  const readiness = [logAnswers(log), storeAnswers(store), projectionIsNear(projection)];
  const address = await serveHttp(context, { host, port, modules, prepare, readiness });
  return welcome(address, access);
}

void runApplication({ name: 'api', configure: readApiConfiguration, start });
