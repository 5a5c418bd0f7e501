import { clinicianId, code, defineEvent, instant, oneOf, optional, patientId, type EventData } from '../define';

export const encounterCompleted = defineEvent('encounters.completed', 1, 'A visit took place.', {
  clinician: clinicianId(),
  patient: patientId(),
  encounter: code(),
  plannedEnd: optional(instant()),
  actualEnd: optional(instant()),
  place: oneOf('clinic', 'hospital', 'home', 'video', 'telephone', 'outside-clinical-setting', 'unknown'),
});

export type EncounterCompleted = EventData<typeof encounterCompleted>;
