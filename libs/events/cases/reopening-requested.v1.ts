import { clinicianId, code, defineEvent, oneOf, record, text, whole, type EventData } from '../define';

export const reopeningRequested = defineEvent('cases.reopening-requested', 1, 'A person reopened a resolved case.', {
  caseId: code(),
  clinician: clinicianId(),
  /** The version of the case that the person saw; the fold accepts only the first command based on it. */
  basedOn: whole(),
  commandId: code(),
  actor: record({ id: code(), role: oneOf('risk-manager', 'medical-director', 'administrator') }),
  rationale: text(),
});

export type ReopeningRequested = EventData<typeof reopeningRequested>;
