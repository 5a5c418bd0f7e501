import 'reflect-metadata';
import { IngestionModule } from '@plumbline/ingestion';
import { administration } from '@plumbline/operations';
import {
  announce,
  logAnswers,
  openIngest,
  readIngestConfiguration,
  readSourceTopics,
  serviceCheck,
  sourceTokens,
  withdrawAnnouncement,
  type IngestConfiguration,
} from '@plumbline/platform';
import { runApplication, serveHttp, type ProcessContext } from '@plumbline/runtime';
import { randomBytes } from 'node:crypto';

/** Takes records in over HTTP and from the topics of sources, keeps the quarantine, and answers the command line on this machine. */
async function start(configuration: IngestConfiguration, context: ProcessContext): Promise<undefined> {
  const { listenHost: host, port, serviceToken = '' } = configuration;
  const platform = await openIngest(configuration, context);
  const { ingestion, sources, log, directory } = platform;
  await readSourceTopics(context, configuration, platform);
  const token = randomBytes(32).toString('base64url');
  const address = await serveHttp(context, {
    ...{ host, port },
    modules: [IngestionModule.register({ ingestion, tokens: sourceTokens(sources), requireOperator: serviceCheck(serviceToken) })],
    readiness: [logAnswers(log)],
    prepare: (application) => {
      application.use(administration(platform, token));
    },
  });
  await announce(directory.path, { pid: process.pid, address, token });
  context.lifecycle.onStop('announcement', () => withdrawAnnouncement(directory.path));
}

void runApplication({ name: 'ingest', configure: readIngestConfiguration, start });
