import type { Viewer } from '@plumbline/access';
import { migrate, type AnalyticsStore } from '@plumbline/analytics-store';
import { alertStatesFrom, type AlertState } from '@plumbline/cases';
import { DAY, FixedClock } from '@plumbline/kernel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSpecificationStore } from '../../../test/support/specification-store';
import { People } from '../common/people';
import { Reading } from '../common/reading';
import type { AlertFilter } from '../schema.generated';
import { NOW, OTHER_PATIENT, PATIENT, PSYCHIATRIST, SURGEON, alertRow, insertRows } from '../spec-kit/rows';
import { Moments } from '../timeline/moments';
import { AlertRepository } from './alert.repository';

const colleague = { id: 'ada', name: 'Ada', roles: ['risk-manager'], session: 's', expiresAt: NOW + DAY } as const;
const everywhere: Viewer = { ...colleague, departments: 'all' };
const inSurgery: Viewer = { ...colleague, departments: ['Surgery', 'Oncology'] };

let directory: string;
let store: AnalyticsStore;
let states: readonly AlertState[];

const repository = (): AlertRepository => {
  const clock = new FixedClock(NOW);
  const reading = new Reading(store, clock, 'Europe/London');
  return new AlertRepository(reading, { people: new People(reading, []), moments: new Moments(reading), clock });
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'plumbline-told-'));
  store = await openSpecificationStore(join(directory, 'store'));
  await migrate(store);
  await insertRows(store, 'alert_states', [
    alertRow('C-AAAAAAAAAAAA'),
    alertRow('C-BBBBBBBBBBBB', {
      clinician: SURGEON,
      department: 'Surgery',
      patient: '',
      donor: 'D-1',
      route: 'support',
      tier: 'guided-plan',
    }),
    alertRow('C-CCCCCCCCCCCC', { state: 'in-work', assignee: 'ada', respond_by: null, acknowledged_at: NOW - 3, domain: 'money' }),
    alertRow('C-DDDDDDDDDDDD', { state: 'got-worse', assignee: 'ben', respond_by: NOW + DAY, patient: OTHER_PATIENT, known_at: NOW - 1 }),
    alertRow('C-EEEEEEEEEEEE', { state: 'resolved', outcome: 'explained', pattern: 'gift-accumulation', respond_by: NOW - DAY }),
    alertRow('C-FFFFFFFFFFFF', {
      state: 'snoozed',
      snoozed_until: NOW + 1,
      pending_outcome: 'no-concern',
      pending_by: 'ada',
      respond_by: NOW,
    }),
  ]);
  states = await alertStatesFrom(store, new Map());
});

afterAll(async () => {
  await store.close();
  await rm(directory, { recursive: true });
});

const filters: readonly AlertFilter[] = [
  {},
  { clinician: SURGEON },
  { patient: PATIENT },
  { states: ['new', 'got-worse'] },
  { states: [] },
  { patterns: ['gift-accumulation'] },
  { domains: ['money'] },
  { departments: ['Surgery'] },
  { tiers: ['guided-plan'] },
  { routes: ['support'] },
  { assignee: 'me' },
  { assignee: 'ben' },
  { unassigned: true },
  { unassigned: false },
  { overdue: true },
  { overdue: false },
  { search: 'c-aaa' },
  { search: PATIENT.slice(0, 5) },
  { search: 'd-1' },
  { search: "' OR 1" },
  { knownFrom: new Date(NOW - 1).toISOString() },
  { knownTo: new Date(NOW - 1).toISOString() },
  { clinician: PSYCHIATRIST, unassigned: true, overdue: true },
];

describe('Alerts that somebody is told of', () => {
  it.each([
    ['all departments', everywhere],
    ['some departments', inSurgery],
  ])('are those of the list, with %s and every filter', async (_, viewer) => {
    const alerts = repository();
    const listed: string[][] = [];
    const told: string[][] = [];
    for (const filter of filters) {
      const { nodes } = await alerts.page(viewer, { filter });
      listed.push((await nodes()).map(({ id }) => id).sort());
      const toldOf = alerts.toldOf(viewer, filter);
      told.push(states.flatMap((state) => toldOf(state)?.id ?? []));
    }
    expect(told).toEqual(listed);
  });

  it('say what would be read of them', async () => {
    const told = states.map(repository().toldOf(everywhere, undefined));
    const read = await Promise.all(states.map(({ alertId }) => repository().find(everywhere, alertId)));
    const plain = (rows: readonly unknown[]): unknown => JSON.parse(JSON.stringify(rows));
    expect(plain(told)).toEqual(plain(read));
    expect(told.map((row) => row?.overdue())).toEqual(read.map((row) => row?.overdue()));
  });

  it('refuse a filter that the list refuses, before there is any', () => {
    expect(() => repository().toldOf(everywhere, { search: 'c-' })).toThrow('search has 3 characters or more');
  });
});
