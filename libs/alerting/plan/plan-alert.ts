import type { AlertState } from '@plumbline/cases';
import { DAY, MINUTE } from '@plumbline/kernel';
import { deliverAt, routeFinding, type AlertRoute, type PolicyDocument, type Transport } from '@plumbline/policy';
import type { DeliveryFold } from '../delivery-fold';
import { notificationsFor, type Notification } from '../notification';
import { waitAfter } from './retry';

/** Something to do for an alert, and from when on. */
export type Step =
  | { readonly kind: 'send'; readonly at: number; readonly notification: Notification; readonly attempt: number }
  | { readonly kind: 'escalate'; readonly at: number; readonly alert: AlertState; readonly level: number; readonly route: string };

export interface PlanSurroundings {
  readonly policy: PolicyDocument;
  readonly delivered: Pick<DeliveryFold, 'notification' | 'escalationLevel'>;
  /** The transports that are set up; others are passed over. */
  readonly transports: readonly Transport[];
  readonly now: number;
}

/**
 * What was known this long before it reached us is history that is being loaded. It stands in the list of alerts, and nobody is
 * called out of bed for it.
 */
const HISTORY = 7 * DAY;

const isHistory = (alert: AlertState): boolean => alert.learnedAt - alert.stateKnownAt > HISTORY;

function routeOf(alert: AlertState, policy: PolicyDocument): AlertRoute | undefined {
  const { pattern, domain, route, tier, startedAt, clinician, patient, donor } = alert;
  const subject = { clinician, ...(patient === undefined ? {} : { patient }), ...(donor === undefined ? {} : { donor }) };
  return routeFinding(policy, { pattern, domain, route, tier, startedAt, subject });
}

function sendsOf(notification: Notification, { policy, delivered, now }: PlanSurroundings): readonly Step[] {
  const record = delivered.notification(notification.alert.alertId, notification.id);
  if (record !== undefined && record.outcome !== 'failed') return [];
  const ready = record === undefined ? now : Math.max(now, record.lastAttemptAt + waitAfter(record.attempts));
  const at = deliverAt(policy, notification.alert.tier, ready, notification.zone);
  return [{ kind: 'send', at, notification, attempt: (record?.attempts ?? 0) + 1 }];
}

/**
 * What is to be done for an alert, as a pure function of its newest state, the policy in force, what the log says was done, and the
 * time. Nothing is left of it once somebody has taken note, or the alert is withdrawn, snoozed or resolved.
 */
export function planAlert(alert: AlertState, surroundings: PlanSurroundings): readonly Step[] {
  const { policy, delivered, transports } = surroundings;
  if (alert.respondBy === undefined || isHistory(alert)) return [];
  const route = routeOf(alert, policy);
  if (route === undefined) return [];

  const usable = route.transports.filter((transport) => transports.includes(transport));
  const told = (level: number): readonly Notification[] => {
    const notify = level === 0 ? route.notify : (route.escalation[level - 1]?.notify ?? []);
    return notificationsFor(alert, level, { id: route.id, transports: usable, notify }, policy);
  };
  const reached = delivered.escalationLevel(alert.alertId, alert.attention);
  const steps: Step[] = [];
  for (let level = 0; level <= reached; level += 1)
    steps.push(...told(level).flatMap((notification) => sendsOf(notification, surroundings)));

  const next = route.escalation[reached];
  // An escalation says that people were told; where none can be reached, the log must not say so.
  if (next !== undefined && told(reached + 1).length > 0) {
    const called = alert.respondBy - route.respondWithinMinutes * MINUTE;
    steps.push({ kind: 'escalate', at: called + next.afterMinutes * MINUTE, alert, level: reached + 1, route: route.id });
  }
  return steps;
}
