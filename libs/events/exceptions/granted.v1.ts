import { clinicianId, code, defineEvent, flag, oneOf, optional, patientId, type EventData } from '../define';

export const exceptionGranted = defineEvent('exceptions.granted', 1, 'An exception from a rule was made for one patient.', {
  clinician: clinicianId(),
  patient: patientId(),
  domain: oneOf('communication', 'time', 'place', 'money', 'roles', 'privacy'),
  labelledOneTime: flag(),
  reason: optional(code()),
});

export type ExceptionGranted = EventData<typeof exceptionGranted>;
