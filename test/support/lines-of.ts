import type { RowLines } from '@plumbline/analytics-store';
import type { Projection, Sources } from '@plumbline/projections';

/** Rows as the projector inserts them. */
export const linesOf = <Source extends keyof Sources>(projection: Projection<Source>, items: readonly Sources[Source][]): RowLines => ({
  columns: projection.columns,
  bytes: Buffer.from(items.map((item) => projection.row(item)).join('\n')),
});
