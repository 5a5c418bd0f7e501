import type { EventDraft } from '../core/draft';
import type { JsonObject } from '../core/parse-json';
import { draftFrom, timeAt, type Base } from './base';
import { extensionOf, labelOf, listAt, objectAt, textAt } from './reader';
import { refusal } from './refusal';

const SUPERVISOR_EXTENSION = 'urn:plumbline:supervisor';
const UNKNOWN = 'unknown';

const placeLabel = (reference: JsonObject | undefined): string => textAt(reference, 'display') ?? textAt(reference, 'reference') ?? UNKNOWN;

/** directory.clinician-listed: from the day on which the role begins, or from the version's time for a change to it. */
export function fromPractitionerRole(base: Base): readonly EventDraft[] {
  const { resource, scope } = base;
  const practitioner = scope.follow(objectAt(resource, 'practitioner'), 'Practitioner');
  if (practitioner?.type !== 'Practitioner') {
    throw refusal('fhir.no-clinician', 'The role names no practitioner.', 'Export practitioner with the resource.', '/practitioner');
  }
  scope.rememberRole(base.id, practitioner);
  const left = resource['active'] === false;
  const supervisor = scope.person(objectAt(extensionOf(resource, SUPERVISOR_EXTENSION), 'valueReference'), 'Practitioner');
  return [
    draftFrom(base, {
      type: 'directory.clinician-listed',
      occurred:
        base.recordedAt !== undefined && objectAt(resource, 'period') === undefined
          ? { instant: base.recordedAt, precision: 'second', zone: base.zone }
          : timeAt(base, ...(left ? ['period.end', 'period.start'] : ['period.start'])),
      data: {
        clinician: practitioner.id,
        specialty: labelOf(listAt(resource, 'specialty')[0]) ?? UNKNOWN,
        department: placeLabel(objectAt(resource, 'organization')),
        site: placeLabel(listAt(resource, 'location')[0]),
        ...(supervisor === undefined ? {} : { supervisor: supervisor.id }),
        zone: base.zone,
        state: left ? 'left' : 'active',
      },
    }),
  ];
}
