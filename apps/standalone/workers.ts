import { startAlerting, transportsFrom } from '@plumbline/alerting';
import { dayClosing, GRACE_MILLISECONDS, type Platform } from '@plumbline/platform';
import { startDayClock } from '@plumbline/projecting';

/** Starts what works by itself: delivery of alerts, and the clock that closes days. */
export async function startWorkers(platform: Platform): Promise<void> {
  const { configuration, clock, log, store, projector, logger, lifecycle, policy } = platform;
  const alerting = await startAlerting({
    ...{ log, store, projector, clock },
    policy: () => policy,
    transports: transportsFrom(configuration, clock),
    report: ({ code, reason, remedy }) => {
      // A demonstration tells nobody anything, and that is as it should be.
      const expected = code === 'alerting.not-set-up' && configuration.mode === 'demonstration';
      logger[expected ? 'info' : 'warn']({ code }, `${reason} ${remedy}`);
    },
  });
  alerting.ended.catch((error: unknown) => {
    logger.error({ err: error }, 'alerting ended by a fault; alerts are shown and nobody is told until the next start');
  });
  lifecycle.onStop('alerting', () => alerting.stop());
  const days = startDayClock({
    ...dayClosing(platform),
    grace: GRACE_MILLISECONDS,
    onTrouble: (error) => {
      logger.error({ err: error }, 'a day could not be closed; it is tried again in a minute');
    },
  });
  lifecycle.onStop('day clock', () => days.stop());
}
