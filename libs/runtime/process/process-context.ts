import type { Clock } from '@plumbline/kernel';
import type { Lifecycle } from '../lifecycle/lifecycle';
import type { Logger } from '../logging/logger';
import type { Metrics } from '../metrics/metrics';

/** What every part of a process is given: the time, where words and figures go, and the order in which everything stops. */
export interface ProcessContext {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly lifecycle: Lifecycle;
}
