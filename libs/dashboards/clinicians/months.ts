import { isoDate, localTime } from '@plumbline/kernel';

/** The first days of the last calendar months of a zone, oldest first, the month of `at` being the last. */
export function monthsBefore(at: number, months: number, zone: string): readonly string[] {
  const [year = 0, month = 1] = isoDate(localTime(at, zone).day).split('-').map(Number);
  return Array.from({ length: months }, (_, index) => new Date(Date.UTC(year, month - months + index, 1)).toISOString().slice(0, 10));
}
