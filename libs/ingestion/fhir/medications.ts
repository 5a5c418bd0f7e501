import { knownOrder, orderReference, rememberOrder } from '../context/orders';
import type { EventDraft } from '../core/draft';
import type { JsonObject } from '../core/parse-json';
import { draftFrom, timeAt, type Base } from './base';
import { codingsOf, extensionOf, listAt, numberAt, objectAt, textAt, type Coding } from './reader';
import { notAnEvent, refusal } from './refusal';
import { scheduleOf, statedSchedule } from './schedules';
import { nameOf } from './scope';

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const REFILL_EXTENSION = 'urn:plumbline:refill';
const ORDERS: ReadonlySet<string> = new Set(['order', 'original-order', 'reflex-order', 'filler-order', 'instance-order']);
const UNIT_DAYS: Readonly<Record<string, number>> = { d: 1, day: 1, days: 1, wk: 7, week: 7, weeks: 7, mo: 30, month: 30, months: 30 };
/** v3 ActCode: first fills of every kind. */
const FIRST_FILL = /^FF/;

function daysOf(duration: JsonObject | undefined): number | undefined {
  const value = numberAt(duration, 'value');
  const unit = UNIT_DAYS[(textAt(duration, 'code') ?? textAt(duration, 'unit') ?? '').toLowerCase()];
  return value === undefined || unit === undefined ? undefined : Math.round(value * unit);
}

const wholeOrNothing = (name: string, value: number | undefined): Record<string, number> =>
  value !== undefined && Number.isInteger(value) && value >= 0 ? { [name]: value } : {};

const textOrNothing = (name: string, value: string | undefined): Record<string, string> => (value === undefined ? {} : { [name]: value });

function medicationOf(codings: readonly Coding[]): Record<string, string> {
  const chosen = codings.find((coding) => coding.system === RXNORM) ?? codings[0];
  return {
    ...textOrNothing('system', chosen?.system),
    ...textOrNothing('code', chosen?.code),
    ...textOrNothing('display', chosen?.display?.slice(0, 200)),
  };
}

/** prescribing.ordered */
export function fromMedicationRequest(base: Base): readonly EventDraft[] {
  const { resource, scope, recordId } = base;
  const status = textAt(resource, 'status') ?? 'unknown';
  const intent = textAt(resource, 'intent') ?? 'unknown';
  if (status === 'draft' || !ORDERS.has(intent))
    throw notAnEvent(`A medication request with the intent ${intent} and the status ${status}`);
  const requester = scope.person(objectAt(resource, 'requester'), 'Practitioner');
  const patient = scope.follow(objectAt(resource, 'subject'), 'Patient');
  if (requester?.type !== 'Practitioner') {
    throw refusal(
      'fhir.no-clinician',
      'The order does not name the practitioner who gave it.',
      'Export requester with the resource.',
      '/requester',
    );
  }
  if (patient?.type !== 'Patient') {
    throw refusal('fhir.no-patient', 'The order does not name a patient.', 'Export subject with the resource.', '/subject');
  }
  const occurred = timeAt(base, 'authoredOn');
  const stated = statedSchedule(resource);
  const codings = scope.medication(resource);
  const schedule = stated ?? scheduleOf(codings);
  rememberOrder(scope.surroundings.context, scope.surroundings.source.name, recordId, {
    clinician: scope.surroundings.pseudonymOf('clinician', requester.id),
    ...schedule,
  });
  const dispense = objectAt(resource, 'dispenseRequest');
  const prior = scope.follow(objectAt(resource, 'priorPrescription'), 'MedicationRequest');
  const encounter = scope.follow(objectAt(resource, 'encounter'), 'Encounter');
  return [
    draftFrom(base, {
      type: 'prescribing.ordered',
      occurred,
      retracted: status === 'entered-in-error',
      data: {
        clinician: requester.id,
        patient: patient.id,
        prescription: recordId,
        medication: medicationOf(codings),
        ...schedule,
        ...wholeOrNothing('refillsAllowed', numberAt(dispense, 'numberOfRepeatsAllowed')),
        ...wholeOrNothing('daysSupply', daysOf(objectAt(dispense, 'expectedSupplyDuration'))),
        ...textOrNothing('priorPrescription', prior === undefined ? undefined : nameOf(prior)),
        ...textOrNothing('encounter', encounter === undefined ? undefined : nameOf(encounter)),
      },
    }),
  ];
}

function refillNumberOf(resource: JsonObject): number | undefined {
  const stated = numberAt(extensionOf(resource, REFILL_EXTENSION), 'valueInteger');
  if (stated !== undefined) return stated;
  return codingsOf(objectAt(resource, 'type')).some(({ code }) => FIRST_FILL.test(code ?? '')) ? 0 : undefined;
}

/** prescribing.dispensed, attributed to the clinician who gave the order. */
export function fromMedicationDispense(base: Base): readonly EventDraft[] {
  const { resource, scope } = base;
  const { surroundings } = scope;
  const status = textAt(resource, 'status') ?? 'unknown';
  if (status !== 'completed' && status !== 'entered-in-error') throw notAnEvent(`A dispense with the status ${status}`);
  const patient = scope.follow(objectAt(resource, 'subject'), 'Patient');
  if (patient?.type !== 'Patient') {
    throw refusal('fhir.no-patient', 'The dispense does not name a patient.', 'Export subject with the resource.', '/subject');
  }
  const occurred = timeAt(base, 'whenHandedOver', 'whenPrepared');
  const order = scope.follow(listAt(resource, 'authorizingPrescription')[0], 'MedicationRequest');
  if (order === undefined) {
    throw refusal(
      'fhir.no-order',
      'The dispense does not name the order that it fills, so it belongs to no clinician.',
      'Export authorizingPrescription with the resource.',
      '/authorizingPrescription',
    );
  }
  const prescription = nameOf(order);
  const known = knownOrder(surroundings.context, surroundings.source.name, prescription);
  if (known === undefined) throw scope.unresolved(orderReference(prescription));
  const { clinician, ...ordered } = known;
  return [
    draftFrom(base, {
      type: 'prescribing.dispensed',
      occurred,
      retracted: status === 'entered-in-error',
      data: {
        clinician,
        patient: patient.id,
        prescription,
        ...wholeOrNothing('refillNumber', refillNumberOf(resource)),
        ...(statedSchedule(resource) ?? ordered),
        ...wholeOrNothing('daysSupply', daysOf(objectAt(resource, 'daysSupply'))),
      },
    }),
  ];
}
