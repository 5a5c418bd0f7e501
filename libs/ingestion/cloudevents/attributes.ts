import { instantOfIso, isZone, type Precision, type Problem, type ProblemCode } from '@plumbline/kernel';
import type { EventDraft } from '../core/draft';
import { shapeFor } from '../core/event-shapes';
import { isObject, type JsonObject } from '../core/parse-json';
import type { SourceSettings } from '../core/sources';
import { readIsoTime, type ReadTime } from '../core/times';

export type Drafted = { readonly ok: true; readonly draft: EventDraft } | { readonly ok: false; readonly problem: Problem };

const refused = (code: ProblemCode, reason: string, remedy: string, place: string): Drafted => ({
  ok: false,
  problem: { code, reason, remedy, place },
});

const PRECISIONS: ReadonlySet<unknown> = new Set<Precision>(['day', 'minute', 'second', 'millisecond']);

/** Binary mode carries extensions as texts, structured mode as numbers: both are taken. */
function wholeOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** A source writes under its own name, or under names that begin with it and a slash. */
const mayWriteAs = (source: SourceSettings, claimed: string): boolean => claimed === source.name || claimed.startsWith(`${source.name}/`);

/**
 * Reads the attributes of a CloudEvent 1.0 with our extensions (timeprecision, timezone, recordedtime, recordid, recordversion,
 * retracted, correlationid, causationid, dataversion). Other extensions are allowed by the specification and not kept.
 */
export function draftOf(value: unknown, source: SourceSettings): Drafted {
  if (!isObject(value)) return refused('event.invalid', 'A CloudEvent is a JSON object.', 'Send one object for each event.', '');
  if (value['specversion'] !== '1.0') {
    return refused('event.invalid', 'The attribute specversion is not "1.0".', 'Send CloudEvents 1.0.', '/specversion');
  }
  const { type, id, source: claimed } = value;
  if (typeof type !== 'string') return refused('event.invalid', 'The attribute type is missing.', 'Name the type of the event.', '/type');
  const dataversion = value['dataversion'] === undefined ? undefined : wholeOf(value['dataversion']);
  if (value['dataversion'] !== undefined && dataversion === undefined) {
    return refused(
      'event.invalid',
      'The attribute dataversion is no whole number.',
      'Send the version as in schemas/events.',
      '/dataversion',
    );
  }
  const found = shapeFor(type, dataversion);
  if ('problem' in found) return { ok: false, problem: found.problem };
  if (typeof id !== 'string' || id === '') {
    return refused(
      'event.invalid',
      'The attribute id is missing.',
      'Give each event an id that stays the same when it is sent again.',
      '/id',
    );
  }
  if (typeof claimed !== 'string' || !mayWriteAs(source, claimed)) {
    return refused(
      'source.not-yours',
      'The attribute source names another system than the one that signed in.',
      'Send events under the own name, or sign in as that system.',
      '/source',
    );
  }
  if (!isObject(value['data'])) {
    return refused('event.invalid', 'The data is missing or no JSON object.', 'Send the data as its schema describes it.', '/data');
  }
  return timesOf(value, source, { type, version: found.shape.version, id, source: claimed, data: value['data'] });
}

/** A time, with its text where that is the one that would be stored: nearly all times arrive so, and are read without being taken apart. */
type ReadText = ReadTime & { readonly text?: string };

function readTime(text: string, zone: string): ReadText {
  const instant = instantOfIso(text);
  return Number.isNaN(instant) ? readIsoTime(text, zone) : { ok: true, time: { instant, precision: 'millisecond', zone }, text };
}

type Named = Pick<EventDraft, 'type' | 'version' | 'source' | 'data'> & { readonly id: string };

function timesOf(value: JsonObject, source: SourceSettings, named: Named): Drafted {
  const zone = textOf(value['timezone']) ?? source.zone;
  if (!isZone(zone))
    return refused('time.unknown-zone', 'The time zone is not in the IANA list.', 'Name a zone such as Europe/London.', '/timezone');
  const time = textOf(value['time']);
  if (time === undefined) {
    return refused(
      'time.missing',
      'The attribute time is missing: nobody knows when this happened.',
      'Send the time of the event.',
      '/time',
    );
  }
  const stated = value['timeprecision'];
  if (stated !== undefined && !PRECISIONS.has(stated)) {
    return refused(
      'event.invalid',
      'The attribute timeprecision is unknown.',
      'Send day, minute, second or millisecond.',
      '/timeprecision',
    );
  }
  const read = readTime(time, zone);
  if (!read.ok) return { ok: false, problem: { ...read.problem, place: '/time' } };
  const recorded = textOf(value['recordedtime']);
  const recordedAt = recorded === undefined ? undefined : readTime(recorded, zone);
  if (recordedAt?.ok === false) return { ok: false, problem: { ...recordedAt.problem, place: '/recordedtime' } };
  const times = {
    occurred: stated === undefined ? read.time : { ...read.time, precision: stated as Precision },
    occurredText: read.text,
    recordedAt: recordedAt?.time.instant,
    recordedText: recordedAt?.text,
  };
  return versionsOf(value, named, times);
}

type Times = Pick<EventDraft, 'occurred' | 'occurredText' | 'recordedAt' | 'recordedText'>;

function versionsOf(value: JsonObject, named: Named, times: Times): Drafted {
  const recordVersion = value['recordversion'] === undefined ? undefined : wholeOf(value['recordversion']);
  if (value['recordversion'] !== undefined && recordVersion === undefined) {
    return refused(
      'event.invalid',
      'The attribute recordversion is no whole number.',
      'Number the versions of a record from 1.',
      '/recordversion',
    );
  }
  const { type, version, source, id, data } = named;
  const { occurred, occurredText, recordedAt, recordedText } = times;
  const recordId = textOf(value['recordid']);
  const correlationId = textOf(value['correlationid']);
  const causationId = textOf(value['causationid']);
  const retracted = value['retracted'] === true || value['retracted'] === 'true';
  // Written out in one piece: spreading parts of it into the next would copy it three times for every event.
  const draft = {
    type,
    version,
    source,
    id,
    occurred,
    occurredText,
    recordedAt,
    recordedText,
    recordId,
    recordVersion,
    retracted,
    correlationId,
    causationId,
    data,
  };
  return { ok: true, draft };
}
