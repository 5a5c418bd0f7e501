import { isoInstant } from '@plumbline/kernel';
import type { SimulatedClinician } from './staff';

export const HOSPITAL_ZONE = 'Europe/London';

type Resource = Readonly<Record<string, unknown>>;

const coded = (system: string, code: string) => ({ coding: [{ system, code }] });
const zoned = { url: 'urn:plumbline:zone', valueCode: HOSPITAL_ZONE };
const meta = (recordedAt: number, version = 1) => ({ versionId: String(version), lastUpdated: isoInstant(recordedAt) });

/** The drugs of the simulated formulary: RxNorm concept, and the schedule under the US Controlled Substances Act. */
export const FORMULARY = {
  oxycodone: { rxnorm: '1049621', display: 'oxycodone hydrochloride 5 MG Oral Tablet', schedule: 'II' },
  methylphenidate: { rxnorm: '1091150', display: 'methylphenidate hydrochloride 10 MG Oral Tablet', schedule: 'II' },
  lorazepam: { rxnorm: '197901', display: 'lorazepam 1 MG Oral Tablet', schedule: 'IV' },
  zolpidem: { rxnorm: '854873', display: 'zolpidem tartrate 10 MG Oral Tablet', schedule: 'IV' },
  amoxicillin: { rxnorm: '308182', display: 'amoxicillin 250 MG Oral Capsule', schedule: 'not-controlled' },
  sertraline: { rxnorm: '312941', display: 'sertraline 50 MG Oral Tablet', schedule: 'not-controlled' },
  atorvastatin: { rxnorm: '617310', display: 'atorvastatin 20 MG Oral Tablet', schedule: 'not-controlled' },
} as const;
export type Drug = keyof typeof FORMULARY;

export function practitioner(clinician: SimulatedClinician, recordedAt: number): Resource {
  return { resourceType: 'Practitioner', id: clinician.id, meta: meta(recordedAt), active: true };
}

export function practitionerRole(clinician: SimulatedClinician, since: string, recordedAt: number): Resource {
  return {
    resourceType: 'PractitionerRole',
    id: `role-${clinician.id}`,
    meta: meta(recordedAt),
    extension: [
      zoned,
      ...(clinician.supervisor === undefined
        ? []
        : [{ url: 'urn:plumbline:supervisor', valueReference: { reference: `Practitioner/${clinician.supervisor}` } }]),
    ],
    active: true,
    period: { start: since },
    practitioner: { reference: `Practitioner/${clinician.id}` },
    organization: { display: clinician.department },
    location: [{ display: clinician.site }],
    specialty: [{ text: clinician.specialty }],
  };
}

export interface MessageFacts {
  readonly id: string;
  readonly clinician: string;
  readonly patient: string;
  readonly direction: 'outbound' | 'inbound';
  readonly channel: string;
  readonly at: number;
  readonly priority?: 'routine' | 'urgent' | 'stat';
  readonly inResponseTo?: string;
  readonly redirect?: boolean;
  readonly recordedAt?: number;
}

export function communication(message: MessageFacts): Resource {
  const clinician = { reference: `Practitioner/${message.clinician}` };
  const patient = { reference: `Patient/${message.patient}` };
  const outbound = message.direction === 'outbound';
  return {
    resourceType: 'Communication',
    id: message.id,
    meta: meta(message.recordedAt ?? message.at + 1_000),
    extension: [zoned],
    status: 'completed',
    ...(message.redirect === true ? { category: [coded('urn:plumbline:communication', 'redirect')] } : {}),
    priority: message.priority ?? 'routine',
    medium: [coded('urn:plumbline:channel', message.channel)],
    subject: patient,
    sent: isoInstant(message.at),
    sender: outbound ? clinician : patient,
    recipient: [outbound ? patient : clinician],
    ...(message.inResponseTo === undefined ? {} : { inResponseTo: [{ reference: `Communication/${message.inResponseTo}` }] }),
  };
}

export function encounter(id: string, clinician: string, patient: string, start: number, end: number): Resource {
  return {
    resourceType: 'Encounter',
    id,
    meta: meta(end + 60_000),
    extension: [zoned],
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    subject: { reference: `Patient/${patient}` },
    participant: [{ individual: { reference: `Practitioner/${clinician}` } }],
    period: { start: isoInstant(start), end: isoInstant(end) },
  };
}

export function appointment(
  id: string,
  clinician: string,
  patient: string,
  bookedAt: number,
  start: number,
  end: number,
  version = 1,
): Resource {
  return {
    resourceType: 'Appointment',
    id,
    meta: meta(bookedAt, version),
    extension: [zoned],
    status: 'booked',
    created: isoInstant(bookedAt),
    start: isoInstant(start),
    end: isoInstant(end),
    participant: [
      { actor: { reference: `Practitioner/${clinician}` }, status: 'accepted' },
      { actor: { reference: `Patient/${patient}` }, status: 'accepted' },
    ],
  };
}

export function medicationRequest(id: string, clinician: string, patient: string, drug: Drug, at: number, visit?: string): Resource {
  const product = FORMULARY[drug];
  return {
    resourceType: 'MedicationRequest',
    id,
    meta: meta(at + 1_000),
    extension: [zoned, { url: 'urn:plumbline:schedule', valueCode: product.schedule }],
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: {
      coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: product.rxnorm, display: product.display }],
    },
    subject: { reference: `Patient/${patient}` },
    ...(visit === undefined ? {} : { encounter: { reference: `Encounter/${visit}` } }),
    authoredOn: isoInstant(at),
    requester: { reference: `Practitioner/${clinician}` },
    dispenseRequest: {
      numberOfRepeatsAllowed: 5,
      expectedSupplyDuration: { value: 30, unit: 'days', system: 'http://unitsofmeasure.org', code: 'd' },
    },
  };
}

export function medicationDispense(id: string, request: string, patient: string, drug: Drug, refill: number, at: number): Resource {
  const product = FORMULARY[drug];
  return {
    resourceType: 'MedicationDispense',
    id,
    meta: meta(at + 1_000),
    extension: [
      zoned,
      { url: 'urn:plumbline:schedule', valueCode: product.schedule },
      { url: 'urn:plumbline:refill', valueInteger: refill },
    ],
    status: 'completed',
    medicationCodeableConcept: {
      coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: product.rxnorm, display: product.display }],
    },
    subject: { reference: `Patient/${patient}` },
    authorizingPrescription: [{ reference: `MedicationRequest/${request}` }],
    daysSupply: { value: 30, unit: 'days', system: 'http://unitsofmeasure.org', code: 'd' },
    whenHandedOver: isoInstant(at),
  };
}

export function adverseEvent(id: string, clinician: string, patient: string, category: string, at: number, reportedAt: number): Resource {
  return {
    resourceType: 'AdverseEvent',
    id,
    meta: meta(reportedAt),
    extension: [zoned],
    actuality: 'actual',
    event: coded('urn:plumbline:incident', category),
    subject: { reference: `Patient/${patient}` },
    date: isoInstant(at),
    detected: isoInstant(reportedAt),
    recordedDate: isoInstant(reportedAt),
    recorder: { reference: `Practitioner/${clinician}` },
    contributor: [{ reference: `Practitioner/${clinician}` }],
  };
}
