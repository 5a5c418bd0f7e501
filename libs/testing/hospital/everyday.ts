import { DAY, HOUR, MINUTE, isoDate, isoInstant, localTime } from '@plumbline/kernel';
import type { Chance } from './chance';
import { moment, type Chart } from './chart';
import { HOSPITAL_ZONE, communication, encounter, appointment, medicationDispense, medicationRequest, type Drug } from './fhir';
import { controlledShare, type SimulatedClinician } from './staff';

const CONTROLLED: Readonly<Record<string, readonly Drug[]>> = {
  oncology: ['oxycodone'],
  psychiatry: ['methylphenidate', 'lorazepam'],
  'family medicine': ['zolpidem', 'lorazepam'],
  obstetrics: ['oxycodone'],
};
const ORDINARY: readonly Drug[] = ['amoxicillin', 'sertraline', 'atorvastatin'];

export const isOnCall = (clinician: SimulatedClinician, day: number): boolean =>
  (day + Number.parseInt(clinician.id.slice(3), 10)) % clinician.onCallEvery === 0;

/** A clinician's ordinary day: a shift, visits with notes, portal messages and their answers, orders out of visits, dispenses. */
export function everyday(chart: Chart, chance: Chance, clinician: SimulatedClinician, day: number): void {
  const { weekday } = localTime(moment(day, 720), HOSPITAL_ZONE);
  const shiftStart = moment(day, clinician.shiftStart);
  const workday = weekday <= 5;
  if (workday) roster(chart, clinician, shiftStart, shiftStart + 9 * HOUR, 'shift');
  if (isOnCall(clinician, day)) {
    roster(chart, clinician, moment(day, 1_080), moment(day + 1, 480), 'on-call');
    onCallNight(chart, chance, clinician, day);
  }
  if (!workday) return;
  visits(chart, chance, clinician, day, shiftStart);
  messages(chart, chance, clinician, day, shiftStart);
}

function roster(chart: Chart, clinician: SimulatedClinician, start: number, end: number, kind: 'shift' | 'on-call'): void {
  chart.row('roster', start, { clinician: clinician.id, start: isoInstant(start), end: isoInstant(end), kind, zone: HOSPITAL_ZONE });
}

function visits(chart: Chart, chance: Chance, clinician: SimulatedClinician, day: number, shiftStart: number): void {
  const count = chance.whole(2, 4);
  for (let slot = 0; slot < count; slot += 1) {
    const patient = chance.pick(clinician.patients);
    const start = shiftStart + (40 + slot * 90 + chance.whole(0, 20)) * MINUTE;
    const end = start + chance.whole(20, 45) * MINUTE;
    const id = `${clinician.id}-${isoDate(day)}-v${String(slot)}`;
    if (chance.inThousand(300))
      chart.resource('appointments', start, appointment(`${id}-a`, clinician.id, patient, start - chance.whole(2, 20) * DAY, start, end));
    chart.resource('encounters', start, encounter(id, clinician.id, patient, start, end));
    chart.row('notes', end, {
      note: `${id}-n`,
      clinician: clinician.id,
      patient,
      written_at: isoInstant(end + chance.whole(3, 90) * MINUTE),
      about: id,
      kind: 'visit',
    });
    if (chance.inThousand(450)) order(chart, chance, clinician, patient, id, start + 10 * MINUTE);
  }
}

function order(chart: Chart, chance: Chance, clinician: SimulatedClinician, patient: string, visit: string, at: number): void {
  const controlled = chance.inThousand(controlledShare(clinician.specialty));
  const drug = chance.pick(controlled ? (CONTROLLED[clinician.specialty] ?? ORDINARY) : ORDINARY);
  chart.resource('medication-requests', at, medicationRequest(`${visit}-rx`, clinician.id, patient, drug, at, visit));
  const handedOver = at + chance.whole(1, 40) * HOUR;
  chart.resource('medication-dispenses', handedOver, medicationDispense(`${visit}-fill0`, `${visit}-rx`, patient, drug, 0, handedOver));
}

/** One patient in so many thousandths of the controlled share takes a controlled substance all the time. */
const LONG_TERM_SHARE = 12;
const REFILL_DAYS = 30;

/** Long-term prescriptions that were there before the data: refilled month after month, so that the volume is level from the start. */
export function longTermRefills(chart: Chart, chance: Chance, clinician: SimulatedClinician, firstDay: number, lastDay: number): void {
  const count = Math.ceil(controlledShare(clinician.specialty) / LONG_TERM_SHARE);
  for (const patient of clinician.patients.slice(0, count)) {
    const drug = chance.pick(CONTROLLED[clinician.specialty] ?? ORDINARY);
    const request = `${clinician.id}-${patient.slice(-3)}-long-term`;
    chart.resource(
      'medication-requests',
      moment(firstDay, 540),
      medicationRequest(request, clinician.id, patient, drug, moment(firstDay, 540)),
    );
    let refill = 0;
    for (let day = firstDay + chance.whole(0, REFILL_DAYS - 1); day <= lastDay; day += REFILL_DAYS, refill += 1) {
      const at = moment(day, 600 + chance.whole(0, 400));
      chart.resource(
        'medication-dispenses',
        at,
        medicationDispense(`${request}-fill${String(refill)}`, request, patient, drug, refill, at),
      );
    }
  }
}

function messages(chart: Chart, chance: Chance, clinician: SimulatedClinician, day: number, shiftStart: number): void {
  const questions = chance.whole(2, 5);
  for (let index = 0; index < questions; index += 1) {
    const patient = chance.pick(clinician.patients);
    const id = `${clinician.id}-${isoDate(day)}-m${String(index)}`;
    const askedAt = moment(day, chance.whole(360, 1_380), chance.whole(1, 59));
    chart.resource(
      'communications',
      askedAt,
      communication({ id: `${id}q`, clinician: clinician.id, patient, direction: 'inbound', channel: 'portal', at: askedAt }),
    );
    // In a study of primary care 37% of in-basket work fell outside work hours; answers are not what the after-hours pattern counts.
    const late = chance.inThousand(370);
    const answeredAt = Math.max(
      askedAt + chance.whole(4, 50) * MINUTE,
      late ? moment(day, chance.whole(1_110, 1_310), 17) : shiftStart + chance.whole(60, 500) * MINUTE,
    );
    chart.resource(
      'communications',
      answeredAt,
      communication({
        id: `${id}a`,
        clinician: clinician.id,
        patient,
        direction: 'outbound',
        channel: 'portal',
        at: answeredAt,
        inResponseTo: `${id}q`,
      }),
    );
  }
  if (chance.inThousand(120)) {
    const at = moment(day, chance.whole(1_100, 1_270), 29);
    const urgent = chance.inThousand(400);
    chart.resource(
      'communications',
      at,
      communication({
        id: `${clinician.id}-${isoDate(day)}-o`,
        clinician: clinician.id,
        patient: chance.pick(clinician.patients),
        direction: 'outbound',
        channel: chance.pick(['portal', 'clinic-phone', 'clinic-email']),
        at,
        priority: urgent ? 'urgent' : 'routine',
      }),
    );
  }
}

/** Calls in the night that are nothing but the on-call doctor's work. */
function onCallNight(chart: Chart, chance: Chance, clinician: SimulatedClinician, day: number): void {
  const calls = chance.whole(1, 4);
  for (let call = 0; call < calls; call += 1) {
    const at = moment(day, 1_200, 13) + chance.whole(0, 9 * 60) * MINUTE;
    chart.resource(
      'communications',
      at,
      communication({
        id: `${clinician.id}-${isoDate(day)}-c${String(call)}`,
        clinician: clinician.id,
        patient: chance.pick(clinician.patients),
        direction: 'outbound',
        channel: 'clinic-phone',
        at,
      }),
    );
  }
}
