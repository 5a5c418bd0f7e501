import { DAY, dayOfIsoDate, startOfLocalDay, zoneOffset, type OccurredTime, type Precision, type Problem, MINUTE } from '@plumbline/kernel';

export type ReadTime = { readonly ok: true; readonly time: OccurredTime } | { readonly ok: false; readonly problem: Problem };

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?\s*([Zz]|[+-]\d{2}:?\d{2})?$/;

const unreadable = (reason: string): ReadTime => ({
  ok: false,
  problem: { code: 'time.unreadable', reason, remedy: 'Write times as RFC 3339, such as 2026-03-03T18:04:00+01:00.' },
});

/** The instant of a wall-clock reading in a zone; where a clock change skips it, the instant after the gap. */
export function instantOfWall(wall: number, zone: string): number {
  const first = wall - zoneOffset(wall, zone);
  return wall - zoneOffset(first, zone);
}

function dayOf(date: string): number | undefined {
  try {
    return dayOfIsoDate(date);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Reads an RFC 3339 time or an ISO date. A time without an offset is local to `zone`; a date has the precision of a day. */
export function readIsoTime(text: string, zone: string): ReadTime {
  if (DATE.test(text)) {
    const day = dayOf(text);
    return day === undefined
      ? unreadable('This date is not in the calendar.')
      : { ok: true, time: { instant: startOfLocalDay(day, zone), precision: 'day', zone } };
  }
  if (/^\d{4}(-\d{2})?$/.test(text)) {
    return {
      ok: false,
      problem: {
        code: 'time.too-coarse',
        reason: 'Only the year or the month is known.',
        remedy: 'Give at least the date; patterns look at days.',
      },
    };
  }
  const match = DATE_TIME.exec(text);
  if (match === null) return unreadable('This is no date and no time.');
  const [, date = '', hour = '', minute = '', second, fraction, offset] = match;
  const day = dayOf(date);
  if (day === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) {
    return unreadable('This time is not in the calendar.');
  }
  const milliseconds = Math.floor(Number(`0${fraction ?? ''}`) * 1_000);
  const wall = day * DAY + Number(hour) * 60 * MINUTE + Number(minute) * MINUTE + Math.min(59, Number(second ?? 0)) * 1_000 + milliseconds;
  const precision: Precision = second === undefined ? 'minute' : fraction === undefined ? 'second' : 'millisecond';
  return { ok: true, time: { instant: instantOf(wall, offset, zone), precision, zone } };
}

function instantOf(wall: number, offset: string | undefined, zone: string): number {
  if (offset === undefined) return instantOfWall(wall, zone);
  if (offset === 'Z' || offset === 'z') return wall;
  const digits = offset.slice(1).replace(':', '');
  const ahead = (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * MINUTE;
  return offset.startsWith('-') ? wall + ahead : wall - ahead;
}
