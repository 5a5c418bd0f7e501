import { clinicianId, code, defineEvent, oneOf, record, text, whole, type EventData } from '../define';

export const commentRequested = defineEvent('cases.comment-requested', 1, 'A person commented on a case.', {
  caseId: code(),
  clinician: clinicianId(),
  /** The version of the case that the person saw; the fold accepts only the first command based on it. */
  basedOn: whole(),
  commandId: code(),
  actor: record({ id: code(), role: oneOf('risk-manager', 'medical-director', 'administrator') }),
  comment: text(),
});

export type CommentRequested = EventData<typeof commentRequested>;
