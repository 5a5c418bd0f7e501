import { clinicianId, code, defineEvent, flag, optional, patientId, type EventData } from '../define';

export const incidentFindingRecorded = defineEvent('incidents.finding-recorded', 1, 'An investigation recorded a finding.', {
  clinician: clinicianId(),
  patient: optional(patientId()),
  finding: code(),
  substantiated: flag(),
});

export type IncidentFindingRecorded = EventData<typeof incidentFindingRecorded>;
