import { clinicianId, code, defineEvent, whole, type EventData } from '../define';

export const escalated = defineEvent('alerting.escalated', 1, 'Nobody acknowledged in time and the next people were told.', {
  clinician: clinicianId(),
  caseId: code(),
  /** The version of the case at which people were last called; a case that got worse later starts at its first people again. */
  attention: whole(1),
  level: whole(1, 10),
  route: code(),
});

export type Escalated = EventData<typeof escalated>;
