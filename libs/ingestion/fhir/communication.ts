import type { EventDraft } from '../core/draft';
import { draftFrom, timeAt, type Base } from './base';
import { channelOf } from './channels';
import { codeIn, codingsOf, listAt, objectAt, textAt } from './reader';
import { notAnEvent, refusal } from './refusal';
import { nameOf, type Target } from './scope';

const URGENCY: Readonly<Record<string, string>> = { routine: 'routine', urgent: 'urgent', asap: 'urgent', stat: 'emergency' };
const TOOK_PLACE: ReadonlySet<string> = new Set(['completed', 'in-progress', 'entered-in-error']);
/** A label of a topic; anything longer is somebody's text. */
const MAX_LABEL = 60;
/** A circular to more people than this is no contact. */
const MAX_PAIRS = 50;

const isClinician = (target: Target): boolean => target.type === 'Practitioner';
const isPatientSide = (target: Target): boolean => target.type === 'Patient' || target.type === 'RelatedPerson';

/** messaging.message-sent, once for each pair of clinician and patient. What was written is not read. */
export function fromCommunication(base: Base): readonly EventDraft[] {
  const { resource, scope } = base;
  const status = textAt(resource, 'status') ?? 'unknown';
  if (!TOOK_PLACE.has(status)) throw notAnEvent(`A communication with the status ${status}`);
  const sender = scope.person(objectAt(resource, 'sender'));
  const recipients = listAt(resource, 'recipient').flatMap((reference) => scope.person(reference) ?? []);
  const subject = scope.follow(objectAt(resource, 'subject'), 'Patient');
  // A relative speaks and is spoken to for the patient whom the record is about.
  const patientOf = (target: Target): string | undefined =>
    target.type === 'Patient' ? target.id : subject?.type === 'Patient' ? subject.id : undefined;

  const outbound = sender !== undefined && isClinician(sender);
  const clinicians = outbound ? [sender.id] : recipients.filter(isClinician).map((target) => target.id);
  const patients = (outbound ? recipients : sender === undefined ? [] : [sender])
    .filter(isPatientSide)
    .flatMap((target) => patientOf(target) ?? []);
  const pairs = clinicians.flatMap((clinician) => [...new Set(patients)].map((patient) => ({ clinician, patient })));
  if (pairs.length === 0 || pairs.length > MAX_PAIRS) {
    throw refusal(
      'fhir.no-contact',
      'The communication does not run between a clinician and a patient.',
      'Nothing has to be done, unless sender or recipient are missing at the source.',
    );
  }
  const answered = scope.follow(listAt(resource, 'inResponseTo')[0], 'Communication');
  const topic = codingsOf(objectAt(resource, 'topic'))[0]?.code ?? textAt(objectAt(resource, 'topic'), 'text');
  const occurred = timeAt(base, 'sent', 'received');
  return pairs.map((pair, position) =>
    draftFrom(
      base,
      {
        type: 'messaging.message-sent',
        occurred,
        retracted: status === 'entered-in-error',
        data: {
          ...pair,
          direction: outbound ? 'outbound' : 'inbound',
          channel: channelOf(listAt(resource, 'medium'), scope.surroundings.source),
          urgency: URGENCY[textAt(resource, 'priority') ?? ''] ?? 'unknown',
          ...(answered === undefined ? {} : { inResponseTo: nameOf(answered) }),
          redirect: codeIn(listAt(resource, 'category'), 'urn:plumbline:communication') === 'redirect',
          ...(topic === undefined || topic.length > MAX_LABEL ? {} : { topicLabel: topic }),
        },
      },
      position,
    ),
  );
}
