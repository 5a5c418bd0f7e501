import { sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import type { EventLog } from '@plumbline/event-log';
import type { Report } from './reports';

/** What went wrong, each by the name of what it is; nothing did where all are empty or 0. */
export interface Findings {
  /** Acknowledged, and not in the log. */
  readonly lost: readonly string[];
  /** More than once in the table of events. */
  readonly doubled: readonly string[];
  /** In the log, and not in the table of events. */
  readonly unseen: readonly string[];
  /** Clinicians whose events do not stand in the order in which they were sent. */
  readonly outOfOrder: readonly string[];
  /** Alerts that await a person and of which nobody was told. */
  readonly untold: readonly string[];
  /** Alerts of which somebody was told under more than one id. */
  readonly toldTwice: readonly string[];
}

/** The ids of the reports that stand in the log, in its order. */
async function idsInLog(log: EventLog): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const [partition, end] of (await log.ends()).entries()) {
    for (let from = 0; from < end;) {
      const { records, next } = await log.read(partition, from);
      for (const { bytes } of records) {
        const { id, type } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { readonly id: string; readonly type: string };
        if (type === 'incidents.reported') ids.add(id);
      }
      from = next;
    }
  }
  return ids;
}

export interface Evidence {
  readonly acknowledged: readonly Report[];
  readonly log: EventLog;
  readonly store: AnalyticsStore;
  /** What the receiver of webhooks was told: the notification's id and the link to the alert. */
  readonly told: readonly { readonly id: string; readonly link: string }[];
}

export async function check({ acknowledged, log, store, told }: Evidence): Promise<Findings> {
  const logged = await idsInLog(log);
  const rows = await store.query<{ id: string; clinician: string }>(
    sql`SELECT id, clinician FROM ${table('events')} WHERE type = 'incidents.reported' ORDER BY partition, position`,
  );
  const times = new Map<string, number>();
  const lastOf = new Map<string, number>();
  const outOfOrder = new Set<string>();
  for (const { id, clinician } of rows) {
    times.set(id, (times.get(id) ?? 0) + 1);
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
    lost: acknowledged.map(({ id }) => id).filter((id) => !logged.has(id)),
    doubled: [...times].flatMap(([id, amount]) => (amount > 1 ? [id] : [])),
    unseen: [...logged].filter((id) => !times.has(id)),
    outOfOrder: [...outOfOrder],
    untold: awaiting.map(({ alert_id: id }) => id).filter((id) => !idsOf.has(id)),
    toldTwice: [...idsOf].flatMap(([alert, ids]) => (ids.size > 1 ? [alert] : [])),
  };
}

export const NOTHING: Findings = { lost: [], doubled: [], unseen: [], outOfOrder: [], untold: [], toldTwice: [] };
