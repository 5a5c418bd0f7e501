import { clinicianId, defineEvent, flag, oneOf, patientId, type EventData } from '../define';

export const dualRoleDeclared = defineEvent('relationships.dual-role-declared', 1, 'A clinician declared another role towards a patient.', {
  clinician: clinicianId(),
  patient: patientId(),
  role: oneOf('coworker', 'neighbour', 'business', 'teacher', 'community', 'other'),
  rationaleRecorded: flag(),
});

export type DualRoleDeclared = EventData<typeof dualRoleDeclared>;
