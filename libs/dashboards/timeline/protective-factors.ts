import { localTime } from '@plumbline/kernel';
import type { ProtectiveFactor, ProtectiveKind } from '../schema.generated';
import { laneOf } from './lanes';
import type { StoredTimelineRow } from './timeline-row';

type Fact = Pick<StoredTimelineRow, 'type_' | 'data_' | 'occurredMilliseconds' | 'zone' | 'evidence'>;
type Data = Readonly<Record<string, unknown>>;

/** What the catalogue of patterns counts in the clinician's favour, as far as one event says it by itself. */
const kinds: readonly (readonly [ProtectiveKind, (type: string, data: Data) => boolean])[] = [
  ['redirect', (type, { redirect }) => type === 'messaging.message-sent' && redirect === true],
  ['gift-declined', (type, { acceptance }) => type.startsWith('gifts.') && acceptance === 'declined'],
  ['exception-granted', (type) => type === 'exceptions.granted'],
  ['dual-role-declared', (type) => type === 'relationships.dual-role-declared'],
  ['care-transferred', (type) => type === 'relationships.care-transferred'],
  ['rationale-recorded', (_, { rationaleRecorded }) => rationaleRecorded === true],
];

/**
 * What in the records speaks for the clinician: each kind with the number of its events, kinds without any left out. It lowers urgency and
 * never deletes an alert.
 */
export function protectiveFactors(facts: readonly Fact[]): readonly ProtectiveFactor[] {
  const counts = new Map<ProtectiveKind, number>();
  const count = (kind: ProtectiveKind): void => void counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const isNote = ({ type_ }: Fact): boolean => laneOf(type_) === 'notes';
  // A day of the place where it happened: a note at nine belongs to the message of eleven the same evening.
  const dayOf = ({ occurredMilliseconds, zone }: Fact): number => localTime(occurredMilliseconds, zone).day;
  const noted = new Set(facts.filter(isNote).map(dayOf));
  for (const fact of facts) {
    const data = JSON.parse(fact.data_) as Data;
    for (const [kind, holds] of kinds) if (holds(fact.type_, data)) count(kind);
    if (fact.evidence === 1 && !isNote(fact) && noted.has(dayOf(fact))) count('noted-same-day');
  }
  return [...counts].map(([kind, events]) => ({ kind, events }));
}
