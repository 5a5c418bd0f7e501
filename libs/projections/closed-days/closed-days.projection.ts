import { dayClosed, type DayClosed } from '@plumbline/events';
import { defineProjection } from '../projection';
import { referenceRow } from '../row';

/** The local days of which everything has been asked for. */
export const closedDaysProjection = defineProjection({
  table: 'closed_days',
  version: 1,
  source: 'events',
  types: [dayClosed.type],
  row(logged) {
    const { day, zone } = logged.event.data as DayClosed;
    return referenceRow(logged, { day, zone });
  },
});
