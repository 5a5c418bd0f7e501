import type { Precision } from '../graphql/operations.generated';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = zone + JSON.stringify(options);
  let known = formats.get(key);
  if (known === undefined) {
    known = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone });
    formats.set(key, known);
  }
  return known;
}

/** `3 Mar 2026` in the given IANA zone. */
export function dateWords(instant: string | number, zone: string): string {
  return format(zone, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(instant)).replace('Sept', 'Sep');
}

/** `3 Mar`, for axes and other places where the year stands nearby. */
export function shortDateWords(instant: string | number, zone: string): string {
  return format(zone, { day: 'numeric', month: 'short' }).format(new Date(instant)).replace('Sept', 'Sep');
}

/** `22:41` in the given IANA zone. */
export function clockWords(instant: string | number, zone: string): string {
  return format(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));
}

/** `3 Mar 2026, 22:41 (Europe/London)`; with precision `DAY` only the date is said, because midnight would be an invention. */
export function momentWords(instant: string | number, zone: string, precision: Precision = 'MINUTE'): string {
  const date = dateWords(instant, zone);
  return precision === 'DAY' ? `${date}, time not recorded` : `${date}, ${clockWords(instant, zone)} (${zone})`;
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];
const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });

/** `3 weeks ago`, an addition to a full time and never in its place. */
export function relativeWords(instant: string | number, now: number): string {
  const distance = new Date(instant).getTime() - now;
  for (const [unit, length] of steps) {
    if (Math.abs(distance) >= length) return relative.format(Math.round(distance / length), unit);
  }
  return 'just now';
}

/** `9 days`, `3 h 20 min`, `4 min`: a length of time in milliseconds, rounded down to its two largest units. */
export function durationWords(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / 60_000);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days >= 2) return `${String(days)} days`;
  if (days === 1) return hours % 24 === 0 ? '1 day' : `1 day ${String(hours % 24)} h`;
  if (hours >= 1) return minutes % 60 === 0 ? `${String(hours)} h` : `${String(hours)} h ${String(minutes % 60)} min`;
  return minutes === 0 ? 'under a minute' : `${String(minutes)} min`;
}
