import { clinicianId, code, defineEvent, oneOf, record, whole, type EventData } from '../define';

export const acknowledgementRequested = defineEvent('cases.acknowledgement-requested', 1, 'A person took note of an alert.', {
  caseId: code(),
  clinician: clinicianId(),
  /** The version of the case that the person saw; the fold accepts only the first command based on it. */
  basedOn: whole(),
  commandId: code(),
  actor: record({ id: code(), role: oneOf('risk-manager', 'medical-director', 'administrator') }),
});

export type AcknowledgementRequested = EventData<typeof acknowledgementRequested>;
