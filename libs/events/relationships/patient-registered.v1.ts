import { clinicianId, defineEvent, oneOf, patientId, type EventData } from '../define';

export const patientRegistered = defineEvent(
  'relationships.patient-registered',
  1,
  'A patient was registered with, or left, a clinician or clinic.',
  {
    clinician: clinicianId(),
    patient: patientId(),
    state: oneOf('registered', 'deregistered'),
  },
);

export type PatientRegistered = EventData<typeof patientRegistered>;
