import { clinicianId, code, defineEvent, oneOf, record, whole, type EventData } from '../define';

export const assignmentRequested = defineEvent('cases.assignment-requested', 1, 'A person gave a case to someone.', {
  caseId: code(),
  clinician: clinicianId(),
  /** The version of the case that the person saw; the fold accepts only the first command based on it. */
  basedOn: whole(),
  commandId: code(),
  actor: record({ id: code(), role: oneOf('risk-manager', 'medical-director', 'administrator') }),
  assignee: code(),
});

export type AssignmentRequested = EventData<typeof assignmentRequested>;
