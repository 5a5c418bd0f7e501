import { clinicianId, code, defineEvent, oneOf, record, text, whole, type EventData } from '../define';

export const responseRequested = defineEvent('cases.response-requested', 1, "A person recorded the clinician's own response.", {
  caseId: code(),
  clinician: clinicianId(),
  /** The version of the case that the person saw; the fold accepts only the first command based on it. */
  basedOn: whole(),
  commandId: code(),
  actor: record({ id: code(), role: oneOf('risk-manager', 'medical-director', 'administrator') }),
  response: text(),
});

export type ResponseRequested = EventData<typeof responseRequested>;
