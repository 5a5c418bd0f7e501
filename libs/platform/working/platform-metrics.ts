import type { ProjectionReader } from '@plumbline/projecting';
import type { Metrics } from '@plumbline/runtime';
import { statfs } from 'node:fs/promises';

/** How far what people see is behind the log, asked when the metrics are read. */
export function projectionMetrics(metrics: Metrics, projection: Pick<ProjectionReader, 'behind' | 'rebuilding'>): void {
  const unknown = metrics.gauge({
    name: 'projection_unknown',
    help: '1 while nobody can say how far the tables are behind the log, because one of the two does not answer.',
  });
  metrics.gauge({ name: 'projection_behind_events', help: 'Events in the log that cannot be read in the tables yet.' }, async (gauge) => {
    try {
      gauge.set(await projection.behind());
      unknown.set(0);
    } catch {
      // The metrics of everything else must not be lost with this one; the reason is in the log of whoever asks the store.
      unknown.set(1);
    }
  });
  metrics.gauge({ name: 'projection_rebuilding_partitions', help: 'Partitions that are being filled anew.' }, (gauge) => {
    gauge.set(projection.rebuilding().length);
  });
}

/** What is left on the disk of a data directory, asked when the metrics are read. */
export function diskMetrics(metrics: Metrics, directory: string): void {
  const size = metrics.gauge({ name: 'data_directory_size_bytes', help: 'Size of the file system of the data directory.' });
  metrics.gauge({ name: 'data_directory_free_bytes', help: 'What is free on the file system of the data directory.' }, async (gauge) => {
    const { bavail, blocks, bsize } = await statfs(directory);
    gauge.set(bavail * bsize);
    size.set(blocks * bsize);
  });
}

/** What alerting reports: ways of telling that are not set up, attempts that failed. Returns what counts one. */
export function deliveryMetrics(metrics: Metrics): (code: string) => void {
  const warnings = metrics.counter({
    name: 'delivery_warnings_total',
    help: 'What alerting reported: attempts that failed, ways of telling that are not set up.',
    labels: ['code'],
  });
  return (code) => {
    warnings.inc({ code });
  };
}
