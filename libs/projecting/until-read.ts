import type { EventLog } from '@plumbline/event-log';
import type { Projector } from './projector';

/** Resolves when all that stands in the log now can be read from the tables. */
export async function untilRead(log: EventLog, projector: Pick<Projector, 'waitForPosition'>): Promise<void> {
  for (const [partition, end] of (await log.ends()).entries()) {
    if (end > 0) await projector.waitForPosition({ partition, position: end - 1 });
  }
}
