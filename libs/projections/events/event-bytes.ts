import { EVERY_PARTITION, PLAIN, type PlainEnvelope } from '@plumbline/events';
import type { LoggedEvent, RowBytes } from '../projection';

const COMMA = 0x2c;
const QUOTE = 0x22;
const OPENING = 0x5b;
const CLOSING = 0x5d;
const ZERO = 0x30;
/** Of partition, position, commas, quotation marks and the two brackets; every value beside them stands in the stored bytes, the patient once more. */
const AROUND = 96;
/** What needs no escape and stands in one byte: all pseudonyms do. */
const PLAIN_TEXT = /^[ !#-[\]-~]*$/;

const patientOf = ({ event }: LoggedEvent): string => {
  const { patient } = event.data;
  return typeof patient === 'string' ? patient : '';
};

/** Writes the row of an event that was stored plainly: values are copied as they stand, without becoming texts in between. */
export const eventBytes: RowBytes<'events'> = {
  atMost(item) {
    const { envelope } = item;
    const patient = patientOf(item);
    return envelope === undefined || !PLAIN_TEXT.test(patient) ? 0 : envelope.bytes.length + patient.length + AROUND;
  },
  write(item, into, start) {
    const { envelope, event, partition, position } = item;
    if (envelope === undefined) throw new RangeError('only an event that was stored plainly has its row in its bytes');
    let at = start;
    into[at++] = OPENING;
    at = wholeNumber(partition, into, at);
    into[at++] = COMMA;
    at = wholeNumber(position, into, at);
    at = quoted(envelope, PLAIN.id, into, at);
    at = quoted(envelope, PLAIN.source, into, at);
    at = quoted(envelope, PLAIN.type, into, at);
    at = bare(envelope, PLAIN.dataVersion, into, at);
    at = event.partitionKey === EVERY_PARTITION ? quotedText('', into, at) : quoted(envelope, PLAIN.partitionKey, into, at);
    at = quotedText(patientOf(item), into, at);
    at = dateTime(envelope, PLAIN.time, into, at);
    at = quoted(envelope, PLAIN.precision, into, at);
    at = quoted(envelope, PLAIN.zone, into, at);
    at = dateTime(envelope, PLAIN.recordedTime, into, at);
    at = dateTime(envelope, PLAIN.ingestedTime, into, at);
    at = quoted(envelope, PLAIN.recordId, into, at);
    at = bare(envelope, PLAIN.recordVersion, into, at);
    into[at++] = COMMA;
    into[at++] = envelope.retracted ? ZERO + 1 : ZERO;
    into[at++] = COMMA;
    at += envelope.bytes.copy(into, at, envelope.starts[PLAIN.data], envelope.ends[PLAIN.data]);
    into[at++] = CLOSING;
    return at;
  },
};

function copied(bytes: Uint8Array, from: number, to: number, into: Buffer, start: number): number {
  let at = start;
  for (let index = from; index < to; index += 1) into[at++] = bytes[index] ?? 0;
  return at;
}

/** Behind a comma. */
function bare({ bytes, starts, ends }: PlainEnvelope, place: number, into: Buffer, at: number): number {
  into[at] = COMMA;
  return copied(bytes, starts[place] ?? 0, ends[place] ?? 0, into, at + 1);
}

/** Behind a comma, with the quotation marks that stand around it. */
function quoted({ bytes, starts, ends }: PlainEnvelope, place: number, into: Buffer, at: number): number {
  into[at] = COMMA;
  return copied(bytes, (starts[place] ?? 0) - 1, (ends[place] ?? 0) + 1, into, at + 1);
}

/** Behind a comma, without the letter of the zone: the engine reads such a text digit by digit. */
function dateTime({ bytes, starts, ends }: PlainEnvelope, place: number, into: Buffer, at: number): number {
  into[at] = COMMA;
  const end = copied(bytes, (starts[place] ?? 0) - 1, (ends[place] ?? 0) - 1, into, at + 1);
  into[end] = QUOTE;
  return end + 1;
}

/** Behind a comma. */
function quotedText(text: string, into: Buffer, start: number): number {
  let at = start;
  into[at++] = COMMA;
  into[at++] = QUOTE;
  for (let index = 0; index < text.length; index += 1) into[at++] = text.charCodeAt(index);
  into[at++] = QUOTE;
  return at;
}

function wholeNumber(value: number, into: Buffer, start: number): number {
  const digits = String(value);
  let at = start;
  for (let index = 0; index < digits.length; index += 1) into[at++] = digits.charCodeAt(index);
  return at;
}
