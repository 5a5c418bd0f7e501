import fc from 'fast-check';
import { decodeEvent, encodeEvent, storedEvent } from './codec';
import { messageSent } from './messaging';
import { PlainReader } from './plain-reader';
import { receivingHead, textBeforeReceiving } from './stored-text';

const ascii = fc.string({ unit: 'grapheme-ascii', maxLength: 12 });
const anyText = fc.oneof(ascii, fc.string({ unit: 'binary', maxLength: 6 }));
const plainText = fc.stringMatching(/^[\w /:.-]{0,20}$/);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const instants = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2199, 11, 31) });

const eventsOf = (text: fc.Arbitrary<string>) =>
  fc.record({
    id: text,
    source: text,
    recordId: maybe(text),
    recordVersion: maybe(fc.nat()),
    retracted: maybe(fc.boolean()),
    correlationId: maybe(text),
    causationId: maybe(text),
    time: instants,
    recordedAt: instants,
    zone: fc.oneof(fc.constant('Europe/London'), text),
    data: fc.record(
      { clinician: fc.constantFrom('K-000000000000', 'K-0123456789AB'), patient: text, note: fc.jsonValue(), retracted: fc.boolean() },
      { requiredKeys: [] },
    ),
  });

type Given = typeof eventsOf extends (text: never) => fc.Arbitrary<infer Event> ? Event : never;

function bytesOf({ time, zone, ...event }: Given): Buffer {
  const given = Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined)) as typeof event;
  const occurred = { instant: time, precision: 'minute', zone } as const;
  return encodeEvent(storedEvent(messageSent, { ...given, occurred, ingestedAt: 1_767_225_600_123 } as never));
}

/** What the general reader makes of the bytes, or that it refuses them. */
function general(bytes: Buffer): unknown {
  try {
    return decodeEvent(bytes);
  } catch {
    return 'refused';
  }
}

const BEFORE_DATA = ',"datacontenttype":"application/json","data":';

function expectSame(reader: PlainReader, bytes: Buffer): boolean {
  const plain = reader.read(bytes);
  if (plain === undefined) return false;
  expect(plain.event).toEqual(general(bytes));
  const text = bytes.toString('utf8');
  expect(plain.dataText).toBe(text.slice(text.indexOf(BEFORE_DATA) + BEFORE_DATA.length, -1));
  return true;
}

describe('the reader of what was stored plainly', () => {
  const reader = new PlainReader();

  it('reads every plain event, and as the general reader does', () => {
    fc.assert(
      fc.property(eventsOf(plainText), (event) => {
        const isAscii = /^[ -~]*$/.test(JSON.stringify(event.data));
        expect(expectSame(reader, bytesOf(event))).toBe(isAscii);
      }),
      { numRuns: 500 },
    );
  });

  it('reads any event as the general reader does, or leaves it to that', () => {
    fc.assert(
      fc.property(eventsOf(anyText), (event) => void expectSame(reader, bytesOf(event))),
      { numRuns: 500 },
    );
  });

  it('reads what ingestion writes', () => {
    const time = '2026-03-03T18:04:00.000Z';
    const text = textBeforeReceiving(messageSent, {
      ...{ id: 'message-1', source: 'portal', time, precision: 'second', zone: 'Europe/London', recordedTime: time, recordId: undefined },
      ...{ recordVersion: undefined, retracted: true, correlationId: undefined, causationId: 'message-0', partitionKey: 'K-000000000000' },
      data: '{"clinician":"K-000000000000"}',
    });
    expect(expectSame(reader, Buffer.from(receivingHead(time) + text.slice(1)))).toBe(true);
  });

  it('never reads more than the general reader, however the bytes are damaged', () => {
    const damage = fc.record({ at: fc.nat(), remove: fc.nat(3), insert: fc.uint8Array({ maxLength: 2 }) });
    const telling = fc.record({
      at: fc.nat(),
      remove: fc.nat(1),
      insert: fc.constantFrom(...'"\\{}[],:0Zé\u0000 '.split('').map((unit) => Buffer.from(unit))),
    });
    let read = 0;
    fc.assert(
      fc.property(eventsOf(plainText), fc.oneof(damage, telling), (event, { at, remove, insert }) => {
        const bytes = bytesOf(event);
        const place = at % (bytes.length + 1);
        const damaged = Buffer.concat([bytes.subarray(0, place), insert, bytes.subarray(place + remove)]);
        if (expectSame(reader, damaged)) read += 1;
      }),
      { numRuns: 3_000 },
    );
    // Some damage makes another event that is as plain.
    expect(read).toBeGreaterThan(0);
  });

  it('leaves what is stored under another version to the upcasters', () => {
    const event = { id: 'a', source: 'b', time: 0, recordedAt: 0, zone: 'UTC', data: {} } as Given;
    const other = Buffer.from(bytesOf(event).toString('utf8').replace('"dataversion":1', '"dataversion":2'));
    expect(reader.read(bytesOf(event))).toBeDefined();
    expect(reader.read(other)).toBeUndefined();
  });
});
