const format = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** `Mar 2026` of a month's first day, `2026-03-01`. */
export function monthWords(firstDay: string): string {
  return format.format(new Date(`${firstDay}T00:00:00Z`)).replace('Sept', 'Sep');
}
