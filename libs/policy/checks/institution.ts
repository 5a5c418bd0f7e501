import { isZone } from '@plumbline/kernel';
import { WEEKDAYS, type Institution, type PolicyDocument, type Weekday } from '../document';
import { isCountry, isRegion } from '../holidays';
import { spanOf } from '../local-hours';
import type { Fault } from './shape';

/** A century of holidays is some 800 dates; more years are a slip of the keyboard. */
const MAX_YEARS = 100;

const currencies = new Set(Intl.supportedValuesOf('currency'));

function checkDay(day: Weekday, hours: readonly string[]): readonly Fault[] {
  const faults: Fault[] = [];
  const spans = hours.map((text, index) => ({ ...spanOf(text), index, text }));
  for (const span of spans) {
    if (span.from < span.to) continue;
    faults.push({
      code: 'policy.empty-hours',
      path: ['institution', 'hours', day, span.index],
      reason: `The hours ${span.text} end before they begin.`,
      remedy: 'Write hours past midnight as two entries, such as 22:00-24:00 and, on the next day, 00:00-06:00.',
    });
  }
  const sorted = spans.filter((span) => span.from < span.to).sort((left, right) => left.from - right.from);
  for (const [index, span] of sorted.entries()) {
    const earlier = sorted[index - 1];
    if (earlier === undefined || span.from >= earlier.to) continue;
    faults.push({
      code: 'policy.overlapping-hours',
      path: ['institution', 'hours', day, span.index],
      reason: `On ${day} the hours ${span.text} overlap ${earlier.text}.`,
      remedy: 'Join the two entries or make the one begin where the other ends.',
    });
  }
  return faults;
}

function checkHolidays({ holidays }: Institution): readonly Fault[] {
  const faults: Fault[] = [];
  const at = ['institution', 'holidays'];
  const { country, region, years } = holidays;
  if (years.to < years.from || years.to - years.from >= MAX_YEARS) {
    const reason = `The holidays are asked for from ${String(years.from)} to ${String(years.to)}.`;
    faults.push({
      code: 'policy.holiday-years',
      path: [...at, 'years'],
      reason,
      remedy: 'Name the first year, then the last, at most 100.',
    });
  }
  if (country !== undefined && !isCountry(country)) {
    const reason = `No holiday calendar is known for the country ${country}.`;
    faults.push({
      code: 'policy.unknown-country',
      path: [...at, 'country'],
      reason,
      remedy: 'Use the two letters of ISO 3166-1, or list the dates under `extra`.',
    });
  } else if (region !== undefined && (country === undefined || !isRegion(country, region))) {
    const reason = `No holiday calendar is known for the region ${region}.`;
    faults.push({
      code: 'policy.unknown-region',
      path: [...at, 'region'],
      reason,
      remedy: 'Use the second part of the ISO 3166-2 code, such as ENG, beside its country.',
    });
  }
  return faults;
}

/** Zone, currency, opening hours and holidays. */
export function checkInstitution({ institution }: PolicyDocument): readonly Fault[] {
  const faults: Fault[] = [];
  if (!isZone(institution.zone)) {
    const reason = `The time zone ${institution.zone} is not known.`;
    faults.push({ code: 'policy.unknown-zone', path: ['institution', 'zone'], reason, remedy: 'Use an IANA name such as Europe/London.' });
  }
  if (!currencies.has(institution.currency)) {
    const reason = `The currency ${institution.currency} is not known.`;
    faults.push({
      code: 'policy.unknown-currency',
      path: ['institution', 'currency'],
      reason,
      remedy: 'Use an ISO 4217 code such as GBP.',
    });
  }
  for (const day of WEEKDAYS) faults.push(...checkDay(day, institution.hours[day]));
  faults.push(...checkHolidays(institution));
  return faults;
}
