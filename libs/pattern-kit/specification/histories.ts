import type { DomainEvent } from '@plumbline/events';
import type * as fc from 'fast-check';
import {
  activation,
  baseline,
  careStart,
  clinician,
  closedDay,
  correctedGift,
  dispense,
  gift,
  giver,
  incident,
  listing,
  message,
  note,
  onCall,
  order,
  patient,
  relation,
  shift,
  visit,
  withdrawnGift,
  type When,
} from './events';

type FastCheck = typeof fc;

/** Short windows and low thresholds, so that few events are enough for findings to come, change and go. */
export const livelyPolicy = {
  settings: {
    'repeated-after-hours-contact': { windowDays: 12, threshold: 2, minimumPeers: 1 },
    'rising-controlled-refills': { windowDays: 12, historyDays: 12, ratio: 1, minimumPeers: 1 },
    'contact-without-note': { contacts: 2, windowDays: 12 },
    'gift-accumulation': { windowDays: 20 },
    'unapproved-channel-contact': { windowDays: 6 },
    'controlled-order-without-evaluation': { windowDays: 10 },
    'five-stage-slope': { stages: 2 },
  },
  tiers: { 'five-stage-slope': { 'guided-plan': 2 } },
};

const START = Date.UTC(2026, 1, 20);
const DAYS = 50;
const HOUR = 3_600_000;

const text = (instant: number): string => new Date(instant).toISOString().slice(0, 19).replace('T', ' ');

/**
 * Histories of two clinicians with two patients: every kind of fact, some in several versions, corrected, withdrawn or retracted,
 * recorded up to 400 days late, among policies, rosters, baselines and closed days.
 */
export function histories(check: FastCheck, types?: ReadonlySet<string>, maxLength = 40): fc.Arbitrary<readonly DomainEvent[]> {
  return drawn(check, types, { least: 5, most: maxLength }, { seasons: 1, days: DAYS }).map((events) => [...surroundings(), ...events]);
}

/** So many days lie between the starts of two seasons: more than anything may be late. */
const SEASON = 430;
const SEASONS = 5;
/** A record's versions lie within a season, so that the latest is no later than 400 days after the first; what is later has a record of its own. */
const LATEST_OF_VERSIONS = 360;

/**
 * Logs of several such histories, each more than a year after the one before, in the order in which they were recorded, at most 400 days
 * late, with a day closed every five days.
 */
export function years(check: FastCheck, types?: ReadonlySet<string>): fc.Arbitrary<readonly DomainEvent[]> {
  const time = { seasons: SEASONS, days: 30 };
  return drawn(check, types, { least: 100, most: 200 }, time).map((events) => {
    const end = START + (SEASONS * SEASON + 500) * 24 * HOUR;
    const closings: DomainEvent[] = [];
    for (let at = START; at < end; at += 5 * 24 * HOUR) closings.push(closedDay(text(at).slice(0, 10)));
    return [...surroundings(), ...connected(), ...[...events, ...closings].sort((left, right) => left.recordedAt - right.recordedAt)];
  });
}

/** One record of every stream that a pattern needs, of people of whom nothing else is told. */
function connected(): DomainEvent[] {
  const at = '2026-01-01 12:00';
  const nobody = patient('9');
  return ['1', '2'].flatMap((name) => {
    const who = { at, patient: nobody, clinician: clinician(name) };
    return [
      note({ ...who, id: `note-of-${name}` }),
      visit({ ...who, id: `visit-of-${name}` }),
      relation({ ...who, id: `relation-of-${name}` }),
    ];
  });
}

function drawn(
  check: FastCheck,
  types: ReadonlySet<string> | undefined,
  length: { readonly least: number; readonly most: number },
  { seasons, days }: { readonly seasons: number; readonly days: number },
): fc.Arbitrary<readonly DomainEvent[]> {
  const when = check.record({
    hour: check.integer({ min: 0, max: days * 24 }),
    late: check.oneof(
      { weight: 3, arbitrary: check.constant(0) },
      { weight: 2, arbitrary: check.integer({ min: 1, max: 400 * 24 }) },
      { weight: seasons === 1 ? 0 : 2, arbitrary: check.integer({ min: 385 * 24, max: 400 * 24 }) },
    ),
    season: seasons === 1 ? check.constant(undefined) : check.integer({ min: 0, max: seasons - 1 }),
    midnight: check.integer({ min: 0, max: 9 }),
  });
  const fields = check.record({
    clinician: check.constantFrom(clinician('1'), clinician('1'), clinician('2')),
    patient: check.constantFrom(patient('1'), patient('1'), patient('2')),
    donor: check.constantFrom(giver('1'), giver('2')),
    channel: check.constantFrom('portal', 'personal-text', 'personal-text', 'messaging-app', 'unknown'),
    direction: check.constantFrom('outbound', 'outbound', 'inbound'),
    urgency: check.constantFrom('routine', 'routine', 'routine', 'urgent', 'unknown'),
    redirect: check.boolean(),
    schedule: check.constantFrom('II', 'IV', 'II', 'not-controlled', 'unknown'),
    acceptance: check.constantFrom('accepted', 'accepted', 'declined', 'unknown'),
    donorKind: check.constantFrom('patient', 'patient', 'placeholder'),
    kind: check.constantFrom('in-kind', 'in-kind', 'cash'),
    value: check.record({ minor: check.integer({ min: 0, max: 6_000 }), currency: check.constantFrom('GBP', 'GBP', 'EUR') }),
    category: check.constantFrom('boundary-complaint', 'romantic-advance-by-patient'),
    version: check.integer({ min: 1, max: 3 }),
    record: check.integer({ min: 0, max: 60 }),
    retracted: check.integer({ min: 0, max: 9 }),
  });
  const kinds = Object.keys(makers).filter((kind) => types === undefined || types.has(typeOf(kind)));
  const one = check.tuple(check.constantFrom(...kinds), when, fields);
  return check.array(one, { minLength: length.least, maxLength: length.most }).map((entries) => {
    return entries.flatMap(
      ([kind, time, values], index) => makers[kind]?.(whenOf(kind, index, time, values), values as unknown as Fields) ?? [],
    );
  });
}

interface Fields {
  readonly [name: string]: never;
}

type Maker = (when: When, fields: Fields) => DomainEvent[];

const pick = (fields: Fields, ...names: readonly string[]): object => Object.fromEntries(names.map((name) => [name, fields[name]]));

const makers: Readonly<Record<string, Maker>> = {
  message: (when, f) => [message({ ...when, ...pick(f, 'clinician', 'patient', 'channel', 'direction', 'urgency', 'redirect') })],
  gift: (when, f) => [gift({ ...when, ...pick(f, 'clinician', 'donor', 'patient', 'donorKind', 'kind', 'value', 'acceptance') })],
  correctedGift: (when, f) => [
    correctedGift({ ...when, ...pick(f, 'clinician', 'donor', 'patient', 'donorKind', 'kind', 'value', 'acceptance') }),
  ],
  withdrawnGift: (when, f) => [withdrawnGift({ ...when, ...pick(f, 'clinician') })],
  order: (when, f) => [order({ ...when, ...pick(f, 'clinician', 'patient', 'schedule') })],
  dispense: (when, f) => [dispense({ ...when, ...pick(f, 'clinician', 'patient', 'schedule') })],
  visit: (when, f) => [visit({ ...when, ...pick(f, 'clinician', 'patient') })],
  careStart: (when, f) => [careStart({ ...when, ...pick(f, 'clinician', 'patient') })],
  note: (when, f) => [note({ ...when, ...pick(f, 'clinician', 'patient') })],
  relation: (when, f) => [relation({ ...when, ...pick(f, 'clinician', 'patient') })],
  incident: (when, f) => [incident({ ...when, ...pick(f, 'clinician', 'patient', 'category') })],
};

const samples = new Map<string, string>();
function typeOf(kind: string): string {
  const known = samples.get(kind) ?? makers[kind]?.({ at: '2026-01-01' }, {})[0]?.type ?? '';
  samples.set(kind, known);
  return known;
}

function whenOf(
  kind: string,
  index: number,
  { hour, late, season, midnight }: { hour: number; late: number; season: number | undefined; midnight: number },
  { version, record, retracted }: { version: number; record: number; retracted: number },
): When {
  const instant = START + ((season ?? 0) * SEASON * 24 + hour) * HOUR + (midnight === 0 ? 0 : index * 61_000);
  return {
    at: text(instant),
    recorded: text(instant + late * HOUR),
    id: `${kind}-${String(index)}`,
    // Gifts share their records, so that corrections and withdrawals meet what they change.
    record: recordOf(kind, index, record, { late, season }),
    version,
    retracted: retracted === 0,
  };
}

function recordOf(kind: string, index: number, record: number, { late, season }: { late: number; season: number | undefined }): string {
  if (season !== undefined && late > LATEST_OF_VERSIONS * 24) return `${kind}-alone-${String(index)}`;
  const name = `${kind.toLowerCase().includes('gift') ? 'gift' : kind}-${String(record)}`;
  return season === undefined ? name : `${name} of season ${String(season)}`;
}

function surroundings(): DomainEvent[] {
  const days = ['2026-02-25', '2026-03-05', '2026-03-20', '2026-04-02', '2026-04-20'];
  return [
    activation(livelyPolicy, { id: 'policy-1' }),
    activation(
      { ...livelyPolicy, approved: ['portal', 'messaging-app'], currency: 'EUR' },
      { id: 'policy-2', policyVersion: 2, at: '2026-03-25 00:00' },
    ),
    listing({ at: '2026-01-01', id: 'listing-1' }),
    listing({ at: '2026-03-15', id: 'listing-2', specialty: 'oncology', zone: 'America/New_York' }),
    baseline({ at: '2026-01-01', id: 'baseline-1', shrunkPercentile95Milli: 1_000 }),
    baseline({ at: '2026-03-01', id: 'baseline-2', effectiveFrom: '2026-03-01', shrunkPercentile95Milli: 2_000 }),
    baseline({ at: '2026-03-01', id: 'baseline-3', specialty: 'oncology', shrunkPercentile95Milli: 0 }),
    ...['psychiatry', 'oncology'].map((specialty) =>
      baseline({
        at: '2026-01-01',
        id: `refills-${specialty}`,
        metric: 'rising-controlled-refills/dispenses',
        specialty,
        shrunkPercentile95Milli: 1_000,
      }),
    ),
    { ...shift('2026-03-01 09:00', '2026-03-01 17:00'), id: 'shift-1', recordId: 'shift-1' },
    { ...shift('2026-03-10 09:00', '2026-03-10 23:00'), id: 'shift-2', recordId: 'shift-2' },
    { ...onCall('2026-03-06 18:00', '2026-03-08 08:00'), id: 'call-1', recordId: 'call-1' },
    ...days.map((day) => ({ ...closedDay(day), id: `closed-${day}`, recordId: `closed-${day}` })),
  ];
}
