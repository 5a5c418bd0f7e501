import type { DomainEvent } from '@plumbline/events';
import { DAY } from '@plumbline/kernel';

/** The zone of the workload's clinicians. */
export const ZONE = 'Europe/London';
export const PATIENTS_EACH = 10;
const DAYS = 180;
const START = Date.UTC(2026, 0, 1);

export const KIND = { message: 0, prescription: 1, gift: 2, incident: 3 } as const;

/** The benchmark workload of decoded events as flat columns, in time order: 70% messages, 22% prescriptions, 5% gifts, 3% incidents. */
export interface Workload {
  readonly count: number;
  readonly clinicians: number;
  readonly time: Float64Array;
  readonly kind: Uint8Array;
  readonly clinician: Int32Array;
  /** Clinician times ten plus the patient's number. */
  readonly dyad: Int32Array;
  /** 1 for an outbound message or a controlled prescription. */
  readonly flag: Uint8Array;
  /** Minor units of a gift. */
  readonly amount: Int32Array;
}

/** Seeded: the same events for the same arguments. */
export function makeWorkload(count: number, clinicians: number, seed = 1): Workload {
  let state = seed >>> 0 || 1;
  const random = (): number => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4_294_967_296;
  };
  const workload = {
    count,
    clinicians,
    time: new Float64Array(count),
    kind: new Uint8Array(count),
    clinician: new Int32Array(count),
    dyad: new Int32Array(count),
    flag: new Uint8Array(count),
    amount: new Int32Array(count),
  };
  const step = (DAYS * DAY) / count;
  for (let index = 0; index < count; index += 1) {
    const draw = random();
    const clinician = Math.floor(random() * random() * clinicians);
    // Whole and never on a quarter of an hour, so that no time looks like a date without one.
    workload.time[index] = START + Math.floor(index * step) + 1;
    workload.kind[index] = draw < 0.7 ? KIND.message : draw < 0.92 ? KIND.prescription : draw < 0.97 ? KIND.gift : KIND.incident;
    workload.clinician[index] = clinician;
    workload.dyad[index] = clinician * PATIENTS_EACH + Math.floor(random() * PATIENTS_EACH);
    workload.flag[index] = random() < 0.5 ? 1 : 0;
    workload.amount[index] = 500 + Math.floor(random() * 6_000);
  }
  return workload;
}

const padded = (value: number): string => String(value).padStart(12, '0');
export const clinicianName = (clinician: number): string => `K-${padded(clinician)}`;
export const patientName = (dyad: number): string => `P-${padded(dyad)}`;
export const giverName = (dyad: number): string => `D-${padded(dyad)}`;

/** One event of the workload as the folds of the product see it. */
export function eventAt(workload: Workload, index: number): DomainEvent {
  const time = workload.time[index]!;
  const kind = workload.kind[index]!;
  const dyad = workload.dyad[index]!;
  const clinician = clinicianName(workload.clinician[index]!);
  const patient = patientName(dyad);
  const set = workload.flag[index] === 1;
  const id = `w${String(index)}`;
  const of = (type: string, data: Readonly<Record<string, unknown>>): DomainEvent => ({
    id,
    source: 'workload',
    type,
    version: 1,
    occurred: { instant: time, precision: 'millisecond', zone: ZONE },
    recordedAt: time,
    ingestedAt: time,
    recordId: id,
    recordVersion: 1,
    retracted: false,
    partitionKey: clinician,
    correlationId: id,
    causationId: undefined,
    data: { clinician, patient, ...data },
  });
  if (kind === KIND.message) {
    return of('messaging.message-sent', {
      direction: set ? 'outbound' : 'inbound',
      channel: 'portal',
      urgency: 'routine',
      redirect: false,
    });
  }
  if (kind === KIND.prescription) return of('prescribing.dispensed', { prescription: id, schedule: set ? 'II' : 'not-controlled' });
  if (kind === KIND.gift) {
    const value = { minor: workload.amount[index]!, currency: 'GBP' };
    return of('gifts.declared', { donor: giverName(dyad), donorKind: 'patient', kind: 'in-kind', value, acceptance: 'accepted' });
  }
  return of('incidents.closed', { outcome: 'no-finding' });
}
