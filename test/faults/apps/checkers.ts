import { sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import type { EventLog } from '@plumbline/event-log';
import { NO_DIFFERENCE, differences, type Differences } from '../log-and-table';
import type { Report } from './reports';

const REPORTED = 'incidents.reported';

/** What went wrong, each by the name of what it is; nothing did where all are empty or 0. */
export interface Findings extends Differences {
  /** Clinicians whose events do not stand in the order in which they were sent. */
  readonly outOfOrder: readonly string[];
  /** Alerts that await a person and of which nobody was told. */
  readonly untold: readonly string[];
  /** Alerts of which somebody was told under more than one id. */
  readonly toldTwice: readonly string[];
}

export interface Evidence {
  readonly acknowledged: readonly Report[];
  readonly log: EventLog;
  readonly store: AnalyticsStore;
  /** What the receiver of webhooks was told: the notification's id and the link to the alert. */
  readonly told: readonly { readonly id: string; readonly link: string }[];
}

export async function check({ acknowledged, log, store, told }: Evidence): Promise<Findings> {
  const ids = acknowledged.map(({ id }) => id);
  const rows = await store.query<{ id: string; clinician: string }>(
    sql`SELECT id, clinician FROM ${table('events')} WHERE type = ${REPORTED} ORDER BY partition, position`,
  );
  const lastOf = new Map<string, number>();
  const outOfOrder = new Set<string>();
  for (const { id, clinician } of rows) {
    const number = Number(id.split('-')[1]);
    if (number < (lastOf.get(clinician) ?? -1)) outOfOrder.add(clinician);
    lastOf.set(clinician, number);
  }
  const awaiting = await store.query<{ alert_id: string }>(sql`
    SELECT alert_id FROM (SELECT alert_id, respond_by FROM ${table('alert_states')} ORDER BY alert_id, sequence DESC LIMIT 1 BY alert_id)
    WHERE respond_by IS NOT NULL`);
  const idsOf = new Map<string, Set<string>>();
  for (const { id, link } of told) {
    const alert = decodeURIComponent(link.split('/').at(-1) ?? '');
    idsOf.set(alert, (idsOf.get(alert) ?? new Set()).add(id));
  }
  return {
    ...(await differences(ids, { log, store }, REPORTED)),
    outOfOrder: [...outOfOrder],
    untold: awaiting.map(({ alert_id: id }) => id).filter((id) => !idsOf.has(id)),
    toldTwice: [...idsOf].flatMap(([alert, ids]) => (ids.size > 1 ? [alert] : [])),
  };
}

export const NOTHING: Findings = { ...NO_DIFFERENCE, outOfOrder: [], untold: [], toldTwice: [] };
