import 'reflect-metadata';
import { AccessModule, openAccess, type Access } from '@plumbline/access';
import { sql } from '@plumbline/analytics-store';
import { CasesModule, openCaseReader } from '@plumbline/cases';
import { AlertBroadcast, DashboardsModule, limitBodies } from '@plumbline/dashboards';
import { IngestionModule } from '@plumbline/ingestion';
import { administration } from '@plumbline/operations';
import { projectRoot, secretOf, type Platform } from '@plumbline/platform';
import { HealthModule, Metrics, MetricsModule, NestLogger } from '@plumbline/runtime';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { join } from 'node:path';
import { serveDashboard } from './dashboard-pages';
import { operatorCheck, sourceTokens } from './who-may';

/** Departments of the simulated hospital that the demonstration's medical director answers for. */
const DIRECTORS_DEPARTMENTS = ['Psychiatry', 'Oncology'];
/** The dashboards may be a few rounds behind; much more than that is not ready. */
const MOST_BEHIND = 100_000;

@Module({})
class StandaloneModule {
  static of(imports: DynamicModule[]): DynamicModule {
    return { module: StandaloneModule, imports };
  }
}

export interface Served {
  readonly address: string;
  readonly access: Access;
}

/**
 * Puts everything that people and sources reach on top of an open platform, and listens.
 * @param token what the command line on this machine shows for its operations.
 */
export async function serve(platform: Platform, metrics: Metrics, token: string): Promise<Served> {
  const { configuration, clock, log, logger, store, projector, lifecycle, policy, ingestion } = platform;
  const { zone } = policy.institution;
  const access = await openAccess({
    ...{ configuration, log, clock, logger, zone },
    demonstration: { secret: await secretOf(platform.directory.secrets, 'demonstration'), directorsDepartments: DIRECTORS_DEPARTMENTS },
  });
  const feed = new AlertBroadcast();
  const unsubscribe = projector.subscribe(({ alertStates }) => {
    feed.publish(alertStates.flatMap(({ alertId, state }) => (state === 'new' || state === 'got-worse' ? [{ alertId, kind: state }] : [])));
  });
  lifecycle.onStop('live alerts', () => {
    unsubscribe();
  });
  const app = await NestFactory.create<NestExpressApplication>(
    StandaloneModule.of([
      AccessModule.forRoot(access),
      CasesModule.register({
        log,
        clock,
        reader: openCaseReader(store),
        waitForPosition: (position, signal) => projector.waitForPosition(position, signal),
      }),
      DashboardsModule.forRoot({
        ...{ store, access, feed, clock, logger, metrics, zone },
        quarantine: ingestion.quarantine,
        people: access.people,
        production: configuration.mode === 'production',
        demonstration: configuration.mode === 'demonstration',
      }),
      IngestionModule.register({ ingestion, tokens: sourceTokens(platform), requireOperator: operatorCheck(access) }),
      HealthModule.forRoot([
        { name: 'analytics store', check: async () => ({ ready: (await store.query(sql`SELECT 1`)).length === 1 }) },
        { name: 'projection', check: async () => ({ ready: (await projector.behind()) < MOST_BEHIND }) },
      ]),
      MetricsModule.forRoot(metrics),
    ]),
    { bodyParser: false, logger: new NestLogger(logger), abortOnError: false },
  );
  app.use(administration(platform, token));
  limitBodies(app);
  serveDashboard(app, join(projectRoot, 'dist', 'web'));
  await app.listen(configuration.port, configuration.listenHost);
  lifecycle.onStop('web server', () => app.close());
  return { address: `http://${configuration.listenHost}:${configuration.port}`, access };
}
