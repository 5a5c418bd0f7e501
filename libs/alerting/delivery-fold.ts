import type { DeliveryAttempted, DomainEvent, Escalated } from '@plumbline/events';

/** What the log knows of one notification. */
export interface NotificationRecord {
  readonly attempts: number;
  readonly outcome: DeliveryAttempted['outcome'];
  /** Event time of the last attempt, UTC milliseconds. */
  readonly lastAttemptAt: number;
}

/** What was done about one case. */
interface CaseDeliveries {
  readonly notifications: Map<string, NotificationRecord>;
  /** Levels by the version at which people were called for. */
  readonly escalations: Map<number, number>;
}

/**
 * What has been sent and escalated, made of `alerting.*` events in log order. It is all that a restarted deliverer knows, so
 * nothing is sent twice that the log says was sent. Repeated events change nothing.
 */
export class DeliveryFold {
  private readonly cases = new Map<string, CaseDeliveries>();

  /** Takes `alerting.delivery-attempted` and `alerting.escalated`; ignores other events. */
  apply(event: Pick<DomainEvent, 'type' | 'data'> & { readonly occurred: Pick<DomainEvent['occurred'], 'instant'> }): void {
    if (event.type === 'alerting.delivery-attempted') {
      const { caseId, notification, attempt, outcome } = event.data as unknown as DeliveryAttempted;
      const { notifications } = this.of(caseId);
      if ((notifications.get(notification)?.attempts ?? 0) >= attempt) return;
      notifications.set(notification, { attempts: attempt, outcome, lastAttemptAt: event.occurred.instant });
    } else if (event.type === 'alerting.escalated') {
      const { caseId, attention, level } = event.data as unknown as Escalated;
      const { escalations } = this.of(caseId);
      escalations.set(attention, Math.max(escalations.get(attention) ?? 0, level));
    }
  }

  notification(caseId: string, id: string): NotificationRecord | undefined {
    return this.cases.get(caseId)?.notifications.get(id);
  }

  /** How far the call for people that a case made at a version was escalated; 0 before the first escalation. */
  escalationLevel(caseId: string, attention: number): number {
    return this.cases.get(caseId)?.escalations.get(attention) ?? 0;
  }

  /** Nobody is awaited any more. Should people be called again, it is another call with ids of its own. */
  forget(caseId: string): void {
    this.cases.delete(caseId);
  }

  private of(caseId: string): CaseDeliveries {
    let found = this.cases.get(caseId);
    if (found === undefined) {
      found = { notifications: new Map(), escalations: new Map() };
      this.cases.set(caseId, found);
    }
    return found;
  }
}
