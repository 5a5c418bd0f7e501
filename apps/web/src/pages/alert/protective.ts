import type { TimelineEntryFragment } from '../../graphql/operations.generated';
import { counted } from '../../parts/words';

interface Factor {
  readonly one: string;
  readonly many: string;
  readonly holds: (event: TimelineEntryFragment) => boolean;
}

const says = (event: TimelineEntryFragment, name: string, value: string) =>
  event.details.some((detail) => detail.name === name && detail.value === value);

/** What the catalogue of patterns counts in the clinician's favour, as far as the events themselves say it. */
const factors: readonly Factor[] = [
  {
    one: 'message that sends to an approved channel',
    many: 'messages that send to an approved channel',
    holds: (event) => says(event, 'sends to an approved channel', 'yes'),
  },
  { one: 'gift declined', many: 'gifts declined', holds: (event) => event.lane === 'GIFTS' && says(event, 'acceptance', 'declined') },
  { one: 'exception on record', many: 'exceptions on record', holds: (event) => event.type === 'exceptions.granted' },
  { one: 'dual role declared', many: 'dual roles declared', holds: (event) => event.type === 'relationships.dual-role-declared' },
  {
    one: 'documented transfer of care',
    many: 'documented transfers of care',
    holds: (event) => event.type === 'relationships.care-transferred',
  },
  { one: 'recorded rationale', many: 'recorded rationales', holds: (event) => says(event, 'rationale recorded', 'yes') },
];

const day = (event: TimelineEntryFragment) => event.occurredAt.at.slice(0, 10);

/** Facts of the dyad that speak for the clinician, in words; empty where none were found. They lower urgency and never delete an alert. */
export function protectiveFactors(events: readonly TimelineEntryFragment[]): readonly string[] {
  const noted = new Set(events.filter((event) => event.lane === 'NOTES').map(day));
  const withNote = events.filter((event) => event.evidence && event.lane !== 'NOTES' && noted.has(day(event))).length;
  const found = factors.flatMap(({ one, many, holds }) => {
    const count = events.filter(holds).length;
    return count === 0 ? [] : [counted(count, one, many)];
  });
  return withNote === 0 ? found : [...found, `${counted(withNote, 'counted event has', 'counted events have')} a note of the same day`];
}
