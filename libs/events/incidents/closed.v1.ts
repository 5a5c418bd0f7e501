import { clinicianId, defineEvent, oneOf, optional, patientId, type EventData } from '../define';

export const incidentClosed = defineEvent('incidents.closed', 1, 'The handling of a report ended.', {
  clinician: clinicianId(),
  patient: optional(patientId()),
  outcome: oneOf('substantiated', 'not-substantiated', 'no-finding', 'unknown'),
});

export type IncidentClosed = EventData<typeof incidentClosed>;
