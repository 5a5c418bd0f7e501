import { dayClosed, type DayClosed } from '@plumbline/events';
import { defineProjection } from '../projection';
import { RECORD_COLUMNS, recordOf } from '../row';

/** The local days of which everything has been asked for. */
export const closedDaysProjection = defineProjection({
  table: 'closed_days',
  version: 1,
  source: 'events',
  types: [dayClosed.type],
  columns: ['day', 'zone', ...RECORD_COLUMNS],
  values(logged) {
    const { day, zone } = logged.event.data as DayClosed;
    return { day, zone, ...recordOf(logged) };
  },
});
