import type { AlertState } from '@plumbline/cases';
import type { LogRecord } from '@plumbline/event-log';
import type { Bounds } from '../fold/bounds';

/** What a projector says when states of alerts can be read. */
export interface Announcement {
  /** The stretches of the log that it speaks of, since the one before or since their partitions were taken over. */
  readonly stretches: Bounds;
  /** All states of those stretches; undefined where they are too many to be sent, so that whoever wants them has to look. */
  readonly states: readonly AlertState[] | undefined;
}

/** Some hundred kilobytes; a round of an import may have thousands, for which nobody sits before a screen. */
const MOST_STATES = 200;

/** As a record of the log of announcements, which has one partition. `number` tells it from others of the same sender. */
export function announcementRecord({ stretches, states }: Announcement, sender: string, number: number): LogRecord {
  const sent: Announcement = { stretches, states: states !== undefined && states.length <= MOST_STATES ? states : undefined };
  return { partitionKey: sender, key: `${sender}\u0000${String(number)}`, bytes: Buffer.from(JSON.stringify(sent)) };
}

/** @throws SyntaxError for what no projector wrote */
export function announcementOf(bytes: Uint8Array): Announcement {
  const { stretches, states } = JSON.parse(Buffer.from(bytes).toString('utf8')) as Partial<Announcement>;
  if (!Array.isArray(stretches)) throw new SyntaxError('an announcement names the stretches of the log that it speaks of');
  return { stretches: stretches as Bounds, states };
}
