import fc from 'fast-check';
import { IANAZone } from 'luxon';
import { DAY, HOUR, MINUTE, dayOfIsoDate, isoDate, localTime, startOfLocalDay, zoneOffset } from './time';

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

  it('knows the offset of every zone at every minute', () => {
    const known = Intl.supportedValuesOf('timeZone');
    const end = Date.UTC(2040, 0, 1) / MINUTE;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: end }), fc.constantFrom(...known), (minutes, zone) => {
        const instant = minutes * MINUTE;
        return zoneOffset(instant, zone) === IANAZone.create(zone).offset(instant) * MINUTE;
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['Europe/London', 2026],
    ['Africa/Casablanca', 2026],
    ['Australia/Lord_Howe', 2026],
    ['Asia/Kathmandu', 1985],
    ['Pacific/Apia', 2011],
    ['Africa/Cairo', 2014],
  ])('knows on which quarter of an hour %s changed its offset in %i', (zone, year) => {
    const asked = IANAZone.create(zone);
    let changes = 0;
    let before = asked.offset(Date.UTC(year, 0, 1));
    for (let instant = Date.UTC(year, 0, 1); instant < Date.UTC(year + 1, 0, 1); instant += 3 * HOUR) {
      const offset = asked.offset(instant);
      if (offset === before) continue;
      changes += 1;
      before = offset;
      for (let near = instant - 3 * HOUR; near <= instant; near += 5 * MINUTE) {
        expect(zoneOffset(near, zone)).toBe(asked.offset(near) * MINUTE);
      }
    }
    expect(changes).toBeGreaterThan(0);
  });

  it('refuses a zone that is not in the list', () => {
    expect(() => zoneOffset(0, 'Europe/Lundon')).toThrow(RangeError);
  });

  it('refuses a date that is not in the calendar', () => {
    expect(() => dayOfIsoDate('2026-02-30')).toThrow(RangeError);
    expect(isoDate(dayOfIsoDate('2024-02-29'))).toBe('2024-02-29');
    expect(dayOfIsoDate('1970-01-02') * DAY).toBe(DAY);
  });
});
