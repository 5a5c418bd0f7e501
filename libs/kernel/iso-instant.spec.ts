import fc from 'fast-check';
import { instantOfIso, isoInstant } from './iso-instant';
import { isZone } from './time';

const dates = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true });

it('writes instants as the engine does', () => {
  fc.assert(
    fc.property(dates, (date) => {
      expect(isoInstant(date.getTime())).toBe(date.toISOString());
    }),
  );
});

it('reads what it writes, and nothing that it would write in another way', () => {
  fc.assert(
    fc.property(dates, fc.nat(23), fc.constantFrom(...'0123456789-:.TZ '.split('')), (date, at, unit) => {
      const text = date.toISOString();
      expect(instantOfIso(text)).toBe(date.getTime());
      const changed = text.slice(0, at) + unit + text.slice(at + 1);
      const instant = instantOfIso(changed);
      if (!Number.isNaN(instant)) expect(isoInstant(instant)).toBe(changed);
    }),
    { numRuns: 2_000 },
  );
  for (const text of ['2025-02-29T00:00:00.000Z', '1900-02-29T00:00:00.000Z', '2025-13-01T00:00:00.000Z', '2025-00-10T00:00:00.000Z'])
    expect(instantOfIso(text)).toBeNaN();
  expect(instantOfIso('2024-02-29T23:59:59.999Z')).toBe(Date.UTC(2024, 1, 29, 23, 59, 59, 999));
});

it('knows zones, also when it is asked again', () => {
  for (const name of ['Europe/London', 'Europe/London', 'UTC', 'America/New_York']) expect(isZone(name)).toBe(true);
  for (const name of ['Mars/Olympus', 'Mars/Olympus', '', '+25:00']) expect(isZone(name)).toBe(false);
});
