import type { Digest, Notification } from '../notification';
import type { DeliveryProblemCode } from '../problems';

/** What became of one attempt. A permanent failure is not tried again; its code stands in the delivery log. */
export type AttemptResult =
  { readonly delivered: true } | { readonly delivered: false; readonly problem: DeliveryProblemCode; readonly permanent: boolean };

/** A way out of the house. Sending never rejects: whatever goes wrong is a result. */
export interface NotificationTransport {
  send(notification: Notification): Promise<AttemptResult>;
  sendDigest(digest: Digest): Promise<AttemptResult>;
  close(): void;
}
