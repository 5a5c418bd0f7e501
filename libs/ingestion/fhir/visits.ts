import { isoInstant } from '@plumbline/kernel';
import type { EventDraft } from '../core/draft';
import { draftFrom, timeAt, timeFrom, type Base } from './base';
import { extensionOf, listAt, objectAt, textAt } from './reader';
import { notAnEvent, refusal } from './refusal';
import type { Target } from './scope';

const PLACE_EXTENSION = 'urn:plumbline:place';

/** v3 ActCode encounter classes → place. */
const PLACE_OF_CLASS: Readonly<Record<string, string>> = {
  AMB: 'clinic',
  EMER: 'hospital',
  IMP: 'hospital',
  ACUTE: 'hospital',
  NONAC: 'hospital',
  OBSENC: 'hospital',
  SS: 'hospital',
  PRENC: 'hospital',
  HH: 'home',
  VR: 'video',
  FLD: 'outside-clinical-setting',
};
/** A cancelled visit does not take place and an erroneous one never was: neither counts. */
const VOID: ReadonlySet<string> = new Set(['entered-in-error', 'cancelled']);

function cliniciansOf(targets: readonly (Target | undefined)[]): readonly string[] {
  const clinicians = [...new Set(targets.flatMap((target) => (target?.type === 'Practitioner' ? target.id : [])))];
  if (clinicians.length === 0) {
    throw refusal('fhir.no-clinician', 'The visit names no practitioner.', 'Export the participants with the resource.', '/participant');
  }
  return clinicians;
}

function patientOf(target: Target | undefined): string {
  if (target?.type === 'Patient') return target.id;
  throw refusal('fhir.no-patient', 'The visit names no patient.', 'Export the patient with the resource.', '/subject');
}

const placeOf = (base: Base): string =>
  textAt(extensionOf(base.resource, PLACE_EXTENSION), 'valueCode') ??
  PLACE_OF_CLASS[textAt(objectAt(base.resource, 'class'), 'code') ?? ''] ??
  'unknown';

const endOf = (base: Base, text: string | undefined): string | undefined => {
  if (text === undefined) return undefined;
  const time = timeFrom(text, base.zone, '/period/end');
  return time.precision === 'day' ? undefined : isoInstant(time.instant);
};

/** encounters.completed for a finished encounter, encounters.scheduled for a planned one. */
export function fromEncounter(base: Base): readonly EventDraft[] {
  const { resource, scope } = base;
  const status = textAt(resource, 'status') ?? 'unknown';
  const period = objectAt(resource, 'period');
  const end = endOf(base, textAt(period, 'end'));
  const planned = status === 'planned' || (VOID.has(status) && end === undefined);
  if (!planned && status !== 'finished' && !VOID.has(status)) throw notAnEvent(`An encounter with the status ${status}`);
  const patient = patientOf(scope.follow(objectAt(resource, 'subject'), 'Patient'));
  const clinicians = cliniciansOf(listAt(resource, 'participant').map((entry) => scope.person(objectAt(entry, 'individual'))));
  const start = timeAt(base, 'period.start');
  const shared = { encounter: base.recordId, place: placeOf(base) };
  return clinicians.map((clinician, position) =>
    draftFrom(
      base,
      planned
        ? {
            type: 'encounters.scheduled',
            occurred: base.recordedAt === undefined ? start : { instant: base.recordedAt, precision: 'second', zone: base.zone },
            retracted: VOID.has(status),
            data: {
              clinician,
              patient,
              ...shared,
              plannedStart: isoInstant(start.instant),
              ...(end === undefined ? {} : { plannedEnd: end }),
              bookedBy: 'unknown',
            },
          }
        : {
            type: 'encounters.completed',
            occurred: start,
            retracted: VOID.has(status),
            data: { clinician, patient, ...shared, ...(end === undefined ? {} : { actualEnd: end }) },
          },
      position,
    ),
  );
}

const BOOKED: ReadonlySet<string> = new Set(['booked', 'arrived', 'fulfilled', 'checked-in', 'noshow']);

/** encounters.scheduled; encounters.rescheduled where a later version has another start than the first one that was received. */
export function fromAppointment(base: Base): readonly EventDraft[] {
  const { resource, scope, recordId, recordVersion } = base;
  const status = textAt(resource, 'status') ?? 'unknown';
  if (!BOOKED.has(status) && !VOID.has(status)) throw notAnEvent(`An appointment with the status ${status}`);
  const actors = listAt(resource, 'participant').map((entry) => scope.person(objectAt(entry, 'actor')));
  const patient = patientOf(actors.find((target) => target?.type === 'Patient'));
  const clinicians = cliniciansOf(actors);
  const start = timeAt(base, 'start');
  const plannedStart = isoInstant(start.instant);
  const { context, source } = scope.surroundings;
  const known = context.get(source.name, `first ${recordId}`);
  const first = known === undefined ? undefined : (JSON.parse(known) as { version: number; start: string });
  if (first === undefined || recordVersion < first.version) {
    context.put(source.name, `first ${recordId}`, JSON.stringify({ version: recordVersion, start: plannedStart }));
  }
  const moved = first !== undefined && recordVersion > first.version && first.start !== plannedStart;
  const end = endOf(base, textAt(resource, 'end'));
  const saidAt = base.recordedAt === undefined ? undefined : { instant: base.recordedAt, precision: 'second' as const, zone: base.zone };
  const occurred =
    moved && saidAt !== undefined
      ? saidAt
      : textAt(resource, 'created') === undefined && saidAt !== undefined
        ? saidAt
        : timeAt(base, 'created', 'start');
  return clinicians.map((clinician, position) =>
    draftFrom(
      base,
      {
        type: moved ? 'encounters.rescheduled' : 'encounters.scheduled',
        occurred,
        retracted: VOID.has(status),
        data: moved
          ? { clinician, patient, encounter: recordId, plannedStart, rescheduledBy: 'unknown' }
          : {
              clinician,
              patient,
              encounter: recordId,
              plannedStart,
              ...(end === undefined ? {} : { plannedEnd: end }),
              bookedBy: 'unknown',
              place: placeOf(base),
            },
      },
      position,
    ),
  );
}
