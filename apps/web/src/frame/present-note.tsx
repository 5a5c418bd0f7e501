import { Text } from '@mantine/core';
import { dateWords } from '../parts/event-time';
import { useClock } from '../session/clock';
import { useAsOf } from './as-of';

/** Stands at figures that have no past, so that nobody takes them for those of the moment that is looked at. Nothing where that is now. */
export function PresentNote() {
  const { asOf } = useAsOf();
  const { zone } = useClock();
  if (asOf === undefined) return null;
  return (
    <Text size="sm" c="var(--attention-text)" mb="xs">
      As of now, not of {dateWords(asOf, zone)}.
    </Text>
  );
}
