import { clinicianId, defineEvent, flag, patientId, type EventData } from '../define';

export const careStarted = defineEvent('relationships.care-started', 1, 'A clinician took a patient into care.', {
  clinician: clinicianId(),
  patient: patientId(),
  /** A formal evaluation took place, also where it is older than the data. */
  formallyEvaluated: flag(),
});

export type CareStarted = EventData<typeof careStarted>;
