import { Text } from '@mantine/core';
import type { Precision } from '../graphql/operations.generated';
import { useClock } from '../session/clock';
import { dateWords, momentWords, relativeWords } from './event-time';

interface MomentProps {
  /** ISO instant in UTC. */
  readonly at: string;
  /** IANA zone of the source; the institution's where the source's is not known. */
  readonly zone?: string | undefined;
  readonly precision?: Precision | undefined;
  /** Rows of a table say the date alone, under a head that names the zone; the full time is one hover away. */
  readonly short?: boolean;
}

/** A time, always with its zone, and with the distance from now on hover. A date-only time is shown as a date. */
export function Moment({ at, zone, precision, short = false }: MomentProps) {
  const clock = useClock();
  const place = zone ?? clock.zone;
  const full = momentWords(at, place, precision);
  return (
    <Text
      component="time"
      inherit
      dateTime={precision === 'DAY' ? at.slice(0, 10) : at}
      title={`${full} · ${relativeWords(at, clock.now())}`}
      style={{ whiteSpace: 'nowrap' }}
    >
      {short ? dateWords(at, place) : full}
    </Text>
  );
}
