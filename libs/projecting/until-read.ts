import type { EventLog } from '@plumbline/event-log';
import type { ProjectionReader } from './projection-reader';

/** Resolves when all that stands in the log now can be read from the tables. */
export async function untilRead(log: EventLog, projector: Pick<ProjectionReader, 'waitForPosition'>): Promise<void> {
  for (const [partition, end] of (await log.ends()).entries()) {
    if (end > 0) await projector.waitForPosition({ partition, position: end - 1 });
  }
}
