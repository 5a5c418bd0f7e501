import { deliveryAttempted, type DeliveryAttempted } from '@plumbline/events';
import { defineProjection } from '../projection';
import { originColumns } from '../row';

/** Every attempt to tell somebody, and what the transport said. */
export const deliveriesProjection = defineProjection({
  table: 'deliveries',
  version: 1,
  source: 'events',
  types: [deliveryAttempted.type],
  row({ event, ...origin }) {
    const data = event.data as DeliveryAttempted;
    return JSON.stringify({
      alert_id: data.caseId,
      notification: data.notification,
      route: data.route,
      transport: data.transport,
      attempt: data.attempt,
      outcome: data.outcome,
      problem: data.problem ?? '',
      happened_at: event.occurred.instant,
      clinician: data.clinician,
      ...originColumns(origin),
    });
  },
});
