import { dayOfIsoDate, isoDate } from '@plumbline/kernel';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chance } from './chance';
import { Chart, moment } from './chart';
import { everyday, longTermRefills } from './everyday';
import { practitioner, practitionerRole } from './fhir';
import { lookAlikes } from './look-alikes';
import { slip } from './slips';
import { hireStaff } from './staff';
import { plantStories } from './stories';
import type { PlantedCase } from './planted';

export interface HospitalPlan {
  readonly seed: number;
  readonly clinicians: number;
  readonly days: number;
  /** The last simulated local date, `2026-10-31`. */
  readonly until: string;
  /** Patients on each panel; 40 unless told. */
  readonly patientsEach?: number;
  /** Whether the exports hold records that cannot be taken in, as every real one does. */
  readonly slips?: boolean;
}

export interface SimulatedHospital {
  /** What may be imported: a folder for each system. */
  readonly directory: string;
  /** Below `directory`. */
  readonly files: readonly string[];
  readonly records: number;
  readonly firstDay: string;
  readonly lastDay: string;
  /** What was planted, for specifications; it lies in a file of its own outside `directory`. */
  readonly truth: readonly PlantedCase[];
}

/** No clinician, patient or event of this hospital exists. The same plan writes the same bytes. */
export function simulateHospital(
  plan: HospitalPlan,
  out: string,
  progress: (done: number, all: number) => void = () => undefined,
): SimulatedHospital {
  const lastDay = dayOfIsoDate(plan.until);
  const firstDay = lastDay - plan.days + 1;
  const chance = new Chance(plan.seed);
  const chart = new Chart(moment(lastDay + 1, 0));
  const staff = hireStaff(chance.fork('staff'), plan.clinicians, plan.patientsEach ?? 40);
  const hired = moment(firstDay, 0);

  for (const [index, clinician] of staff.entries()) {
    chart.resource('practitioners', hired, practitioner(clinician, hired));
    chart.resource('practitioners', hired, practitionerRole(clinician, isoDate(firstDay), hired));
    // Care began before the data did; the records say that these patients were formally evaluated then.
    for (const patient of clinician.patients) {
      chart.row('care', hired, { clinician: clinician.id, patient, started: isoDate(firstDay), formally_evaluated: 'yes' });
    }
    // The staff list names people whom this clinician does not treat: the registry is connected, and silent.
    const colleague = `pt-${clinician.id.slice(3)}-staff`;
    chart.row('relations', hired, {
      clinician: clinician.id,
      patient: colleague,
      relation: 'staff',
      registry: 'staff list',
      since: isoDate(firstDay),
    });
    const own = chance.fork(`day/${clinician.id}`);
    longTermRefills(chart, own, clinician, firstDay, lastDay);
    for (let day = firstDay; day <= lastDay; day += 1) everyday(chart, own, clinician, day);
    progress(index + 1, staff.length);
  }
  lookAlikes(chart, chance.fork('look-alikes'), staff, firstDay, lastDay);
  const truth = plantStories(chart, chance.fork('stories'), staff, firstDay, lastDay);

  if (plan.slips === true) slip(chart, staff, lastDay);

  const directory = join(out, 'hospital');
  const files = chart.write(directory, firstDay, lastDay);
  mkdirSync(join(out, 'truth'), { recursive: true });
  writeFileSync(join(out, 'truth', 'planted-cases.json'), `${JSON.stringify(truth, null, 2)}\n`);
  return { directory, files, records: chart.records, firstDay: isoDate(firstDay), lastDay: plan.until, truth };
}
