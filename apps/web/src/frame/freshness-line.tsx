import { Text } from '@mantine/core';
import { clockWords, dateWords } from '../parts/event-time';
import { Stale } from '../parts/states';
import { counted } from '../parts/words';
import { useClock } from '../session/clock';
import type { FreshnessState } from './use-freshness';

/**
 * Up to when the figures reach. A source that fell silent is said here on every page, because silence must never look like calm, and so
 * is a platform that no longer renews what is in sight.
 */
export function FreshnessLine({ freshness, staleSince, unknown }: FreshnessState) {
  const { zone, now } = useClock();
  const moment = (at: string): string => {
    const today = dateWords(at, zone) === dateWords(now(), zone);
    return `${today ? '' : `${dateWords(at, zone)}, `}${clockWords(at, zone)}`;
  };
  if (staleSince !== undefined) return <Stale>{`Stale since ${moment(staleSince)} (${zone})`}</Stale>;
  if (unknown) return <Stale>Freshness unknown</Stale>;
  if (freshness === undefined) return null;
  if (freshness.eventsUntil === null) return <Text size="sm">No events yet</Text>;
  const line = `Events up to ${moment(freshness.eventsUntil)} (${zone})`;
  if (freshness.silentSources.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {line}
      </Text>
    );
  }
  return (
    <Stale>
      {line} · {counted(freshness.silentSources.length, 'source')} silent
    </Stale>
  );
}
