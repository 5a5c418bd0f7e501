import { clinicianId, code, defineEvent, oneOf, record, text, whole, type EventData } from '../define';

export const resolutionRequested = defineEvent('cases.resolution-requested', 1, 'A person resolved a case with an outcome.', {
  caseId: code(),
  clinician: clinicianId(),
  /** The version of the case that the person saw; the fold accepts only the first command based on it. */
  basedOn: whole(),
  commandId: code(),
  actor: record({ id: code(), role: oneOf('risk-manager', 'medical-director', 'administrator') }),
  outcome: oneOf(
    'no-concern',
    'explained',
    'informal-conversation',
    'awareness',
    'guided-plan',
    'referred',
    'support-provided',
    'data-error',
  ),
  rationale: text(),
});

export type ResolutionRequested = EventData<typeof resolutionRequested>;
