import type { Clock } from '@plumbline/kernel';
import type { Metrics } from '@plumbline/runtime';
import type { Ingestion } from '../core/ingestion';
import type { Receipt } from '../core/receipt';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];

export interface MeasuredParts {
  readonly metrics: Metrics;
  readonly clock: Clock;
  /** The sources that are configured: one that never sends must be seen to be silent. */
  readonly sources: readonly string[];
}

/** The same ingestion, whatever door records come through, with figures of what becomes of them. */
export function measuredIngestion(ingestion: Ingestion, { metrics, clock, sources }: MeasuredParts): Ingestion {
  const observe = receiptMetrics(metrics, clock, sources);
  metrics.gauge(
    { name: 'quarantine_open_records', help: 'Records that wait in quarantine for somebody.', labels: ['source', 'code'] },
    (gauge) => {
      gauge.reset();
      for (const { source, code, open } of ingestion.quarantine.counts()) gauge.set({ source, code }, open);
    },
  );
  return {
    quarantine: ingestion.quarantine,
    accept: (source, ...rest) => observe(() => ingestion.accept(source, ...rest)),
    acceptRecords: (source, ...rest) => observe(() => ingestion.acceptRecords(source, ...rest)),
    close: () => ingestion.close(),
  };
}

function receiptMetrics(metrics: Metrics, clock: Clock, sources: readonly string[]): (take: () => Promise<Receipt>) => Promise<Receipt> {
  const records = metrics.counter({
    name: 'ingested_records_total',
    help: 'Records that were taken, by what became of them.',
    labels: ['source', 'outcome'],
  });
  const setAside = metrics.counter({
    name: 'ingestion_set_aside_total',
    help: 'Records that went into quarantine, by reason.',
    labels: ['source', 'code'],
  });
  const duration = metrics.histogram({ name: 'ingestion_input_duration_seconds', help: 'From an input to its receipt.' }, SECONDS);
  const failures = metrics.counter({
    name: 'ingestion_refused_inputs_total',
    help: 'Inputs that were refused as a whole and may be sent again.',
  });
  const newest = metrics.gauge({
    name: 'source_newest_event_timestamp_seconds',
    help: 'When the newest accepted event of a source happened.',
    labels: ['source'],
  });
  const heard = metrics.gauge({
    name: 'source_last_heard_timestamp_seconds',
    help: 'When a source last sent a record; at first the start of the process.',
    labels: ['source'],
  });
  const newestAt = new Map<string, number>();
  for (const source of sources) heard.set({ source }, clock.now() / 1_000);

  return async (take) => {
    const stop = duration.startTimer();
    try {
      const receipt = await take();
      const { source, byCode } = receipt;
      for (const outcome of ['accepted', 'repeated', 'conflicts', 'quarantined', 'context', 'unchanged', 'nil'] as const) {
        if (receipt[outcome] > 0) records.inc({ source, outcome }, receipt[outcome]);
      }
      for (const [code, count] of Object.entries(byCode)) setAside.inc({ source, code }, count);
      if (receipt.records > 0) heard.set({ source }, clock.now() / 1_000);
      // What is planned lies ahead and says nothing about how fresh a source is.
      const latest = Math.min(receipt.newestAt ?? Number.NEGATIVE_INFINITY, clock.now());
      if (latest > (newestAt.get(source) ?? Number.NEGATIVE_INFINITY)) {
        newestAt.set(source, latest);
        newest.set({ source }, latest / 1_000);
      }
      return receipt;
    } catch (error) {
      failures.inc();
      throw error;
    } finally {
      stop();
    }
  };
}
