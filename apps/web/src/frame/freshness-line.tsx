import { Text } from '@mantine/core';
import { useQuery } from 'urql';
import { PulseDocument } from '../graphql/operations.generated';
import { clockWords, dateWords } from '../parts/event-time';
import { Stale } from '../parts/states';
import { counted } from '../parts/words';
import { useClock } from '../session/clock';
import { useEvery } from './use-every';

const MINUTE = 60_000;

/** Up to when the figures reach. A source that fell silent is said here on every page, because silence must never look like calm. */
export function FreshnessLine() {
  const { zone, now } = useClock();
  const [{ data, error }, again] = useQuery({ query: PulseDocument });
  useEvery(MINUTE, () => {
    again({ requestPolicy: 'network-only' });
  });
  const freshness = data?.overview.freshness;
  if (freshness === undefined) {
    return error === undefined ? null : <Stale>Freshness unknown</Stale>;
  }
  if (freshness.eventsUntil === null) return <Text size="sm">No events yet</Text>;
  const today = dateWords(freshness.eventsUntil, zone) === dateWords(now(), zone);
  const until = `${today ? '' : `${dateWords(freshness.eventsUntil, zone)}, `}${clockWords(freshness.eventsUntil, zone)}`;
  const line = `Events up to ${until} (${zone})`;
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
