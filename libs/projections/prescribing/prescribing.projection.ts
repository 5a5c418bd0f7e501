import { encounterCompleted, prescriptionDispensed, prescriptionOrdered, type PrescriptionDispensed } from '@plumbline/events';
import { defineProjection } from '../projection';
import { EXCERPT_COLUMNS, excerptOf } from '../row';

/** Orders, dispenses and the visits that they are held against, in all their versions. */
export const prescribingProjection = defineProjection({
  table: 'prescribing',
  version: 1,
  source: 'events',
  types: [prescriptionOrdered.type, prescriptionDispensed.type, encounterCompleted.type],
  columns: ['schedule', 'refill_number', ...EXCERPT_COLUMNS],
  values(logged) {
    const { schedule, refillNumber = 0 } = logged.event.data as Partial<PrescriptionDispensed>;
    return { schedule, refill_number: refillNumber, ...excerptOf(logged) };
  },
});
