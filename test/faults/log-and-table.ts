import { sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import type { EventLog } from '@plumbline/event-log';
import type { StoredEvent } from '@plumbline/events';

/** What went wrong, each by the name of what it is; nothing did where all are empty. */
export interface Differences {
  /** Acknowledged, and not in the log. */
  readonly lost: readonly string[];
  /** More than once in the table of events. */
  readonly doubled: readonly string[];
  /** In the log, and not in the table of events. */
  readonly unseen: readonly string[];
}

export const NO_DIFFERENCE: Differences = { lost: [], doubled: [], unseen: [] };

/** The ids of the events that stand in the log. */
async function idsInLog(log: EventLog, counts: (event: StoredEvent) => boolean): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const [partition, end] of (await log.ends()).entries()) {
    for (let from = 0; from < end;) {
      const { records, next } = await log.read(partition, from);
      for (const { bytes } of records) {
        const event = JSON.parse(Buffer.from(bytes).toString('utf8')) as StoredEvent;
        if (counts(event)) ids.add(event.id);
      }
      from = next;
    }
  }
  return ids;
}

/** Holds log and table against the ids that were acknowledged, and against each other. Only events of `type` count where it is named. */
export async function differences(
  acknowledged: readonly string[],
  { log, store }: { readonly log: EventLog; readonly store: AnalyticsStore },
  type?: string,
): Promise<Differences> {
  const logged = await idsInLog(log, (event) => type === undefined || event.type === type);
  const rows = await store.query<{ id: string; times: number }>(
    sql`SELECT id, count() AS times FROM ${table('events')} WHERE ${type ?? ''} IN ('', type) GROUP BY id`,
  );
  const stored = new Set(rows.map(({ id }) => id));
  return {
    lost: acknowledged.filter((id) => !logged.has(id)),
    doubled: rows.filter(({ times }) => times > 1).map(({ id }) => id),
    unseen: [...logged].filter((id) => !stored.has(id)),
  };
}
