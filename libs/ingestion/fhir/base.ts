import { isZone, type OccurredTime } from '@plumbline/kernel';
import type { EventDraft } from '../core/draft';
import type { JsonObject } from '../core/parse-json';
import { readIsoTime } from '../core/times';
import { extensionOf, objectAt, textAt } from './reader';
import { refusal, Refusal } from './refusal';
import type { Scope } from './scope';

/** What every resource says of itself, read once. */
export interface Base {
  readonly resource: JsonObject;
  readonly scope: Scope;
  /** `Communication/123`: the record's id in the log, and what other records refer to. */
  readonly recordId: string;
  readonly id: string;
  readonly zone: string;
  /** `meta.versionId` where it is a number, else `meta.lastUpdated` in milliseconds, else 1: a later version of a resource amends it. */
  readonly recordVersion: number;
  readonly versionLabel: string;
  readonly recordedAt: number | undefined;
}

const ZONE_EXTENSION = 'urn:plumbline:zone';

export function baseOf(resource: JsonObject, scope: Scope, fallbackId?: string): Base {
  const type = textAt(resource, 'resourceType') ?? '';
  const id = textAt(resource, 'id') ?? fallbackId;
  if (id === undefined) {
    throw refusal(
      'fhir.no-id',
      'The resource has no id, so a later version could not be told from a new one.',
      'Export resources with their id.',
      '/id',
    );
  }
  const zone = textAt(extensionOf(resource, ZONE_EXTENSION), 'valueCode') ?? scope.surroundings.source.zone;
  if (!isZone(zone))
    throw refusal('time.unknown-zone', 'The time zone is not in the IANA list.', 'Name a zone such as Europe/London.', '/extension');
  const meta = objectAt(resource, 'meta');
  const versionId = textAt(meta, 'versionId');
  const lastUpdated = textAt(meta, 'lastUpdated');
  const recordedAt = lastUpdated === undefined ? undefined : timeFrom(lastUpdated, zone, '/meta/lastUpdated').instant;
  const number = versionId !== undefined && /^\d{1,15}$/.test(versionId) ? Number(versionId) : undefined;
  return {
    resource,
    scope: scope.of(resource),
    id,
    recordId: `${type}/${id}`,
    zone,
    recordVersion: number ?? recordedAt ?? 1,
    versionLabel: versionId ?? lastUpdated ?? '1',
    recordedAt,
  };
}

/** @throws Refusal `time.unreadable`, `time.too-coarse` */
export function timeFrom(text: string, zone: string, place: string): OccurredTime {
  const read = readIsoTime(text, zone);
  if (!read.ok) throw new Refusal({ ...read.problem, place });
  return read.time;
}

/** The first of these fields that is there, as a time. @throws Refusal `time.missing` */
export function timeAt(base: Base, ...fields: readonly string[]): OccurredTime {
  for (const field of fields) {
    const [first = '', second] = field.split('.');
    const text = second === undefined ? textAt(base.resource, first) : textAt(objectAt(base.resource, first), second);
    if (text !== undefined) return timeFrom(text, base.zone, `/${field.replace('.', '/')}`);
  }
  throw refusal(
    'time.missing',
    `The resource does not say when it happened (${fields.join(', ')}).`,
    'Export the resource with this time.',
  );
}

/** The id of the event that a version of a record becomes. */
export const eventIdOf = ({ versionLabel }: Base, recordId: string): string => `${recordId}@${versionLabel}`;

/** A resource may tell of several people: each pair is an event of its own, numbered from the second on. */
export function draftFrom(
  base: Base,
  event: Pick<EventDraft, 'type' | 'occurred' | 'data'> & { readonly retracted?: boolean; readonly recordedAt?: number },
  position = 0,
): EventDraft {
  const recordId = position === 0 ? base.recordId : `${base.recordId}#${String(position + 1)}`;
  const recordedAt = event.recordedAt ?? base.recordedAt;
  return {
    type: event.type,
    version: 1,
    source: base.scope.surroundings.source.name,
    id: eventIdOf(base, recordId),
    recordId,
    recordVersion: base.recordVersion,
    occurred: event.occurred,
    ...(recordedAt === undefined ? {} : { recordedAt }),
    ...(event.retracted === true ? { retracted: true } : {}),
    data: event.data,
  };
}
