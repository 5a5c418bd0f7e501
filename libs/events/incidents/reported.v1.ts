import { clinicianId, defineEvent, oneOf, optional, patientId, type EventData } from '../define';

export const incidentReported = defineEvent('incidents.reported', 1, 'An incident or complaint was reported.', {
  clinician: clinicianId(),
  patient: optional(patientId()),
  category: oneOf(
    'romantic-advance-by-patient',
    'romantic-or-sexual-contact',
    'harassment-of-clinician',
    'boundary-complaint',
    'gift-or-money',
    'medication',
    'privacy',
    'role-used-for-favour',
    'other',
  ),
  severity: oneOf('low', 'moderate', 'high', 'unknown'),
  reportedBy: oneOf('clinician', 'patient', 'colleague', 'family', 'pharmacy', 'external', 'unknown'),
});

export type IncidentReported = EventData<typeof incidentReported>;
