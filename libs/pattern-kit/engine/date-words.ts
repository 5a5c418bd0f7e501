import { dayOfIsoDate, isoDate, localTime } from '@plumbline/kernel';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

interface Parts {
  readonly day: number;
  readonly month: string;
  readonly year: string;
}

function partsOf(dayNumber: number): Parts {
  const [year, month, day] = isoDate(dayNumber).split('-') as [string, string, string];
  return { day: Number(day), month: months[Number(month) - 1] as string, year };
}

const inFull = ({ day, month, year }: Parts): string => `${String(day)} ${month} ${year}`;

/** `3 March 2026` in a zone. */
export const formatDate = (instant: number, zone: string): string => inFull(partsOf(localTime(instant, zone).day));

/** `3 to 28 March 2026`, with as much of the first date as the second does not say, and the zone. */
export function formatSpan(from: number, to: number, zone: string): string {
  const first = partsOf(localTime(from, zone).day);
  const last = partsOf(localTime(to, zone).day);
  if (inFull(first) === inFull(last)) return `${inFull(last)}, ${zone}`;
  const start =
    first.year !== last.year ? inFull(first) : first.month !== last.month ? `${String(first.day)} ${first.month}` : String(first.day);
  return `${start} to ${inFull(last)}, ${zone}`;
}

/** `the night of 14 March` of `2026-03-14`, the date on which the night begins. */
export function formatNight(date: string): string {
  const { day, month } = partsOf(dayOfIsoDate(date));
  return `the night of ${String(day)} ${month}`;
}
