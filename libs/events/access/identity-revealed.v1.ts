import { clinicianId, code, defineEvent, optional, patientId, text, type EventData } from '../define';

export const identityRevealed = defineEvent('access.identity-revealed', 1, 'A person asked who stands behind a pseudonym, and why.', {
  clinician: clinicianId(),
  patient: optional(patientId()),
  actor: code(),
  reason: text(),
});

export type IdentityRevealed = EventData<typeof identityRevealed>;
