import type { Lane, TimelineEntryFragment } from '../../graphql/operations.generated';

const order: readonly Lane[] = ['MESSAGES', 'VISITS', 'PRESCRIPTIONS', 'GIFTS', 'NOTES', 'INCIDENTS', 'RELATIONSHIPS'];
/** The lanes that always stand, so that an empty one is seen to be empty. */
const standing: ReadonlySet<Lane> = new Set<Lane>(['MESSAGES', 'VISITS', 'NOTES']);

export function lanesOf(events: readonly TimelineEntryFragment[]): readonly Lane[] {
  const used = new Set(events.map((event) => event.lane));
  return order.filter((lane) => used.has(lane) || standing.has(lane));
}

const DAY = 86_400_000;

/** Where an event stands on the axis; one whose time was not recorded takes the whole of its day and is never a point at midnight. */
export function extentOf(event: TimelineEntryFragment): { readonly from: number; readonly to: number; readonly wholeDay: boolean } {
  const at = Date.parse(event.occurredAt.at);
  const wholeDay = event.occurredAt.precision === 'DAY';
  return { from: at, to: wholeDay ? at + DAY : at, wholeDay };
}
