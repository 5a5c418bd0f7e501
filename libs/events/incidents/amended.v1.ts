import { clinicianId, defineEvent, oneOf, optional, patientId, type EventData } from '../define';

export const incidentAmended = defineEvent('incidents.amended', 1, 'A report was changed; the data is the whole report as it stands now.', {
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

export type IncidentAmended = EventData<typeof incidentAmended>;
