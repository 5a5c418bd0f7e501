import fc from 'fast-check';
import { isZone, isoInstant } from './time';

it('writes instants as the engine does', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }), (date) => {
      expect(isoInstant(date.getTime())).toBe(date.toISOString());
    }),
  );
});

it('knows zones, also when it is asked again', () => {
  for (const name of ['Europe/London', 'Europe/London', 'UTC', 'America/New_York']) expect(isZone(name)).toBe(true);
  for (const name of ['Mars/Olympus', 'Mars/Olympus', '', '+25:00']) expect(isZone(name)).toBe(false);
});
