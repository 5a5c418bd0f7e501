import type { DeliveryAttempted, DomainEvent, Escalated } from '@plumbline/events';

/** What the log knows of one notification. */
export interface NotificationRecord {
  readonly attempts: number;
  readonly outcome: DeliveryAttempted['outcome'];
  /** Event time of the last attempt, UTC milliseconds. */
  readonly lastAttemptAt: number;
}

const escalationKey = (caseId: string, attention: number): string => `${caseId} ${String(attention)}`;

/**
 * What has been sent and escalated, made of `alerting.*` events in log order. It is all that a restarted deliverer knows, so
 * nothing is sent twice that the log says was sent. Repeated events change nothing.
 */
export class DeliveryFold {
  private readonly notifications = new Map<string, NotificationRecord>();
  private readonly escalations = new Map<string, number>();

  /** Takes `alerting.delivery-attempted` and `alerting.escalated`; ignores other events. */
  apply(event: Pick<DomainEvent, 'type' | 'data'> & { readonly occurred: Pick<DomainEvent['occurred'], 'instant'> }): void {
    const at = event.occurred.instant;
    if (event.type === 'alerting.delivery-attempted') {
      const { notification, attempt, outcome } = event.data as unknown as DeliveryAttempted;
      if ((this.notifications.get(notification)?.attempts ?? 0) < attempt) {
        this.notifications.set(notification, { attempts: attempt, outcome, lastAttemptAt: at });
      }
    } else if (event.type === 'alerting.escalated') {
      const { caseId, attention, level } = event.data as unknown as Escalated;
      const key = escalationKey(caseId, attention);
      this.escalations.set(key, Math.max(this.escalations.get(key) ?? 0, level));
    }
  }

  notification(id: string): NotificationRecord | undefined {
    return this.notifications.get(id);
  }

  /** How far the call for people that a case made at a version was escalated; 0 before the first escalation. */
  escalationLevel(caseId: string, attention: number): number {
    return this.escalations.get(escalationKey(caseId, attention)) ?? 0;
  }
}
