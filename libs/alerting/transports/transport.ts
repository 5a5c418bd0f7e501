import type { ProblemCode } from '@plumbline/kernel';
import type { Notification } from '../notification';

/** What became of one attempt. A permanent failure is not tried again; its code stands in the delivery log. */
export type AttemptResult =
  { readonly delivered: true } | { readonly delivered: false; readonly problem: ProblemCode; readonly permanent: boolean };

/** A way out of the house. `send` never rejects: whatever goes wrong is a result. */
export interface NotificationTransport {
  send(notification: Notification, zone: string): Promise<AttemptResult>;
  close(): void;
}
