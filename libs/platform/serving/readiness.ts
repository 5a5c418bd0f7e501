import type { EventLog } from '@plumbline/event-log';
import { sql, type AnalyticsStore } from '@plumbline/analytics-store';
import type { ReadinessCheck } from '@plumbline/runtime';
import type { ProjectionReader } from '@plumbline/projecting';

/** The dashboards may be a few rounds behind; much more than that is not ready. */
const MOST_BEHIND = 100_000;

export const storeAnswers = (store: AnalyticsStore): ReadinessCheck => ({
  name: 'analytics store',
  check: async () => ({ ready: (await store.query(sql`SELECT 1`)).length === 1 }),
});

export const projectionIsNear = (projection: Pick<ProjectionReader, 'behind'>): ReadinessCheck => ({
  name: 'projection',
  check: async () => ({ ready: (await projection.behind()) < MOST_BEHIND }),
});

export const logAnswers = (log: Pick<EventLog, 'ends'>): ReadinessCheck => ({
  name: 'event log',
  check: async () => ({ ready: (await log.ends()).length > 0 }),
});
