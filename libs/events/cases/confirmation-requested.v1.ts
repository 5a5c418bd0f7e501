import { clinicianId, code, defineEvent, oneOf, record, whole, type EventData } from '../define';

export const confirmationRequested = defineEvent(
  'cases.confirmation-requested',
  1,
  'A second person confirmed that an alert of a high tier is dismissed.',
  {
    caseId: code(),
    clinician: clinicianId(),
    /** The version of the case that the person saw; the fold accepts only the first command based on it. */
    basedOn: whole(),
    commandId: code(),
    actor: record({ id: code(), role: oneOf('risk-manager', 'medical-director', 'administrator') }),
  },
);

export type ConfirmationRequested = EventData<typeof confirmationRequested>;
