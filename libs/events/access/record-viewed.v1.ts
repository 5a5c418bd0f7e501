import { clinicianId, code, defineEvent, oneOf, optional, patientId, record, type EventData } from '../define';

export const recordViewed = defineEvent('access.record-viewed', 1, 'A person was about to be shown a record; appended before it was.', {
  clinician: optional(clinicianId()),
  patient: optional(patientId()),
  what: oneOf('alert', 'clinician', 'dyad', 'quarantined-record'),
  /** The id of the alert or quarantined record; absent for a clinician or dyad. */
  reference: optional(code()),
  actor: record({ id: code(), role: oneOf('risk-manager', 'medical-director', 'auditor', 'administrator') }),
});

export type RecordViewed = EventData<typeof recordViewed>;
