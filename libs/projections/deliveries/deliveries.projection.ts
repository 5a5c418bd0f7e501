import { deliveryAttempted, type DeliveryAttempted } from '@plumbline/events';
import { defineProjection } from '../projection';
import { ORIGIN_COLUMNS, originOf } from '../row';

/** Every attempt to tell somebody, and what the transport said. */
export const deliveriesProjection = defineProjection({
  table: 'deliveries',
  version: 1,
  source: 'events',
  types: [deliveryAttempted.type],
  columns: [
    'alert_id',
    'notification',
    'route',
    'transport',
    'attempt',
    'outcome',
    'problem',
    'happened_at',
    'clinician',
    ...ORIGIN_COLUMNS,
  ],
  values({ event, ...origin }) {
    const data = event.data as DeliveryAttempted;
    return {
      alert_id: data.caseId,
      notification: data.notification,
      route: data.route,
      transport: data.transport,
      attempt: data.attempt,
      outcome: data.outcome,
      problem: data.problem ?? '',
      happened_at: event.occurred.instant,
      clinician: data.clinician,
      ...originOf(origin),
    };
  },
});
