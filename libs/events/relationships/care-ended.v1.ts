import { clinicianId, defineEvent, oneOf, patientId, type EventData } from '../define';

export const careEnded = defineEvent('relationships.care-ended', 1, 'Care by this clinician ended.', {
  clinician: clinicianId(),
  patient: patientId(),
  endedBy: oneOf('clinician', 'patient', 'institution', 'unknown'),
});

export type CareEnded = EventData<typeof careEnded>;
