import { startAlerting, transportsFrom, type AlertingSettings } from '@plumbline/alerting';
import type { AccessConfiguration } from '@plumbline/access';
import type { AnalyticsStore } from '@plumbline/analytics-store';
import type { EventLog } from '@plumbline/event-log';
import type { PolicyDocument } from '@plumbline/policy';
import type { ProcessContext } from '@plumbline/runtime';
import type { ProjectionReader } from '@plumbline/projecting';
import { deliveryMetrics } from './platform-metrics';

export interface DeliveryParts {
  readonly configuration: AlertingSettings & Pick<AccessConfiguration, 'mode'>;
  readonly log: EventLog;
  readonly store: AnalyticsStore;
  readonly projection: ProjectionReader;
  readonly policy: () => PolicyDocument;
  /** Nobody is told any more until the next start. */
  readonly onFault: (error: unknown) => void;
}

/** Starts telling people of alerts, where the last one who did left off. Returns what ends it, after what is being sent is recorded. */
export async function startDelivery(
  { clock, logger, metrics }: Pick<ProcessContext, 'clock' | 'logger' | 'metrics'>,
  parts: DeliveryParts,
): Promise<() => Promise<void>> {
  const { configuration, log, store, projection, policy, onFault } = parts;
  const count = deliveryMetrics(metrics);
  const alerting = await startAlerting({
    ...{ log, store, projection, clock, policy },
    transports: transportsFrom(configuration, clock),
    report: ({ code, reason, remedy }) => {
      // A demonstration tells nobody anything, and that is as it should be.
      const expected = code === 'alerting.not-set-up' && configuration.mode === 'demonstration';
      if (!expected) count(code);
      logger[expected ? 'info' : 'warn']({ code }, `${reason} ${remedy}`);
    },
  });
  alerting.ended.catch(onFault);
  return () => alerting.stop();
}
