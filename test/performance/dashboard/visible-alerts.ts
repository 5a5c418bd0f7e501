import { isoInstant } from '@plumbline/kernel';
import { SOURCE } from '../ingest/event-lines';
import type { Ask } from './signed-in';

const padded = (value: number): string => String(value).padStart(12, '0');

/** A report that makes an alert of its own: an advance by a patient. The names are pseudonyms already, so that the alert can be asked for. */
export const probe = (number: number): string =>
  JSON.stringify({
    specversion: '1.0',
    id: `probe-${number}`,
    source: SOURCE,
    type: 'incidents.reported',
    time: isoInstant(Date.UTC(2025, 5, 1) + number * 60_000),
    timezone: 'Europe/London',
    data: {
      clinician: `K-${padded(number)}`,
      patient: `P-${padded(number)}`,
      category: 'romantic-advance-by-patient',
      severity: 'moderate',
      reportedBy: 'clinician',
    },
  });

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** The middle and the ninety-ninth hundredth of some durations. */
export const inMilliseconds = (values: readonly number[]): string =>
  `p50 ${quantile(values, 0.5).toFixed(1)} ms, p99 ${quantile(values, 0.99).toFixed(1)} ms`;

const VISIBLE = 'query ($clinician: ID!) { alerts(filter: { clinician: $clinician }, first: 1) { totalCount } }';
const LONGEST_MILLISECONDS = 30_000;

/** Asks over HTTP, again and again, until the alert of a report is shown; milliseconds from now on. */
export async function untilVisible(ask: Ask, number: number): Promise<number> {
  const started = performance.now();
  for (;;) {
    const { alerts } = await ask<{ alerts: { totalCount: number } }>(VISIBLE, { clinician: `K-${padded(number)}` });
    if (alerts.totalCount > 0) return performance.now() - started;
    if (performance.now() - started > LONGEST_MILLISECONDS) throw new Error('an alert did not become visible within thirty seconds');
  }
}
