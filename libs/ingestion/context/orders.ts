import type { StoredEvent } from '@plumbline/events';
import type { ContextStore } from './context-store';

/** What a dispense needs to know of the order that it fills. The clinician is a pseudonym. */
export interface KnownOrder {
  readonly clinician: string;
  readonly schedule: string;
  readonly scheduleSource?: string;
}

export const orderReference = (prescription: string): string => `order ${prescription}`;

export function rememberOrder(context: ContextStore, source: string, prescription: string, order: KnownOrder): void {
  context.put(source, orderReference(prescription), JSON.stringify(order));
}

export function knownOrder(context: ContextStore, source: string, prescription: string): KnownOrder | undefined {
  const value = context.get(source, orderReference(prescription));
  return value === undefined ? undefined : (JSON.parse(value) as KnownOrder);
}

/** Orders stand in the log, so what is known of them can be read from there again. */
export function rememberEvent(context: ContextStore, json: string): void {
  if (!json.includes('"type":"prescribing.ordered"')) return;
  const { source, data } = JSON.parse(json) as StoredEvent;
  const { prescription, clinician, schedule, scheduleSource } = data as { [name: string]: string | undefined };
  if (prescription === undefined || clinician === undefined || schedule === undefined) return;
  rememberOrder(context, source, prescription, { clinician, schedule, ...(scheduleSource === undefined ? {} : { scheduleSource }) });
}
