import { DAY, HOUR, isoInstant } from '@plumbline/kernel';

/** The source that sends the events of the benchmark. */
export const SOURCE = 'benchmark';
const ZONE = 'Europe/London';
const DAYS = 180;
const FIRST_DAY = Date.UTC(2025, 0, 6);
const PATIENTS_EACH = 10;
/** Numbers of patients from here on are in nobody's care. */
const STRANGERS = 50_000_000;

/** Of a hundred events, how many fall into each hour of a day: clinics work by day, and a few write in the evening. */
const HOURS = [7, 8, 8, 9, 9, 9, 10, 10, 10, 11, 11, 11, 12, 13, 13, 14, 14, 14, 15, 15, 16, 16, 17, 18, 19, 21] as const;

/** Seeded numbers below one, the same for the same seed. */
function chance(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

const line = (type: string, id: string, time: number, data: object): string =>
  JSON.stringify({
    specversion: '1.0',
    id,
    source: SOURCE,
    type,
    dataversion: 1,
    time: isoInstant(time),
    timezone: ZONE,
    recordedtime: isoInstant(time + 90_000),
    recordid: id,
    recordversion: 1,
    data,
  });

const clinicianOf = (clinician: number): string => `staff-${String(clinician).padStart(6, '0')}`;
const patientOf = (dyad: number): string => `mrn-${String(dyad).padStart(8, '0')}`;

/** Who works here and who is in whose care, before anything else. */
export function directoryLines(clinicians: number, firstDay = FIRST_DAY): readonly string[] {
  const lines: string[] = [];
  for (let clinician = 0; clinician < clinicians; clinician += 1) {
    const place = { specialty: `specialty ${clinician % 8}`, department: `department ${clinician % 12}`, site: `site ${clinician % 2}` };
    const listed = { clinician: clinicianOf(clinician), ...place, zone: ZONE, state: 'active' };
    lines.push(line('directory.clinician-listed', `listed-${clinician}`, firstDay - DAY, listed));
    for (let patient = 0; patient < PATIENTS_EACH; patient += 1) {
      const dyad = clinician * PATIENTS_EACH + patient;
      const care = { clinician: clinicianOf(clinician), patient: patientOf(dyad), formallyEvaluated: true };
      lines.push(line('relationships.care-started', `care-${dyad}`, firstDay - DAY + dyad, care));
    }
  }
  return lines;
}

/** Which part of a longer stream is made, and about whom. */
export interface Stretch {
  /** The number of the first event. */
  readonly first: number;
  /** The number of events that the days have in all. */
  readonly of: number;
  /** The first day, UTC milliseconds, and how many there are: 180 from January 2025 on unless it is said otherwise. */
  readonly firstDay?: number;
  readonly days?: number;
  /** How the ids of the events begin. */
  readonly named?: string;
  /** Every event names a patient of its own. */
  readonly strangers?: boolean;
}

/**
 * The workload as a source sends it, about 400 bytes a line and in time order: 70% messages, 22% prescriptions, 5% gifts, 3% incidents,
 * with the source's own names of people.
 */
export function eventLines(
  count: number,
  clinicians: number,
  seed = 1,
  { first, of, firstDay = FIRST_DAY, days = DAYS, named = 'event', strangers = false }: Stretch = { first: 0, of: count },
): readonly string[] {
  const random = chance(seed);
  const pick = <Value>(values: readonly [Value, ...Value[]]): Value => values[Math.floor(random() * values.length)] ?? values[0];
  return Array.from({ length: count }, (_, index) => {
    const day = firstDay + Math.floor((((first + index) % of) / of) * days) * DAY;
    const time = day + pick(HOURS) * HOUR + Math.floor(random() * HOUR);
    const number = Math.floor(random() * random() * clinicians);
    const dyad = strangers ? STRANGERS + first + index : number * PATIENTS_EACH + Math.floor(random() * PATIENTS_EACH);
    const people = { clinician: clinicianOf(number), patient: patientOf(dyad) };
    const id = `${named}-${String(first + index).padStart(10, '0')}`;
    const draw = random();
    if (draw < 0.7) {
      const channel = random() < 0.002 ? 'personal-text' : pick(['portal', 'portal', 'clinic-phone', 'clinic-email', 'video-visit']);
      const message = { ...people, direction: pick(['inbound', 'outbound']), channel, urgency: 'routine', redirect: false };
      return line('messaging.message-sent', id, time, { ...message, topicLabel: 'administrative' });
    }
    if (draw < 0.92) {
      const schedule = random() < 0.1 ? 'II' : 'not-controlled';
      const supply = { ...people, prescription: id, schedule, scheduleSource: 'national formulary', daysSupply: 28 };
      if (random() < 0.5) return line('prescribing.dispensed', id, time, { ...supply, refillNumber: 1 });
      return line('prescribing.ordered', id, time, { ...supply, medication: { system: 'rxnorm', code: '197696', display: 'a tablet' } });
    }
    if (draw < 0.97) {
      const value = { minor: 300 + Math.floor(random() * 900), currency: 'GBP' };
      const gift = {
        ...people,
        donor: `giver-${dyad}`,
        donorKind: 'patient',
        kind: 'token',
        value,
        acceptance: pick(['accepted', 'declined']),
      };
      return line('gifts.declared', id, time, gift);
    }
    const incident = { ...people, category: 'other', severity: 'low', reportedBy: pick(['colleague', 'clinician']) };
    return line('incidents.reported', id, time, incident);
  });
}

/** Lines as the bodies of requests. */
export function batchesOf(lines: readonly string[], size: number): readonly Buffer[] {
  const batches: Buffer[] = [];
  for (let from = 0; from < lines.length; from += size) batches.push(Buffer.from(`${lines.slice(from, from + size).join('\n')}\n`));
  return batches;
}
