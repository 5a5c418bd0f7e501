import { DAY, HOUR, MINUTE } from './time';

/** `10:22:` for every minute of a day, `09.` for every second of a minute, `374Z` for every millisecond of a second. */
const minutes = Array.from({ length: 1_440 }, (_, value) => `${pad(Math.floor(value / 60), 2)}:${pad(value % 60, 2)}:`);
const seconds = Array.from({ length: 60 }, (_, value) => `${pad(value, 2)}.`);
const milliseconds = Array.from({ length: 1_000 }, (_, value) => `${pad(value, 3)}Z`);
const dates = new Map<number, string>();

/** RFC 3339 in UTC with milliseconds. Written for every event three times, so dates are kept and the rest is put together. */
export function isoInstant(instant: number): string {
  const day = Math.floor(instant / DAY);
  let date = dates.get(day);
  if (date === undefined) {
    date = new Date(day * DAY).toISOString().slice(0, -'00:00:00.000Z'.length);
    if (dates.size >= 4_000) dates.clear();
    dates.set(day, date);
  }
  const within = Math.floor(instant - day * DAY);
  const minute = Math.floor(within / MINUTE);
  const rest = within - minute * MINUTE;
  const second = Math.floor(rest / 1_000);
  return `${date}${minutes[minute] ?? ''}${seconds[second] ?? ''}${milliseconds[rest - second * 1_000] ?? ''}`;
}

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

const LENGTH = '2026-01-01T00:00:00.000Z'.length;
const ZERO = 48;

/** The number that `count` digits from `from` on write; NaN where one of them is no digit. */
function digits(text: string, from: number, count: number): number {
  let number = 0;
  for (let index = from; index < from + count; index += 1) {
    const digit = text.charCodeAt(index) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
/** Days of the year before each month of a year that is none of leap. */
const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/** Days from 1970-01-01 to a date; NaN for a date that is not in the calendar. */
function dayNumber(year: number, month: number, day: number): number {
  const leap = isLeap(year) ? 1 : 0;
  const before = (BEFORE_MONTH[month - 1] ?? Number.NaN) + (month > 2 ? leap : 0);
  const next = (BEFORE_MONTH[month] ?? Number.NaN) + (month >= 2 ? leap : 0);
  if (!(day >= 1 && day <= next - before)) return Number.NaN;
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  return past * 365 + leapDays - 719_162 + before + day - 1;
}

/**
 * The instant of a text that {@link isoInstant} would write, `2026-03-03T18:04:00.000Z`; NaN for every other text, so that whoever gets
 * a number may keep the text as it is. Most times of most sources are written so, and the engine's own parser takes three times as long.
 */
export function instantOfIso(text: string): number {
  if (text.length !== LENGTH || text[4] !== '-' || text[7] !== '-' || text[10] !== 'T') return Number.NaN;
  if (text[13] !== ':' || text[16] !== ':' || text[19] !== '.' || text[23] !== 'Z') return Number.NaN;
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  if (!(hour < 24 && minute < 60 && second < 60)) return Number.NaN;
  const day = dayNumber(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
  return day * DAY + hour * HOUR + minute * MINUTE + second * 1_000 + digits(text, 20, 3);
}
