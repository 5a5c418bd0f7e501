import { clinicianId, code, defineEvent, oneOf, patientId, type EventData } from '../define';

export const relationRegistered = defineEvent(
  'relationships.relation-registered',
  1,
  'A registry (staff list, next of kin) shows that the patient is the clinician, family, a close friend or staff.',
  {
    clinician: clinicianId(),
    patient: patientId(),
    relation: oneOf('self', 'family', 'close-friend', 'staff'),
    registry: code(),
  },
);

export type RelationRegistered = EventData<typeof relationRegistered>;
