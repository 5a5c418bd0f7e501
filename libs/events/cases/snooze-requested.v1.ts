import { clinicianId, code, defineEvent, instant, oneOf, optional, record, whole, type EventData } from '../define';

export const snoozeRequested = defineEvent(
  'cases.snooze-requested',
  1,
  'A person put a case to sleep until it gets worse or a date passes.',
  {
    caseId: code(),
    clinician: clinicianId(),
    /** The version of the case that the person saw; the fold accepts only the first command based on it. */
    basedOn: whole(),
    commandId: code(),
    actor: record({ id: code(), role: oneOf('risk-manager', 'medical-director', 'administrator') }),
    until: optional(instant()),
  },
);

export type SnoozeRequested = EventData<typeof snoozeRequested>;
