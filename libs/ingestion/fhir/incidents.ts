import type { EventDraft } from '../core/draft';
import { draftFrom, timeAt, timeFrom, type Base } from './base';
import { codeIn, codingsOf, listAt, objectAt, textAt } from './reader';
import { refusal } from './refusal';
import type { Target } from './scope';

const INCIDENT_SYSTEM = 'urn:plumbline:incident';
const SEVERITY: Readonly<Record<string, string>> = { mild: 'low', moderate: 'moderate', severe: 'high' };
/** FHIR's own categories that concern medicines. */
const ABOUT_MEDICATION: ReadonlySet<string> = new Set([
  'medication-mishap',
  'product-use-error',
  'wrong-dose',
  'wrong-rate',
  'wrong-duration',
]);

function reporterOf(recorder: Target | undefined, clinician: string): string {
  if (recorder?.type === 'Practitioner') return recorder.id === clinician ? 'clinician' : 'colleague';
  if (recorder?.type === 'Patient') return 'patient';
  return recorder?.type === 'RelatedPerson' ? 'family' : 'unknown';
}

/** incidents.reported, or incidents.amended for a later version. The clinician is the one who contributed, or else the one who recorded it. */
export function fromAdverseEvent(base: Base): readonly EventDraft[] {
  const { resource, scope } = base;
  const recorder = scope.person(objectAt(resource, 'recorder'));
  const contributor = listAt(resource, 'contributor')
    .map((reference) => scope.person(reference))
    .find((target) => target?.type === 'Practitioner');
  const clinician = contributor?.id ?? (recorder?.type === 'Practitioner' ? recorder.id : undefined);
  if (clinician === undefined) {
    throw refusal(
      'fhir.no-clinician',
      'The report names no practitioner.',
      'Export contributor or recorder with the resource.',
      '/contributor',
    );
  }
  const subject = scope.follow(objectAt(resource, 'subject'), 'Patient');
  const concepts = [objectAt(resource, 'event'), ...listAt(resource, 'category')];
  const medication = concepts.flatMap(codingsOf).some(({ code }) => ABOUT_MEDICATION.has(code ?? ''));
  const recordedDate = textAt(resource, 'recordedDate');
  const versionId = textAt(objectAt(resource, 'meta'), 'versionId');
  const laterVersion = versionId !== undefined && base.recordVersion > 1;
  return [
    draftFrom(base, {
      type: laterVersion ? 'incidents.amended' : 'incidents.reported',
      occurred: timeAt(base, 'date', 'detected', 'recordedDate'),
      // What an amended report says was not known when the report was first recorded.
      ...(recordedDate === undefined || laterVersion ? {} : { recordedAt: timeFrom(recordedDate, base.zone, '/recordedDate').instant }),
      data: {
        clinician,
        ...(subject?.type === 'Patient' ? { patient: subject.id } : {}),
        category: codeIn(concepts, INCIDENT_SYSTEM) ?? (medication ? 'medication' : 'other'),
        severity: SEVERITY[codingsOf(objectAt(resource, 'severity'))[0]?.code ?? ''] ?? 'unknown',
        reportedBy: reporterOf(recorder, clinician),
      },
    }),
  ];
}
