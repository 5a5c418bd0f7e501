import { clinicianId, code, defineEvent, flag, oneOf, optional, patientId, type EventData } from '../define';

export const messageSent = defineEvent(
  'messaging.message-sent',
  1,
  'A message, call or letter passed between a clinician and a patient; its text is never stored.',
  {
    clinician: clinicianId(),
    patient: patientId(),
    direction: oneOf('outbound', 'inbound'),
    channel: oneOf(
      'portal',
      'clinic-phone',
      'clinic-email',
      'video-visit',
      'letter',
      'personal-text',
      'personal-phone',
      'personal-email',
      'messaging-app',
      'social-direct-message',
      'unknown',
    ),
    urgency: oneOf('routine', 'urgent', 'emergency', 'unknown'),
    /** The record id of the message that this one answers. */
    inResponseTo: optional(code()),
    /** The message sends the patient to an approved channel. */
    redirect: flag(),
    topicLabel: optional(code()),
    toneLabel: optional(code()),
  },
);

export type MessageSent = EventData<typeof messageSent>;
