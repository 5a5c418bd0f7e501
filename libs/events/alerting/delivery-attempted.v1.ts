import { clinicianId, code, defineEvent, oneOf, optional, whole, type EventData } from '../define';

export const deliveryAttempted = defineEvent(
  'alerting.delivery-attempted',
  1,
  'A notification was handed to a transport, or the transport refused it.',
  {
    clinician: clinicianId(),
    caseId: code(),
    notification: code(),
    route: code(),
    transport: oneOf('e-mail', 'webhook'),
    attempt: whole(1, 1_000),
    outcome: oneOf('delivered', 'failed', 'given-up'),
    problem: optional(code()),
  },
);

export type DeliveryAttempted = EventData<typeof deliveryAttempted>;
