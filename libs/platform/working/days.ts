import { sql, table, typed } from '@plumbline/analytics-store';
import { isoDate, localTime } from '@plumbline/kernel';
import { patterns } from '@plumbline/patterns';
import { policyView } from '@plumbline/policy';
import { closeDays, computeBaselines, startDayClock, untilRead, type ClosedDays, type DayClosingOptions } from '@plumbline/projecting';
import type { Logger } from '@plumbline/runtime';
import type { Platform } from '../platform';

/** Sources may deliver until two in the night what belongs to the day before. */
const GRACE_MILLISECONDS = 2 * 3_600_000;

/** What the closing of days needs of a platform. */
export type DaysParts = Pick<Platform, 'clock' | 'log' | 'store' | 'projection' | 'policy'>;

/** How days are closed, and how what peers do is computed. */
function dayClosing({ log, store, projection, clock, policy }: DaysParts): DayClosingOptions {
  const view = policyView(policy);
  return {
    ...{ log, store, projector: projection, clock, zone: policy.institution.zone },
    baselines: ({ from, to, computedAt }) => computeBaselines(store, { from, to, policy: view, patterns, computedAt }),
  };
}

/** Starts the clock that closes each local day once its grace is over. One process has it at a time. Returns what ends it. */
export function startDays(parts: DaysParts, logger: Logger): () => Promise<void> {
  const days = startDayClock({
    ...dayClosing(parts),
    grace: GRACE_MILLISECONDS,
    onTrouble: (error) => {
      logger.error({ err: error }, 'a day could not be closed; it is tried again in a minute');
    },
  });
  return () => days.stop();
}

/**
 * Closes the days that an import covered: those on which something happened of what was taken in since `since` (UTC milliseconds).
 * Until then nothing that is known only at the end of a day, and nothing that is compared with peers, can be found.
 */
export async function closeImportedDays(parts: DaysParts, since: number): Promise<ClosedDays> {
  const { log, store, projection, policy } = parts;
  await untilRead(log, projection);
  const [covered] = await store.query<{ first: number; last: number; events: number }>(
    sql`SELECT toUnixTimestamp64Milli(min(occurred_at)) AS first, toUnixTimestamp64Milli(max(occurred_at)) AS last, count() AS events
        FROM ${table('events')}
        WHERE clinician != '' AND toUnixTimestamp64Milli(ingested_at) >= ${typed('Int64', since)} AND occurred_at <= ingested_at`,
  );
  if (covered === undefined || covered.events === 0) return { days: 0, baselines: 0 };
  const date = (instant: number): string => isoDate(localTime(instant, policy.institution.zone).day);
  return closeDays(dayClosing(parts), date(covered.first), date(covered.last));
}
