import { clinicianId, defineEvent, flag, patientId, type EventData } from '../define';

export const careTransferred = defineEvent('relationships.care-transferred', 1, 'Care passed to another clinician.', {
  clinician: clinicianId(),
  patient: patientId(),
  to: clinicianId(),
  documented: flag(),
});

export type CareTransferred = EventData<typeof careTransferred>;
