import type { DataOf, DomainEvent, EventDefinition } from '@plumbline/events';
import { EVERY_PARTITION } from '@plumbline/events';
import { DAY, MINUTE, dayOfIsoDate, zoneOffset, type ClinicianId, type DonorId, type PatientId, type Precision } from '@plumbline/kernel';
import * as vocabulary from '@plumbline/events';

/** Pseudonyms for specifications. */
export const clinician = (name: string): ClinicianId => `K-${name.toUpperCase().padStart(12, '0')}` as ClinicianId;
export const patient = (name: string): PatientId => `P-${name.toUpperCase().padStart(12, '0')}` as PatientId;
export const giver = (name: string): DonorId => `D-${name.toUpperCase().padStart(12, '0')}` as DonorId;

export const LONDON = 'Europe/London';

/** The instant of a local time such as `2026-03-03 22:41`, or `2026-03-03 22:41:07`. */
export function local(text: string, zone: string = LONDON): number {
  const [date, time = '12:00'] = text.split(' ') as [string, string?];
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const wall = dayOfIsoDate(date) * DAY + (hours * 60 + minutes) * MINUTE + seconds * 1_000;
  return wall - zoneOffset(wall - zoneOffset(wall, zone), zone);
}

export interface When {
  /** Local time at the source. */
  readonly at: string;
  readonly zone?: string;
  readonly precision?: Precision;
  /** Local time at which the source wrote it down; its own time where absent. */
  readonly recorded?: string;
  readonly id?: string;
  readonly record?: string;
  readonly version?: number;
  readonly retracted?: boolean;
}

let made = 0;

/** An event as the folds see it. */
export function event<Definition extends EventDefinition>(
  definition: Definition,
  data: DataOf<Definition['fields']>,
  { at, zone = LONDON, precision = 'second', recorded = at, id, record, version = 1, retracted = false }: When,
): DomainEvent {
  made += 1;
  const name = id ?? `e${String(made).padStart(6, '0')}`;
  const recordedAt = local(recorded, zone);
  const owner = (data as { clinician?: unknown }).clinician;
  return {
    id: name,
    source: 'specification',
    type: definition.type,
    version: definition.version,
    occurred: { instant: local(at, zone), precision, zone },
    recordedAt,
    ingestedAt: recordedAt,
    recordId: record ?? name,
    recordVersion: version,
    retracted,
    partitionKey: typeof owner === 'string' ? owner : EVERY_PARTITION,
    correlationId: name,
    causationId: undefined,
    data: data,
  };
}

type Data<Definition extends EventDefinition> = DataOf<Definition['fields']>;
type Some<Definition extends EventDefinition> = Partial<Data<Definition>> & When;

const K = clinician('1');
const P = patient('1');

/** A routine message from the clinician through the portal, unless it is said otherwise. */
export const message = (given: Some<typeof vocabulary.messageSent>): DomainEvent =>
  usually(
    vocabulary.messageSent,
    { clinician: K, patient: P, direction: 'outbound', channel: 'portal', urgency: 'routine', redirect: false },
    given,
  );

/** An accepted box of chocolates without a printed value, unless it is said otherwise. */
export const gift = (given: Some<typeof vocabulary.giftDeclared>): DomainEvent =>
  usually(
    vocabulary.giftDeclared,
    { clinician: K, donor: giver('1'), donorKind: 'patient', kind: 'in-kind', acceptance: 'accepted' },
    given,
  );

export const correctedGift = (given: Some<typeof vocabulary.giftCorrected>): DomainEvent =>
  usually(
    vocabulary.giftCorrected,
    { clinician: K, donor: giver('1'), donorKind: 'patient', kind: 'in-kind', acceptance: 'accepted' },
    given,
  );

export const withdrawnGift = (given: Some<typeof vocabulary.giftWithdrawn>): DomainEvent =>
  usually(vocabulary.giftWithdrawn, { clinician: K, reason: 'entered-in-error' }, given);

/** An order of a drug of schedule II without a link to a visit. */
export const order = (given: Some<typeof vocabulary.prescriptionOrdered>): DomainEvent =>
  usually(vocabulary.prescriptionOrdered, { clinician: K, patient: P, prescription: 'rx', medication: {}, schedule: 'II' }, given);

export const dispense = (given: Some<typeof vocabulary.prescriptionDispensed>): DomainEvent =>
  usually(vocabulary.prescriptionDispensed, { clinician: K, patient: P, prescription: 'rx', schedule: 'II' }, given);

export const visit = (given: Some<typeof vocabulary.encounterCompleted>): DomainEvent =>
  usually(vocabulary.encounterCompleted, { clinician: K, patient: P, encounter: 'visit', place: 'clinic' }, given);

export const careStart = (given: Some<typeof vocabulary.careStarted>): DomainEvent =>
  usually(vocabulary.careStarted, { clinician: K, patient: P, formallyEvaluated: true }, given);

export const note = (given: Some<typeof vocabulary.noteWritten>): DomainEvent =>
  usually(vocabulary.noteWritten, { clinician: K, patient: P, kind: 'contact' }, given);

export const relation = (given: Some<typeof vocabulary.relationRegistered>): DomainEvent =>
  usually(vocabulary.relationRegistered, { clinician: K, patient: P, relation: 'family', registry: 'next-of-kin' }, given);

export const incident = (given: Some<typeof vocabulary.incidentReported>): DomainEvent =>
  usually(
    vocabulary.incidentReported,
    { clinician: K, patient: P, category: 'boundary-complaint', severity: 'moderate', reportedBy: 'patient' },
    given,
  );

export const listing = (given: Some<typeof vocabulary.clinicianListed>): DomainEvent =>
  usually(
    vocabulary.clinicianListed,
    { clinician: K, specialty: 'psychiatry', department: 'mental-health', site: 'Lakeside', zone: LONDON, state: 'active' },
    given,
  );

export const shift = (from: string, to: string, who: ClinicianId = K): DomainEvent =>
  event(vocabulary.shiftRostered, { clinician: who, start: utc(from), end: utc(to) }, { at: from });

export const onCall = (from: string, to: string, who: ClinicianId = K): DomainEvent =>
  event(vocabulary.onCallRostered, { clinician: who, start: utc(from), end: utc(to) }, { at: from });

export const closedDay = (day: string): DomainEvent => event(vocabulary.dayClosed, { day, zone: LONDON }, { at: `${day} 23:59:59` });

export const baseline = (given: Some<typeof vocabulary.peerBaselineComputed>): DomainEvent =>
  usually(
    vocabulary.peerBaselineComputed,
    {
      metric: 'repeated-after-hours-contact/busiest-dyad',
      specialty: 'psychiatry',
      site: 'Lakeside',
      effectiveFrom: '2026-01-01',
      windowDays: 30,
      peers: 41,
      medianMilli: 0,
      percentile95Milli: 2_000,
      shrunkPercentile95Milli: 2_000,
    },
    given,
  );

export const activation = (
  document: Readonly<Record<string, unknown>> = {},
  given: Partial<When> & { readonly policyVersion?: number } = {},
): DomainEvent => {
  const { policyVersion = 1, at = '2020-01-01 00:00', ...when } = given;
  return event(
    vocabulary.policyActivated,
    { policy: 'specification', policyVersion, effectiveFrom: utc(at), activatedBy: 'specification', document },
    { at, ...when },
  );
};

const utc = (text: string): string => new Date(local(text)).toISOString();

function usually<Definition extends EventDefinition>(
  definition: Definition,
  usual: Data<Definition>,
  given: Some<Definition>,
): DomainEvent {
  const { at, zone, precision, recorded, id, record, version, retracted, ...data } = given as When & Record<string, unknown>;
  const when = { at, zone, precision, recorded, id, record, version, retracted };
  const said = Object.fromEntries(Object.entries(when).filter(([, value]) => value !== undefined)) as unknown as When;
  return event(definition, { ...usual, ...data } as Data<Definition>, said);
}
