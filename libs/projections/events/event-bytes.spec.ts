import { encodeEvent, messageSent, PlainReader, storedEvent, type StoredEvent } from '@plumbline/events';
import fc from 'fast-check';
import { eventBytes } from './event-bytes';
import { eventsProjection } from './events.projection';

const text = fc.stringMatching(/^[\w /:.-]{0,20}$/);
const events = fc.record({
  id: text,
  source: text,
  recordId: text,
  recordVersion: fc.nat(),
  retracted: fc.boolean(),
  recordedAt: fc.nat(),
  patient: fc.oneof(fc.constant(undefined), text, fc.string({ maxLength: 5 })),
  clinician: fc.constantFrom(undefined, 'K-000000000000'),
  position: fc.nat(),
});

it('copies the very row that is put together as text', () => {
  const reader = new PlainReader();
  let copied = 0;
  fc.assert(
    fc.property(events, ({ patient, clinician, position, ...event }) => {
      const occurred = { instant: 1_767_225_600_000, precision: 'minute', zone: 'Europe/London' } as const;
      const data = { ...(clinician === undefined ? {} : { clinician }), ...(patient === undefined ? {} : { patient }) };
      const bytes = encodeEvent(storedEvent(messageSent, { ...event, occurred, ingestedAt: 5, data }));
      const plain = reader.read(bytes);
      if (plain === undefined) return;
      const logged = { ...plain, partition: 3, position };
      const most = eventBytes.atMost(logged);
      if (most === 0) return;
      copied += 1;
      const into = Buffer.alloc(most + 7, 0xff);
      const end = eventBytes.write(logged, into, 7);
      expect(end - 7).toBeLessThanOrEqual(most);
      const stored = JSON.parse(bytes.toString('utf8')) as StoredEvent;
      expect(into.toString('utf8', 7, end)).toBe(
        eventsProjection.row({ event: plain.event, dataText: plain.dataText, stored, partition: 3, position }),
      );
    }),
    { numRuns: 1_000 },
  );
  expect(copied).toBeGreaterThan(500);
});
