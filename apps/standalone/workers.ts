import { startDays, startDelivery, type Platform, type PlatformConfiguration } from '@plumbline/platform';
import type { ProcessContext } from '@plumbline/runtime';

/** Starts what works by itself: delivery of alerts, and the clock that closes days. */
export async function startWorkers(platform: Platform, configuration: PlatformConfiguration, context: ProcessContext): Promise<void> {
  const { log, store, projection, policy } = platform;
  const { logger, lifecycle } = context;
  const endDelivery = await startDelivery(context, {
    ...{ configuration, log, store, projection },
    policy: () => policy,
    onFault: (error) => {
      logger.error({ err: error }, 'alerting ended by a fault; alerts are shown and nobody is told until the next start');
    },
  });
  lifecycle.onStop('alerting', endDelivery);
  lifecycle.onStop('day clock', startDays(platform, logger));
}
