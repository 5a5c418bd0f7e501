import { DAY, HOUR, MINUTE, isoDate, isoInstant } from '@plumbline/kernel';
import type { Chance } from './chance';
import { moment, type Chart } from './chart';
import { adverseEvent, communication } from './fhir';
import { isOnCall } from './everyday';
import type { SimulatedClinician } from './staff';

/**
 * Harmless things that look like crossings to whoever counts carelessly: tokens at the holidays, nights on call with one patient,
 * urgent calls, declared dual roles, a date that is printed as midnight, a message on a private phone that is redirected at once.
 */
export function lookAlikes(chart: Chart, chance: Chance, staff: readonly SimulatedClinician[], firstDay: number, lastDay: number): void {
  for (const [index, clinician] of staff.entries()) {
    const own = chance.fork(clinician.id);
    if (own.inThousand(350)) token(chart, own, clinician, firstDay, lastDay, index);
    if (own.inThousand(60)) dualRole(chart, own, clinician, firstDay);
    if (own.inThousand(80)) redirectedAtOnce(chart, own, clinician, firstDay, lastDay);
    if (own.inThousand(100)) nightsOnCallWithOnePatient(chart, own, clinician, firstDay, lastDay);
    if (own.inThousand(70)) urgentEvenings(chart, own, clinician, firstDay, lastDay);
    ordinaryIncidents(chart, chance.fork(`incidents/${clinician.id}`), clinician, firstDay, lastDay);
  }
}

function token(chart: Chart, chance: Chance, clinician: SimulatedClinician, firstDay: number, lastDay: number, index: number): void {
  const day = firstDay + chance.whole(5, Math.max(6, lastDay - firstDay - 2));
  const patient = chance.pick(clinician.patients);
  chart.gift({
    entry: `token-${String(index)}`,
    clinician: clinician.id,
    donor: patient,
    donorKind: 'patient',
    patient,
    kind: 'token',
    value: chance.pick(['£5', '8.50', '£12.00', 'about £10', '']),
    accepted: 'yes',
    received: isoDate(day),
    from: day + chance.whole(0, 3),
  });
}

function dualRole(chart: Chart, chance: Chance, clinician: SimulatedClinician, firstDay: number): void {
  chart.row('dual-roles', moment(firstDay, 600), {
    clinician: clinician.id,
    patient: chance.pick(clinician.patients),
    role: chance.pick(['neighbour', 'coworker', 'community']),
    rationale_recorded: 'yes',
    declared: isoDate(firstDay),
  });
}

function redirectedAtOnce(chart: Chart, chance: Chance, clinician: SimulatedClinician, firstDay: number, lastDay: number): void {
  const patient = chance.pick(clinician.patients);
  const at = moment(chance.whole(firstDay + 3, lastDay - 3), chance.whole(540, 1_000), 7);
  const id = `${clinician.id}-redirected`;
  chart.resource(
    'communications',
    at,
    communication({ id: `${id}-q`, clinician: clinician.id, patient, direction: 'inbound', channel: 'personal-text', at }),
  );
  const answer = at + 20 * MINUTE;
  chart.resource(
    'communications',
    answer,
    communication({
      id: `${id}-a`,
      clinician: clinician.id,
      patient,
      direction: 'outbound',
      channel: 'personal-text',
      at: answer,
      inResponseTo: `${id}-q`,
      redirect: true,
    }),
  );
  chart.row('notes', answer, {
    note: `${id}-n`,
    clinician: clinician.id,
    patient,
    written_at: isoInstant(answer + 30 * MINUTE),
    about: `${id}-a`,
    kind: 'contact',
  });
}

function nightsOnCallWithOnePatient(chart: Chart, chance: Chance, clinician: SimulatedClinician, firstDay: number, lastDay: number): void {
  const patient = chance.pick(clinician.patients);
  let nights = 0;
  for (let day = firstDay + chance.whole(0, 60); day < lastDay && nights < 5; day += 1) {
    if (!isOnCall(clinician, day)) continue;
    nights += 1;
    const at = moment(day, 1_320 + chance.whole(0, 100), 41);
    chart.resource(
      'communications',
      at,
      communication({
        id: `${clinician.id}-${isoDate(day)}-night`,
        clinician: clinician.id,
        patient,
        direction: 'outbound',
        channel: 'clinic-phone',
        at,
      }),
    );
  }
}

/** What every incident system is full of; none of it says anything about boundaries. */
function ordinaryIncidents(chart: Chart, chance: Chance, clinician: SimulatedClinician, firstDay: number, lastDay: number): void {
  for (let day = firstDay + chance.whole(0, 60); day < lastDay; day += chance.whole(30, 120)) {
    const at = moment(day, 500 + chance.whole(0, 500), 23);
    const category = chance.pick(['medication', 'medication', 'privacy', 'other']);
    const id = `${clinician.id}-${isoDate(day)}-incident`;
    chart.resource('adverse-events', at, adverseEvent(id, clinician.id, chance.pick(clinician.patients), category, at, at + 6 * HOUR));
  }
}

function urgentEvenings(chart: Chart, chance: Chance, clinician: SimulatedClinician, firstDay: number, lastDay: number): void {
  const patient = chance.pick(clinician.patients);
  const start = chance.whole(firstDay + 2, Math.max(firstDay + 3, lastDay - 20));
  for (let evening = 0; evening < 5; evening += 1) {
    const at = moment(start, 1_230 + chance.whole(0, 40), 3) + evening * 2 * DAY;
    chart.resource(
      'communications',
      at,
      communication({
        id: `${clinician.id}-urgent${String(evening)}`,
        clinician: clinician.id,
        patient,
        direction: 'outbound',
        channel: 'clinic-phone',
        at,
        priority: 'urgent',
      }),
    );
  }
}
