import type { EventLog } from '@plumbline/event-log';
import {
  decodeStored,
  deliveryAttempted,
  encodeEvent,
  escalated,
  eventKey,
  storedEvent,
  type DeliveryAttempted,
  type DomainEvent,
  type EventDefinition,
  type Escalated,
  type StoredEvent,
} from '@plumbline/events';

const SOURCE = 'plumbline/alerting';

function event(definition: EventDefinition, id: string, at: number, data: object): StoredEvent {
  return storedEvent(definition, {
    id,
    source: SOURCE,
    occurred: { instant: at, precision: 'millisecond', zone: 'UTC' },
    recordedAt: at,
    ingestedAt: at,
    data,
  });
}

/** An attempt's id is made of the notification and the attempt's number: the log's readers drop a second report of one attempt. */
export const deliveryAttemptedEvent = (data: DeliveryAttempted, at: number): StoredEvent =>
  event(deliveryAttempted, `${data.notification}:${String(data.attempt)}`, at, data);

export const escalatedEvent = (data: Escalated, at: number): StoredEvent =>
  event(escalated, `${data.caseId}:${String(data.attention)}:${String(data.level)}`, at, data);

/** Appends an event and gives it back as folds see it. Rejects where the log does not acknowledge. */
export async function append(log: EventLog, stored: StoredEvent): Promise<DomainEvent> {
  const decoded = decodeStored(stored);
  await log.append([{ partitionKey: stored.partitionkey, key: eventKey(decoded), bytes: encodeEvent(stored) }]);
  return decoded;
}
