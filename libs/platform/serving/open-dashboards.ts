import { AccessModule, openAccess, type Access, type AccessConfiguration } from '@plumbline/access';
import type { AnalyticsStore } from '@plumbline/analytics-store';
import { CasesModule, awaitingAlerts, openCaseReader } from '@plumbline/cases';
import { AlertBroadcast, DashboardsModule, limitBodies, type QuarantinePort } from '@plumbline/dashboards';
import type { EventLog } from '@plumbline/event-log';
import type { HttpService, ProcessContext } from '@plumbline/runtime';
import { join } from 'node:path';
import { projectRoot } from '../project-root';
import type { ProjectionReader } from '@plumbline/projecting';
import { serveDashboard } from './dashboard-pages';

/** Departments of the simulated hospital that the demonstration's medical director answers for. */
const DIRECTORS_DEPARTMENTS = ['Psychiatry', 'Oncology'];

export interface DashboardsParts {
  readonly configuration: AccessConfiguration;
  readonly log: EventLog;
  readonly store: AnalyticsStore;
  readonly projection: ProjectionReader;
  readonly quarantine: QuarantinePort;
  /** The institution's, an IANA name. */
  readonly zone: string;
  /** Of which the words of the demonstration's sign-ins are made: 32 bytes that nobody can guess. */
  readonly secret: Uint8Array;
}

/** Everything that people reach, to be mounted: sign-in, GraphQL, live alerts, the commands on cases, the pages. */
export interface Dashboards extends Pick<HttpService, 'modules'>, Required<Pick<HttpService, 'prepare'>> {
  readonly access: Access;
}

export async function openDashboards(context: ProcessContext, parts: DashboardsParts): Promise<Dashboards> {
  const { clock, logger, metrics, lifecycle } = context;
  const { configuration, log, store, projection, quarantine, zone, secret } = parts;
  const access = await openAccess({
    ...{ configuration, log, clock, logger, zone },
    demonstration: { secret, directorsDepartments: DIRECTORS_DEPARTMENTS },
  });
  const feed = new AlertBroadcast();
  feed.remember(await awaitingAlerts(store));
  const unsubscribe = projection.subscribe(({ alertStates }) => {
    feed.publish(alertStates);
  });
  lifecycle.onStop('live alerts', () => {
    unsubscribe();
  });
  return {
    access,
    modules: [
      AccessModule.forRoot(access),
      CasesModule.register({
        ...{ log, clock, reader: openCaseReader(store) },
        waitForPosition: (position, signal) => projection.waitForPosition(position, signal),
      }),
      DashboardsModule.forRoot({
        ...{ store, access, feed, progress: projection, clock, logger, metrics, zone, quarantine },
        people: access.people,
        production: configuration.mode === 'production',
        demonstration: configuration.mode === 'demonstration',
      }),
    ],
    prepare: (application) => {
      limitBodies(application);
      serveDashboard(application, join(projectRoot, 'dist', 'web'));
    },
  };
}
