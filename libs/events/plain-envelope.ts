import { isAscii } from 'node:buffer';

/**
 * The values of an envelope in the order in which they are stored, each behind the text that always stands before it. What is stored by
 * `textBeforeReceiving` has this form; every other is read by the general reader.
 */
const BEFORE = {
  ingestedTime: '{"ingestedtime":"',
  id: '","specversion":"1.0","id":"',
  source: '","source":"',
  type: '","type":"',
  dataVersion: '","dataversion":',
  time: ',"time":"',
  precision: '","timeprecision":"',
  zone: '","timezone":"',
  recordedTime: '","recordedtime":"',
  recordId: '","recordid":"',
  recordVersion: '","recordversion":',
  partitionKey: ',"partitionkey":"',
  correlationId: '","correlationid":"',
  causationId: '","causationid":"',
  data: '","datacontenttype":"application/json","data":',
} as const;
const RETRACTED = Buffer.from(',"retracted":true');

export type PlainField = keyof typeof BEFORE;

const FIELDS = Object.keys(BEFORE) as readonly PlainField[];
const before = Object.fromEntries(FIELDS.map((field) => [field, Buffer.from(BEFORE[field])])) as Readonly<Record<PlainField, Buffer>>;

/** Where each value stands, as the number of its place in the arrays of a {@link PlainEnvelope}. */
export const PLAIN = Object.fromEntries(FIELDS.map((field, place) => [field, place])) as Readonly<Record<PlainField, number>>;

const QUOTE = 0x22;
/** 1 for each byte that can stand in a text as it is; a quotation mark ends it, and all others have to be escaped. */
const STANDS = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x20 && byte !== QUOTE && byte !== 0x5c ? 1 : 0));
const ZERO = 0x30;
const NINE = 0x39;
const BRACE = 0x7d;
/** So many digits are always an exact number. */
const MAX_DIGITS = 15;

function isAt(bytes: Uint8Array, at: number, expected: Uint8Array): boolean {
  for (let index = 0; index < expected.length; index += 1) if (bytes[at + index] !== expected[index]) return false;
  return true;
}

/**
 * Finds the values of a stored event in its bytes without making texts of them. It takes envelopes of the one form that this platform writes,
 * in ASCII, where nothing had to be escaped, so that the bytes between two quotation marks are the value; the data may be any JSON in ASCII.
 */
export class PlainEnvelope {
  bytes: Buffer = Buffer.alloc(0);
  retracted = false;
  hasCausation = false;
  /** Where each value begins and ends; by {@link PLAIN}. They hold until the next one is looked at. */
  readonly starts = new Int32Array(FIELDS.length);
  readonly ends = new Int32Array(FIELDS.length);

  /** Looks at the bytes; false where they are not plain. */
  look(bytes: Buffer): boolean {
    if (!isAscii(bytes)) return false;
    this.bytes = bytes;
    const { ingestedTime, id, source, type, dataVersion, time, precision, zone, recordedTime, recordId, recordVersion } = PLAIN;
    let at = this.text(0, before.ingestedTime, ingestedTime);
    at = this.text(at, before.id, id);
    at = this.text(at, before.source, source);
    at = this.text(at, before.type, type);
    at = this.number(at, before.dataVersion, dataVersion);
    at = this.text(at, before.time, time);
    at = this.text(at, before.precision, precision);
    at = this.text(at, before.zone, zone);
    at = this.text(at, before.recordedTime, recordedTime);
    at = this.text(at, before.recordId, recordId);
    at = this.number(at, before.recordVersion, recordVersion);
    if (at < 0) return false;
    this.retracted = isAt(bytes, at, RETRACTED);
    if (this.retracted) at += RETRACTED.length;
    at = this.text(at, before.partitionKey, PLAIN.partitionKey);
    at = this.text(at, before.correlationId, PLAIN.correlationId);
    if (at < 0) return false;
    this.hasCausation = isAt(bytes, at, before.causationId);
    if (this.hasCausation) at = this.text(at, before.causationId, PLAIN.causationId);
    return at >= 0 && this.data(at);
  }

  /** True where two values have the same bytes. */
  same(one: number, other: number): boolean {
    const { bytes, starts, ends } = this;
    const from = starts[one] ?? 0;
    const length = (ends[one] ?? 0) - from;
    const otherFrom = starts[other] ?? 0;
    if ((ends[other] ?? 0) - otherFrom !== length) return false;
    for (let index = 0; index < length; index += 1) if (bytes[from + index] !== bytes[otherFrom + index]) return false;
    return true;
  }

  textOf(place: number): string {
    return this.bytes.toString('latin1', this.starts[place], this.ends[place]);
  }

  numberOf(place: number): number {
    return Number(this.textOf(place));
  }

  /** Where the value ends that begins behind `opening`; below 0 where there is none. */
  private text(at: number, opening: Uint8Array, place: number): number {
    const { bytes } = this;
    if (at < 0 || !isAt(bytes, at, opening)) return -1;
    const from = at + opening.length;
    const { length } = bytes;
    let end = from;
    while (end < length && STANDS[bytes[end] ?? 0] === 1) end += 1;
    if (bytes[end] !== QUOTE) return -1;
    this.starts[place] = from;
    this.ends[place] = end;
    return end;
  }

  private number(at: number, opening: Uint8Array, place: number): number {
    const { bytes } = this;
    if (at < 0 || !isAt(bytes, at, opening)) return -1;
    const from = at + opening.length;
    let end = from;
    for (let byte = bytes[end] ?? 0; byte >= ZERO && byte <= NINE; byte = bytes[end] ?? 0) end += 1;
    const digits = end - from;
    if (digits === 0 || digits > MAX_DIGITS || (digits > 1 && bytes[from] === ZERO)) return -1;
    this.starts[place] = from;
    this.ends[place] = end;
    return end;
  }

  private data(at: number): boolean {
    const { bytes } = this;
    if (!isAt(bytes, at, before.data)) return false;
    const from = at + before.data.length;
    const end = bytes.length - 1;
    if (from >= end || bytes[end] !== BRACE) return false;
    this.starts[PLAIN.data] = from;
    this.ends[PLAIN.data] = end;
    return true;
  }
}
