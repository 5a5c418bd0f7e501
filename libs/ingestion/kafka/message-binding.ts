import { isUtf8 } from 'node:buffer';
import type { Problem } from '@plumbline/kernel';
import type { IHeaders, KafkaMessage } from 'kafkajs';
import { encodingProblem, withoutMark } from '../core/input';
import { parseJson, type Parsed } from '../core/parse-json';

/** A Kafka message as a CloudEvent, after the Kafka protocol binding 1.0.2. */
export interface BoundMessage {
  /** The event in structured form, or why the message holds none. */
  readonly event: Parsed;
  /** The message in structured form, as quarantine keeps it and a replay reads it. Also where it holds no event. */
  readonly structured: () => Uint8Array;
}

const ATTRIBUTE = /^ce_([a-z0-9]+)$/;
const STRUCTURED = 'application/cloudevents+json';
const JSON_TYPE = /^(application\/json|[\w.+-]+\/[\w.+-]+\+json)$/;

const refused = (code: Problem['code'], reason: string, remedy: string, place?: string): Parsed => ({
  ok: false,
  problem: { code, reason, remedy, ...(place === undefined ? {} : { place }) },
});

/** The text of a header; undefined where it is missing, `null` where it was given more than once, so that nobody knows which one counts. */
function headerOf(headers: IHeaders | undefined, name: string): string | null | undefined {
  const value = headers?.[name];
  if (Array.isArray(value)) return null;
  return value === undefined ? undefined : value.toString();
}

const mediaTypeOf = (contentType: string): string => contentType.split(';')[0]?.trim().toLowerCase() ?? '';

function parseText(bytes: Uint8Array): Parsed {
  if (!isUtf8(bytes)) return { ok: false, problem: encodingProblem(bytes) };
  return parseJson(withoutMark(Buffer.from(bytes).toString('utf8')));
}

/** Reads a message in structured or binary content mode. Pure; the attributes are judged afterwards, as for every other door. */
export function bindMessage({ headers, value }: Pick<KafkaMessage, 'headers' | 'value'>): BoundMessage {
  const bytes = value ?? Buffer.alloc(0);
  const contentType = headerOf(headers, 'content-type');
  if (contentType === null) return { event: givenTwice('content-type'), structured: () => bytes };
  const mediaType = contentType === undefined ? undefined : mediaTypeOf(contentType);
  if (mediaType === STRUCTURED) return { event: parseText(bytes), structured: () => bytes };
  if (mediaType?.startsWith('application/cloudevents') === true || headers?.['ce_specversion'] === undefined) {
    return {
      event: refused(
        'input.content-mode',
        'The message is no CloudEvent in structured or binary mode.',
        `Send ${STRUCTURED} as the header content-type, or the attributes as headers that begin with ce_.`,
      ),
      structured: () => bytes,
    };
  }
  return bindBinary(headers, bytes, contentType, value === null);
}

const givenTwice = (name: string): Parsed =>
  refused('event.invalid', `The header ${name} is given more than once.`, 'Give each attribute once.', `/${name.replace(/^ce_/, '')}`);

function bindBinary(headers: IHeaders, bytes: Buffer, contentType: string | undefined, isEmpty: boolean): BoundMessage {
  const attributes: Record<string, unknown> = {};
  let twice: string | undefined;
  for (const name of Object.keys(headers)) {
    const attribute = ATTRIBUTE.exec(name)?.[1];
    if (attribute === undefined) continue;
    const value = headerOf(headers, name);
    if (value === null) twice ??= name;
    else attributes[attribute] = value;
  }
  if (contentType !== undefined) attributes['datacontenttype'] = contentType;
  const data = dataOf(bytes, contentType);
  const structured = (): Uint8Array => Buffer.from(JSON.stringify({ ...attributes, ...carried(bytes, data, isEmpty) }));
  if (twice !== undefined) return { event: givenTwice(twice), structured };
  if (isEmpty) return { event: { ok: true, value: attributes }, structured };
  return { event: data.ok ? { ok: true, value: { ...attributes, data: data.value } } : data, structured };
}

function dataOf(bytes: Buffer, contentType: string | undefined): Parsed {
  if (contentType !== undefined && !JSON_TYPE.test(mediaTypeOf(contentType))) {
    return refused('event.invalid', 'The data is not JSON, as its content-type says.', 'Send the data as JSON.', '/datacontenttype');
  }
  const parsed = parseText(bytes);
  return parsed.ok ? parsed : { ok: false, problem: { ...parsed.problem, place: '/data' } };
}

/** The data as structured form has it: JSON where it is that, otherwise a text that a person can mend, and base 64 for what is no text. */
function carried(bytes: Buffer, data: Parsed, isEmpty: boolean): Readonly<Record<string, unknown>> {
  if (isEmpty) return {};
  if (data.ok) return { data: data.value };
  return isUtf8(bytes) ? { data: bytes.toString('utf8') } : { data_base64: bytes.toString('base64') };
}
