import { defineProjection } from '../projection';
import { rowOfFields } from '../row';

/** The whole state of an alert after each change; the highest sequence counts. */
export const alertStatesProjection = defineProjection({
  table: 'alert_states',
  version: 1,
  source: 'alertStates',
  row: rowOfFields,
});
