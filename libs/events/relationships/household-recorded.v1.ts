import { clinicianId, code, defineEvent, patientId, type EventData } from '../define';

export const householdRecorded = defineEvent(
  'relationships.household-recorded',
  1,
  'A registry shows that two patients of a clinician share a household.',
  {
    clinician: clinicianId(),
    patient: patientId(),
    household: code(),
  },
);

export type HouseholdRecorded = EventData<typeof householdRecorded>;
