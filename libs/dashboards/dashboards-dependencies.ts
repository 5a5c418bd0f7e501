import type { Access, Colleague } from '@plumbline/access';
import type { AnalyticsStore } from '@plumbline/analytics-store';
import type { Clock } from '@plumbline/kernel';
import type { Logger, Metrics } from '@plumbline/runtime';
import type { AlertFeed } from './alerts/alert-stream';
import type { ProjectionProgress } from './overview/projection-watch';
import type { QuarantinePort } from './quarantine/quarantine.port';

export interface DashboardsDependencies {
  readonly store: AnalyticsStore;
  readonly access: Pick<Access, 'authenticator' | 'accessLog' | 'revocations'>;
  readonly quarantine: QuarantinePort;
  readonly feed: AlertFeed;
  readonly progress: ProjectionProgress;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** The institution's zone. */
  readonly zone: string;
  /** Who is known without having come; everybody else is known from `access.person-seen`. */
  readonly people: readonly Colleague[];
  /** Without introspection, suggestions and the names of fields in errors. */
  readonly production: boolean;
  /** The sign-in is the local demonstration. */
  readonly demonstration: boolean;
}
