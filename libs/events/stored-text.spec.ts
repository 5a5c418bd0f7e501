import { isoInstant } from '@plumbline/kernel';
import fc from 'fast-check';
import { storedEvent } from './codec';
import { messageSent } from './messaging';
import { receivingHead, textBeforeReceiving, withoutReceiving } from './stored-text';

const text = fc.string({ unit: 'binary', maxLength: 12 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const events = fc.record({
  id: text,
  source: text,
  recordId: maybe(text),
  recordVersion: maybe(fc.nat()),
  retracted: maybe(fc.boolean()),
  correlationId: maybe(text),
  causationId: maybe(text),
  recordedAt: fc.nat(),
  clinician: fc.constantFrom(undefined, 'K-000000000000'),
});

it('is what JSON.stringify makes of the stored event, and without the time of receiving it is what the source said', () => {
  fc.assert(
    fc.property(events, ({ clinician, recordedAt, ...event }) => {
      const occurred = { instant: 1_767_225_600_000, precision: 'minute', zone: 'Europe/London' } as const;
      const data = { ...(clinician === undefined ? {} : { clinician }), note: '"ingestedtime":"' };
      const given = Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined)) as { id: string; source: string };
      const stored = JSON.stringify(storedEvent(messageSent, { ...given, occurred, recordedAt, ingestedAt: 5, data }));
      const before = textBeforeReceiving(messageSent, {
        ...event,
        time: isoInstant(occurred.instant),
        precision: occurred.precision,
        zone: occurred.zone,
        recordedTime: isoInstant(recordedAt),
        partitionKey: clinician ?? '*',
        data: JSON.stringify(data),
      });
      expect(receivingHead(isoInstant(5)) + before.slice(1)).toBe(stored);
      expect(withoutReceiving(stored)).toEqual({ text: before, ingestedTime: isoInstant(5) });
      // Logs written earlier have the field after the recorded time.
      const { ingestedtime, ...rest } = JSON.parse(stored) as Record<string, unknown>;
      const earlier = Object.fromEntries(
        Object.entries(rest).flatMap((entry) => (entry[0] === 'recordedtime' ? [entry, ['ingestedtime', ingestedtime]] : [entry])),
      );
      expect(withoutReceiving(JSON.stringify(earlier)).text).toBe(before);
    }),
  );
});
