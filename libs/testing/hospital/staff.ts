import type { Chance } from './chance';

export interface SimulatedClinician {
  /** The identifier at the source, `dr-0001`; the platform never shows it. */
  readonly id: string;
  readonly specialty: string;
  readonly department: string;
  readonly site: string;
  readonly supervisor: string | undefined;
  readonly patients: readonly string[];
  /** Minutes after local midnight at which an ordinary shift begins. */
  readonly shiftStart: number;
  /** One night in so many days is spent on call. */
  readonly onCallEvery: number;
}

interface Service {
  readonly specialty: string;
  readonly department: string;
  readonly onCallEvery: number;
  /** Controlled orders in a thousand orders: high in oncology for good reason. */
  readonly controlledShare: number;
}

export const SITES = ['Lakeside', 'Northgate'] as const;

export const SERVICES: readonly Service[] = [
  { specialty: 'psychiatry', department: 'Psychiatry', onCallEvery: 9, controlledShare: 140 },
  { specialty: 'oncology', department: 'Oncology', onCallEvery: 7, controlledShare: 430 },
  { specialty: 'family medicine', department: 'Family Medicine', onCallEvery: 14, controlledShare: 60 },
  { specialty: 'obstetrics', department: 'Obstetrics', onCallEvery: 5, controlledShare: 50 },
];

/** Deals clinicians out over services and sites, each with a panel of patients of his or her own. */
export function hireStaff(chance: Chance, clinicians: number, patientsEach: number): readonly SimulatedClinician[] {
  return Array.from({ length: clinicians }, (_, index) => {
    const service = SERVICES[index % SERVICES.length];
    const site = SITES[Math.floor(index / SERVICES.length) % SITES.length];
    if (service === undefined || site === undefined) throw new RangeError('no service or site');
    const group = index % (SERVICES.length * SITES.length);
    return {
      id: `dr-${String(index + 1).padStart(4, '0')}`,
      specialty: service.specialty,
      department: service.department,
      site,
      supervisor: index === group ? undefined : `dr-${String(group + 1).padStart(4, '0')}`,
      patients: Array.from(
        { length: patientsEach },
        (_unused, patient) => `pt-${String(index + 1).padStart(4, '0')}-${String(patient + 1).padStart(3, '0')}`,
      ),
      shiftStart: chance.pick([450, 480, 510, 540]),
      onCallEvery: service.onCallEvery,
    };
  });
}

export const controlledShare = (specialty: string): number =>
  SERVICES.find((service) => service.specialty === specialty)?.controlledShare ?? 0;
