import { clinicianId, code, defineEvent, oneOf, patientId, type EventData } from '../define';

export const socialConnectionMade = defineEvent(
  'messaging.social-connection-made',
  1,
  'A connection on a social network was requested, accepted or declined.',
  {
    clinician: clinicianId(),
    patient: patientId(),
    network: code(),
    initiator: oneOf('clinician', 'patient', 'unknown'),
    state: oneOf('requested', 'accepted', 'declined'),
  },
);

export type SocialConnectionMade = EventData<typeof socialConnectionMade>;
