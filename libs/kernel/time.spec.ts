import fc from 'fast-check';
import { DAY, HOUR, MINUTE, dayOfIsoDate, isoDate, localTime, startOfLocalDay } from './time';

describe('local time', () => {
  it('knows that a night in March lacks an hour in London', () => {
    const day = dayOfIsoDate('2026-03-29');
    expect(startOfLocalDay(day + 1, 'Europe/London') - startOfLocalDay(day, 'Europe/London')).toBe(23 * HOUR);
  });

  it('knows that a night in October has one more', () => {
    const day = dayOfIsoDate('2026-10-25');
    expect(startOfLocalDay(day + 1, 'Europe/London') - startOfLocalDay(day, 'Europe/London')).toBe(25 * HOUR);
  });

  it('finds the first instant of a day that has no midnight', () => {
    const day = dayOfIsoDate('2018-11-04');
    const start = startOfLocalDay(day, 'America/Sao_Paulo');
    expect(localTime(start, 'America/Sao_Paulo')).toMatchObject({ day, minute: 60 });
    expect(localTime(start - 1, 'America/Sao_Paulo').day).toBe(day - 1);
  });

  it('calls 2026-03-03 a Tuesday', () => {
    expect(localTime(Date.parse('2026-03-03T12:00:00Z'), 'Europe/London')).toEqual({
      day: dayOfIsoDate('2026-03-03'),
      minute: 720,
      weekday: 2,
    });
  });

  it('places every instant inside its own local day, in every zone', () => {
    const zones = ['Europe/London', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC'];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 365 * 1_440 }), fc.constantFrom(...zones), (minutes, zone) => {
        const instant = minutes * MINUTE;
        const { day } = localTime(instant, zone);
        const start = startOfLocalDay(day, zone);
        return start <= instant && instant - start < 26 * HOUR && localTime(start, zone).day === day;
      }),
    );
  });

  it('refuses a date that is not in the calendar', () => {
    expect(() => dayOfIsoDate('2026-02-30')).toThrow(RangeError);
    expect(isoDate(dayOfIsoDate('2024-02-29'))).toBe('2024-02-29');
    expect(dayOfIsoDate('1970-01-02') * DAY).toBe(DAY);
  });
});
