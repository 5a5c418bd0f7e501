import { sql, table, typed } from '@plumbline/analytics-store';
import { isoDate, localTime } from '@plumbline/kernel';
import { patterns } from '@plumbline/patterns';
import { policyView } from '@plumbline/policy';
import { closeDays, computeBaselines, untilRead, type ClosedDays, type DayClosingOptions } from '@plumbline/projecting';
import type { Platform } from './open-platform';

/** Sources may deliver until two in the night what belongs to the day before. */
export const GRACE_MILLISECONDS = 2 * 3_600_000;

/** How this platform closes days and computes what peers do. */
export function dayClosing({ log, store, projector, clock, policy }: Platform): DayClosingOptions {
  const view = policyView(policy);
  return {
    ...{ log, store, projector, clock, zone: policy.institution.zone },
    baselines: ({ from, to, computedAt }) => computeBaselines(store, { from, to, policy: view, patterns, computedAt }),
  };
}

/**
 * Closes the days that an import covered: those on which something happened of what was taken in since `since` (UTC milliseconds).
 * Until then nothing that is known only at the end of a day, and nothing that is compared with peers, can be found.
 */
export async function closeImportedDays(platform: Platform, since: number): Promise<ClosedDays> {
  const { log, store, projector, policy } = platform;
  await untilRead(log, projector);
  const [covered] = await store.query<{ first: number; last: number; events: number }>(
    sql`SELECT toUnixTimestamp64Milli(min(occurred_at)) AS first, toUnixTimestamp64Milli(max(occurred_at)) AS last, count() AS events
        FROM ${table('events')}
        WHERE clinician != '' AND toUnixTimestamp64Milli(ingested_at) >= ${typed('Int64', since)} AND occurred_at <= ingested_at`,
  );
  if (covered === undefined || covered.events === 0) return { days: 0, baselines: 0 };
  const date = (instant: number): string => isoDate(localTime(instant, policy.institution.zone).day);
  return closeDays(dayClosing(platform), date(covered.first), date(covered.last));
}
