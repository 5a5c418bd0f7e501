import { CloudEvent, Kafka } from 'cloudevents';
import { bindMessage } from './message-binding';

const DATA = { clinician: 'dr-1', patient: 'pat-1' };
const BINARY = {
  ce_specversion: '1.0',
  ce_id: '1',
  ce_source: 'ehr',
  ce_type: 'relationships.care-started',
  ce_time: '2026-03-01T10:00:00+01:00',
};

const bind = (headers: Record<string, string | string[]>, value: string | Buffer | null = JSON.stringify(DATA)) =>
  bindMessage({ headers, value: typeof value === 'string' ? Buffer.from(value) : value });
const structuredOf = (bound: ReturnType<typeof bindMessage>): unknown => JSON.parse(Buffer.from(bound.structured()).toString());

it('reads binary mode: attributes from ce_ headers, the type of the data from content-type, other headers left alone', () => {
  const bound = bind({ ...BINARY, ce_recordversion: '2', 'content-type': 'application/json; charset=utf-8', traceparent: '00-ab' });
  const event = {
    specversion: '1.0',
    id: '1',
    source: 'ehr',
    type: 'relationships.care-started',
    time: '2026-03-01T10:00:00+01:00',
    recordversion: '2',
    datacontenttype: 'application/json; charset=utf-8',
    data: DATA,
  };
  expect(bound.event).toEqual({ ok: true, value: event });
  expect(structuredOf(bound)).toEqual(event);
});

it('reads structured mode as it came, also where attributes stand in headers besides', () => {
  const event = { specversion: '1.0', id: '1', source: 'ehr', type: 'x', data: DATA };
  const bound = bind({ 'content-type': 'application/cloudevents+json', ce_source: 'pharmacy' }, `\n${JSON.stringify(event, null, 2)}`);
  expect(bound.event).toEqual({ ok: true, value: event });
});

it.each([
  ['structured', Kafka.structured],
  ['binary', Kafka.binary],
] as const)('reads what the library of CloudEvents writes in %s mode', (_, write) => {
  const event = new CloudEvent({ id: '1', source: 'ehr', type: 'x', time: '2026-03-01T09:00:00.000Z', data: DATA });
  const { headers, value } = write(event);
  const bound = bindMessage({
    headers: headers,
    value: Buffer.from(JSON.stringify(value).replace(/^"(.*)"$/, (text) => JSON.parse(text) as string)),
  });
  expect(bound.event).toMatchObject({
    ok: true,
    value: { id: '1', source: 'ehr', type: 'x', time: '2026-03-01T09:00:00.000Z', data: DATA },
  });
});

it.each([
  ['broken data', { ...BINARY }, '{"clinician":', 'input.not-json'],
  ['data that closes the object and goes on', { ...BINARY }, '{},"source":"pharmacy"', 'input.not-json'],
  ['data with a key that reaches for the prototype', { ...BINARY }, '{"__proto__":{}}', 'input.hostile-key'],
  ['data that is no text', { ...BINARY }, Buffer.from([0xff, 0xfe, 0x00]), 'input.encoding'],
  ['data of another kind', { ...BINARY, 'content-type': 'text/plain' }, 'hello', 'event.invalid'],
  ['an attribute given twice', { ...BINARY, ce_source: ['ehr', 'pharmacy'] }, '{}', 'event.invalid'],
  ['a content-type given twice', { ...BINARY, 'content-type': ['application/json', 'text/plain'] }, '{}', 'event.invalid'],
  ['a bare JSON text', {}, '{}', 'input.content-mode'],
  ['a batch, which Kafka has no mode for', { 'content-type': 'application/cloudevents-batch+json' }, '[]', 'input.content-mode'],
  ['a broken structured event', { 'content-type': 'application/cloudevents+json' }, '{', 'input.not-json'],
] as const)('refuses %s', (_, headers, value, code) => {
  const bound = bind(headers as Record<string, string | string[]>, value);
  expect(bound.event).toMatchObject({ ok: false, problem: { code } });
});

it('keeps a broken message in structured form, so that it can be mended with its attributes', () => {
  expect(structuredOf(bind(BINARY, '{"clinician":'))).toMatchObject({ id: '1', source: 'ehr', data: '{"clinician":' });
  expect(structuredOf(bind(BINARY, Buffer.from([0xff])))).toMatchObject({ id: '1', data_base64: '/w==' });
});

it('reads a message without a value as an event without data', () => {
  const bound = bind(BINARY, null);
  expect(bound.event).toMatchObject({ ok: true, value: { id: '1' } });
  expect(structuredOf(bound)).not.toHaveProperty('data');
});
