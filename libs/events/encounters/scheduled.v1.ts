import { clinicianId, code, defineEvent, instant, oneOf, optional, patientId, type EventData } from '../define';

export const encounterScheduled = defineEvent('encounters.scheduled', 1, 'A visit was booked.', {
  clinician: clinicianId(),
  patient: patientId(),
  encounter: code(),
  plannedStart: instant(),
  plannedEnd: optional(instant()),
  bookedBy: oneOf('clinician', 'patient', 'office', 'unknown'),
  place: oneOf('clinic', 'hospital', 'home', 'video', 'telephone', 'outside-clinical-setting', 'unknown'),
});

export type EncounterScheduled = EventData<typeof encounterScheduled>;
