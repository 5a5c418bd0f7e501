import { countedRefill, rememberFill } from '../context/fills';
import { knownOrder, orderReference, rememberOrder } from '../context/orders';
import type { EventDraft } from '../core/draft';
import type { JsonObject } from '../core/parse-json';
import { draftFrom, eventIdOf, timeAt, type Base } from './base';
import { codingsOf, extensionOf, listAt, numberAt, objectAt, textAt, type Coding } from './reader';
import { notAnEvent, refusal } from './refusal';
import { scheduleOf, statedSchedule } from './schedules';
import { nameOf } from './scope';

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const REFILL_EXTENSION = 'urn:plumbline:refill';
const ORDERS: ReadonlySet<string> = new Set(['order', 'original-order', 'reflex-order', 'filler-order', 'instance-order']);
const UNIT_DAYS: Readonly<Record<string, number>> = { d: 1, day: 1, days: 1, wk: 7, week: 7, weeks: 7, mo: 30, month: 30, months: 30 };
/** v3 ActCode: first fills and refills of every kind. */
const FIRST_FILL = /^FF/;
const REFILL = /^RF/;

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
  const dispense = objectAt(resource, 'dispenseRequest');
  const prior = scope.follow(objectAt(resource, 'priorPrescription'), 'MedicationRequest');
  const template = scope.follow(listAt(resource, 'basedOn').find(namesAnOrder), 'MedicationRequest');
  const encounter = scope.follow(objectAt(resource, 'encounter'), 'Encounter');
  const repeats = {
    ...textOrNothing('priorPrescription', prior === undefined ? undefined : nameOf(prior)),
    ...textOrNothing('basedOn', template === undefined ? undefined : nameOf(template)),
  };
  const { context, pseudonymOf, source } = scope.surroundings;
  rememberOrder(context, source.name, recordId, { clinician: pseudonymOf('clinician', requester.id), ...schedule, ...repeats });
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
        ...repeats,
        ...textOrNothing('encounter', encounter === undefined ? undefined : nameOf(encounter)),
      },
    }),
  ];
}

/** Only what names an order by its type: whether another reference is one could change with what is received later. */
const namesAnOrder = (reference: JsonObject): boolean =>
  /(?:^|\/)MedicationRequest[/?]/.test(textAt(reference, 'reference') ?? '') || textAt(reference, 'type') === 'MedicationRequest';

/** The number that the source states, or else the one that is counted from the chain of orders and dispenses. */
function refillOf(base: Base, prescription: string, at: number): Record<string, number | string> {
  const { resource, recordId, recordVersion, scope } = base;
  const { context, source } = scope.surroundings;
  const types = codingsOf(objectAt(resource, 'type')).map(({ code }) => code ?? '');
  const { refillNumber: stated = types.some((code) => FIRST_FILL.test(code)) ? 0 : undefined } = wholeOrNothing(
    'refillNumber',
    numberAt(extensionOf(resource, REFILL_EXTENSION), 'valueInteger'),
  );
  const fill = {
    ...{ record: recordId, recordVersion, event: eventIdOf(base, recordId), prescription, at, stated },
    retracted: textAt(resource, 'status') === 'entered-in-error',
    isRefill: types.some((code) => REFILL.test(code)),
  };
  if (stated !== undefined) {
    rememberFill(context, source.name, fill, stated);
    return { refillNumber: stated };
  }
  const refillNumber = countedRefill(context, source.name, fill);
  return refillNumber === undefined ? {} : { refillNumber, refillSource: 'chain' };
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
  const { clinician, schedule, scheduleSource } = known;
  return [
    draftFrom(base, {
      type: 'prescribing.dispensed',
      occurred,
      retracted: status === 'entered-in-error',
      data: {
        clinician,
        patient: patient.id,
        prescription,
        ...refillOf(base, prescription, occurred.instant),
        ...(statedSchedule(resource) ?? { schedule, ...textOrNothing('scheduleSource', scheduleSource) }),
        ...wholeOrNothing('daysSupply', daysOf(objectAt(resource, 'daysSupply'))),
      },
    }),
  ];
}
