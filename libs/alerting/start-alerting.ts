import { sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import { awaitingAlerts, type AlertState } from '@plumbline/cases';
import type { LogPosition } from '@plumbline/event-log';
import type { DomainEvent } from '@plumbline/events';
import { untilRead } from '@plumbline/projecting';
import { Deliverer, type DelivererOptions } from './deliverer';
import { DeliveryFold } from './delivery-fold';

/** What alerting needs to know of the tables, whoever fills them. */
export interface ProjectedAlerts {
  /** Tells of alert states after they can be read back; returns a function that ends it. */
  subscribe(listener: (news: { readonly alertStates: readonly AlertState[] }) => void): () => void;
  waitForPosition(position: LogPosition): Promise<void>;
}

export interface AlertingOptions extends Omit<DelivererOptions, 'delivered'> {
  readonly store: AnalyticsStore;
  readonly projection: ProjectedAlerts;
}

export interface Alerting {
  /** Settles when alerting has ended; rejects on a fault of the program. */
  readonly ended: Promise<void>;
  /** Finishes what is being sent, records it, and ends. */
  stop(): Promise<void>;
}

interface AlertingRow {
  readonly type: string;
  readonly data: string;
  readonly at: string;
}

/** What was sent and escalated for alerts that still await a person; of the others nothing needs to be known. */
async function deliveriesOf(store: AnalyticsStore): Promise<DeliveryFold> {
  const rows = await store.query<AlertingRow>(sql`
    SELECT type, data, occurred_at AS at FROM ${table('events')}
    WHERE type IN ('alerting.delivery-attempted', 'alerting.escalated')
      AND JSONExtractString(data, 'caseId') IN (
        SELECT alert_id FROM (
          SELECT alert_id, respond_by FROM ${table('alert_states')} ORDER BY alert_id, sequence DESC LIMIT 1 BY alert_id
        ) WHERE respond_by IS NOT NULL
      )
    ORDER BY partition, position`);
  const fold = new DeliveryFold();
  for (const { type, data, at } of rows) {
    fold.apply({ type, data: JSON.parse(data) as DomainEvent['data'], occurred: { instant: Date.parse(at) } });
  }
  return fold;
}

/**
 * Starts delivering where the last process left off. 1. Listen, so that nothing is missed; 2. wait until the tables hold all that
 * stands in the log now, its own reports included; 3. read what is awaited and what was sent; 4. begin. Begun any earlier, it would
 * send again what was reported but not yet folded.
 */
export async function startAlerting({ store, projection, ...options }: AlertingOptions): Promise<Alerting> {
  const early: AlertState[] = [];
  let observe = (states: readonly AlertState[]): unknown => early.push(...states);
  const unsubscribe = projection.subscribe(({ alertStates }) => observe(alertStates));
  try {
    await untilRead(options.log, projection);
    const deliverer = new Deliverer({ ...options, delivered: await deliveriesOf(store) });
    deliverer.observe(await awaitingAlerts(store));
    deliverer.observe(early);
    observe = (states) => {
      deliverer.observe(states);
    };
    return {
      ended: deliverer.start(),
      async stop() {
        unsubscribe();
        await deliverer.stop();
      },
    };
  } catch (error) {
    unsubscribe();
    throw error;
  }
}
