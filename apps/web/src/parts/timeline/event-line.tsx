import { Text } from '@mantine/core';
import type { TimelineEntryFragment } from '../../graphql/operations.generated';
import { momentWords } from '../event-time';
import { codeWords } from '../words';

/** What is to be said about how an event came to be known: `counts`, `recorded late on …`, `amended since`. */
export function marksOf(event: TimelineEntryFragment): readonly string[] {
  return [
    event.evidence ? 'counts' : 'does not count',
    ...(event.late ? [`recorded late, on ${momentWords(event.recordedAt, event.occurredAt.zone)}`] : []),
    ...(event.amended ? ['amended since'] : []),
  ];
}

export function detailWords(event: TimelineEntryFragment): string {
  return event.details.map(({ name, value }) => `${codeWords(name)}: ${codeWords(value)}`).join(' · ');
}

/** The event that is looked at, in full. */
export function EventLine({ event }: { readonly event: TimelineEntryFragment | undefined }) {
  return (
    <div aria-live="polite" style={{ minHeight: 48 }}>
      {event === undefined ? (
        <Text size="sm" c="dimmed">
          Choose an event, or move with the arrow keys, to read it here.
        </Text>
      ) : (
        <>
          <Text size="sm">
            <strong>{event.label}</strong> · {momentWords(event.occurredAt.at, event.occurredAt.zone, event.occurredAt.precision)} ·{' '}
            {marksOf(event).join(' · ')}
          </Text>
          <Text size="sm" c="dimmed">
            {detailWords(event)}
            {event.details.length === 0 ? '' : ' · '}from {event.source}
          </Text>
        </>
      )}
    </div>
  );
}
