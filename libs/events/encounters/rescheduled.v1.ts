import { clinicianId, code, defineEvent, instant, oneOf, optional, patientId, type EventData } from '../define';

export const encounterRescheduled = defineEvent('encounters.rescheduled', 1, 'A visit was moved to another time.', {
  clinician: clinicianId(),
  patient: patientId(),
  encounter: code(),
  plannedStart: instant(),
  rescheduledBy: oneOf('clinician', 'patient', 'office', 'unknown'),
  reason: optional(code()),
});

export type EncounterRescheduled = EventData<typeof encounterRescheduled>;
