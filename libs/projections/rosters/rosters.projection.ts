import { onCallRostered, shiftRostered, type ShiftRostered } from '@plumbline/events';
import { defineProjection } from '../projection';
import { RECORD_COLUMNS, recordOf } from '../row';

/** Who was on shift or on call, and when. */
export const rostersProjection = defineProjection({
  table: 'rosters',
  version: 1,
  source: 'events',
  types: [shiftRostered.type, onCallRostered.type],
  columns: ['clinician', 'kind', 'start_at', 'end_at', ...RECORD_COLUMNS],
  values(logged) {
    const { clinician, start, end } = logged.event.data as ShiftRostered;
    return {
      clinician,
      kind: logged.event.type === onCallRostered.type ? 'on-call' : 'shift',
      start_at: Date.parse(start),
      end_at: Date.parse(end),
      ...recordOf(logged),
    };
  },
});
