import { awaitsAPerson, type AlertState } from '@plumbline/cases';
import { sha256Hex } from '@plumbline/kernel';
import { recipientsOf, type PolicyDocument, type RecipientSelector, type Transport } from '@plumbline/policy';

/** Where a notification goes. `secret` is the name of a secret, never the secret. */
export type Target =
  | { readonly transport: 'e-mail'; readonly address: string }
  | { readonly transport: 'webhook'; readonly url: string; readonly secret: string };

/** Why people are called. */
export type Cause = 'new' | 'got-worse' | 'woke' | 'escalated';

/** One message to one address. Its id is made of what it is about, so that a repeat after a crash carries the same one. */
export interface Notification {
  readonly id: string;
  readonly alert: AlertState;
  readonly cause: Cause;
  /** 0 for the first people, then the escalation's level. */
  readonly level: number;
  /** The policy's route. */
  readonly route: string;
  readonly target: Target;
  /** IANA zone of the recipient: quiet hours are read and times are written in it. */
  readonly zone: string;
}

const addressOf = (target: Target): string => (target.transport === 'e-mail' ? target.address.toLowerCase() : target.url);

function causeOf(alert: AlertState, level: number): Cause {
  if (level > 0) return 'escalated';
  return awaitsAPerson(alert) ? alert.state : 'woke';
}

/** The id of what is told to an address about a call for people at a level. It says nothing about any of them. */
export function notificationId(alert: Pick<AlertState, 'alertId' | 'attention'>, level: number, target: Target): string {
  const parts = [alert.alertId, String(alert.attention), String(level), target.transport, addressOf(target)];
  return `N-${sha256Hex(parts.join('\u0000')).slice(0, 24)}`;
}

/** Everything that is to be told at a level of a route, one notification an address. */
export function notificationsFor(
  alert: AlertState,
  level: number,
  route: { readonly id: string; readonly transports: readonly Transport[]; readonly notify: readonly RecipientSelector[] },
  policy: PolicyDocument,
): readonly Notification[] {
  const made = recipientsOf(policy, route.notify, alert.department).flatMap(({ emails = [], webhooks = [], zone }) => {
    const targets: readonly Target[] = [
      ...(route.transports.includes('e-mail') ? emails.map((address) => ({ transport: 'e-mail', address }) as const) : []),
      ...(route.transports.includes('webhook') ? webhooks.map(({ url, secret }) => ({ transport: 'webhook', url, secret }) as const) : []),
    ];
    const told = { alert, cause: causeOf(alert, level), level, route: route.id, zone: zone ?? policy.institution.zone };
    return targets.map((target): Notification => ({ ...told, id: notificationId(alert, level, target), target }));
  });
  // An address that stands under two roles is told once.
  return [...new Map(made.map((notification) => [notification.id, notification])).values()];
}

/** Several notifications that go to one address in one message. Each keeps its id, by which a repeat is recognised. */
export interface Digest {
  /** Made of the ids in it. */
  readonly id: string;
  readonly target: Target;
  /** All of one tone: review, support or wellbeing. */
  readonly tone: AlertState['route'];
  readonly notifications: readonly Notification[];
}

export function digestOf(notifications: readonly [Notification, ...Notification[]]): Digest {
  const [{ target, alert }] = notifications;
  const ids = notifications.map(({ id }) => id).sort();
  return { id: `D-${sha256Hex(ids.join('\u0000')).slice(0, 24)}`, target, tone: alert.route, notifications };
}

/** What is told together: to one address, in one tone. */
export const togetherKey = ({ target, alert }: Notification): string => [target.transport, addressOf(target), alert.route].join('\u0000');
