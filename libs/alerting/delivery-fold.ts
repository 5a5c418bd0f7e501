import type { DeliveryAttempted, DomainEvent, Escalated } from '@plumbline/events';

/** What the log knows of one notification. */
export interface NotificationRecord {
  readonly attempts: number;
  readonly outcome: DeliveryAttempted['outcome'];
  /** Event time of the last attempt, UTC milliseconds. */
  readonly lastAttemptAt: number;
}

/** How far one call for people has been escalated. */
export interface EscalationRecord {
  readonly level: number;
  readonly escalatedAt: number;
}

/** Plain data that survives JSON. Discardable: the log makes it again. */
export interface DeliverySnapshot {
  readonly notifications: readonly (readonly [id: string, record: NotificationRecord])[];
  readonly escalations: readonly (readonly [key: string, record: EscalationRecord])[];
}

const escalationKey = (caseId: string, attention: number): string => `${caseId} ${String(attention)}`;

/**
 * What has been sent and escalated, made of `alerting.*` events in log order. It is all that a restarted deliverer knows, so
 * nothing is sent twice that the log says was sent. Repeated events change nothing.
 */
export class DeliveryFold {
  private readonly notifications: Map<string, NotificationRecord>;
  private readonly escalations: Map<string, EscalationRecord>;

  constructor(from?: DeliverySnapshot) {
    this.notifications = new Map(from?.notifications);
    this.escalations = new Map(from?.escalations);
  }

  /** Takes `alerting.delivery-attempted` and `alerting.escalated`; ignores other events. */
  apply(event: DomainEvent): void {
    const at = event.occurred.instant;
    if (event.type === 'alerting.delivery-attempted') {
      const { notification, attempt, outcome } = event.data as unknown as DeliveryAttempted;
      if ((this.notifications.get(notification)?.attempts ?? 0) < attempt) {
        this.notifications.set(notification, { attempts: attempt, outcome, lastAttemptAt: at });
      }
    } else if (event.type === 'alerting.escalated') {
      const { caseId, attention, level } = event.data as unknown as Escalated;
      const key = escalationKey(caseId, attention);
      if ((this.escalations.get(key)?.level ?? 0) < level) this.escalations.set(key, { level, escalatedAt: at });
    }
  }

  notification(id: string): NotificationRecord | undefined {
    return this.notifications.get(id);
  }

  /** Of the call for people that a case made at a version; undefined before the first escalation. */
  escalation(caseId: string, attention: number): EscalationRecord | undefined {
    return this.escalations.get(escalationKey(caseId, attention));
  }

  snapshot(): DeliverySnapshot {
    return { notifications: [...this.notifications], escalations: [...this.escalations] };
  }
}
