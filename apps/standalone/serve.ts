import type { Access } from '@plumbline/access';
import { IngestionModule } from '@plumbline/ingestion';
import { administration } from '@plumbline/operations';
import {
  openDashboards,
  operatorCheck,
  projectionIsNear,
  secretOf,
  sourceTokens,
  storeAnswers,
  type Platform,
  type PlatformConfiguration,
} from '@plumbline/platform';
import { serveHttp, type ProcessContext } from '@plumbline/runtime';

export interface Served {
  readonly address: string;
  readonly access: Access;
}

/**
 * Puts everything that people and sources reach on top of an open platform, and listens.
 * @param token what the command line on this machine shows for its operations.
 */
export async function serve(
  platform: Platform,
  configuration: PlatformConfiguration,
  context: ProcessContext,
  token: string,
): Promise<Served> {
  const { log, store, projection, policy, ingestion, sources, directory } = platform;
  const { access, modules, prepare } = await openDashboards(context, {
    ...{ configuration, log, store, projection },
    quarantine: ingestion.quarantine,
    zone: policy.institution.zone,
    secret: await secretOf(directory.secrets, 'demonstration'),
  });
  const address = await serveHttp(context, {
    host: configuration.listenHost,
    port: configuration.port,
    modules: [...modules, IngestionModule.register({ ingestion, tokens: sourceTokens(sources), requireOperator: operatorCheck(access) })],
    readiness: [storeAnswers(store), projectionIsNear(projection)],
    prepare: (application) => {
      application.use(administration(platform, token));
      prepare(application);
    },
  });
  return { address, access };
}
