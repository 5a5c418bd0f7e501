import Holidays from 'date-holidays';
import { DAY, dayOfIsoDate, isoDate } from '@plumbline/kernel';
import type { HolidayCalendar, NamedDate } from './document';

/** Loaded once; the calendars of all countries stand in it. */
const calendars = new Holidays();

export const isCountry = (country: string): boolean => Object.hasOwn(calendars.getCountries(), country);

/** Where a country has no parts, no region is known. */
export function isRegion(country: string, region: string): boolean {
  const states = calendars.getStates(country) as Record<string, string> | undefined;
  return states !== undefined && Object.hasOwn(states, region);
}

/**
 * The holidays of a calendar as explicit dates, in order, one a date. Public holidays only: a bank's or a school's holiday and a mere
 * observance (Valentine's Day) close no clinic. Called when a policy is read or activated and never in a fold.
 */
export function resolveHolidays(calendar: HolidayCalendar): readonly NamedDate[] {
  const names = new Map<string, string>();
  if (calendar.country !== undefined) {
    const source = calendar.region === undefined ? new Holidays(calendar.country) : new Holidays(calendar.country, calendar.region);
    for (let year = calendar.years.from; year <= calendar.years.to; year += 1) {
      for (const holiday of source.getHolidays(year, 'en')) {
        if (holiday.type !== 'public') continue;
        const first = dayOfIsoDate(holiday.date.slice(0, 10));
        const days = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / DAY));
        for (let day = first; day < first + days; day += 1) names.set(isoDate(day), names.get(isoDate(day)) ?? holiday.name);
      }
    }
  }
  for (const date of calendar.except ?? []) names.delete(date);
  for (const { date, name } of calendar.extra ?? []) names.set(date, name);
  return [...names].map(([date, name]) => ({ date, name })).sort((left, right) => (left.date < right.date ? -1 : 1));
}
