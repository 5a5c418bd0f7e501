import { migrate, sql, type AnalyticsStore, type Sql } from '@plumbline/analytics-store';
import { FixedClock } from '@plumbline/kernel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Reading } from '../common/reading';
import { eventRow, PATIENT, PSYCHIATRIST, SURGEON } from '../spec-kit/rows';
import { ClinicianEvents } from './clinician-events';
import { countedEvents } from './counted-events';
import { openSpecificationStore } from '../../../test/support/specification-store';

let path: string;
let store: AnalyticsStore;

const visit = (id: string, change: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> =>
  eventRow('encounters.completed', '2026-03-03T10:00:00Z', { patient: PATIENT }, { id, record_id: id, ...change });

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'plumbline-counted-'));
  store = await openSpecificationStore(path);
  await migrate(store);
  const tieA = visit('tie-a', { record_id: 'tie' });
  const rows = [
    visit('single'),
    visit('amended-1', { record_id: 'amended' }),
    visit('amended-3', { record_id: 'amended', record_version: 3, recorded_at: Date.parse('2026-03-20T00:00:00Z') }),
    visit('amended-2', { record_id: 'amended', record_version: 2 }),
    visit('tie-b', { record_id: 'tie' }),
    tieA,
    visit('taken-back-1', { record_id: 'taken-back' }),
    visit('taken-back-2', { record_id: 'taken-back', record_version: 2, retracted: 1 }),
    visit('other-source', { record_id: 'single', source: 'clinic' }),
    // Of another partition at the position of a version that counts for nothing.
    visit('other-partition', { partition: 1, position: tieA['position'] }),
  ];
  await store.insert('events', rows, { token: 'counted' });
});

afterAll(async () => {
  await store.close();
  await rm(path, { recursive: true, force: true });
});

/** One request. */
const once = (): { readonly once: <Value>(owner: object, make: () => Value) => Value } => {
  const kept = new Map<object, unknown>();
  return {
    once: <Value>(owner: object, make: () => Value): Value => {
      if (!kept.has(owner)) kept.set(owner, make());
      return kept.get(owner) as Value;
    },
  };
};

const clinicianEvents = (mostNamed?: number): ClinicianEvents =>
  new ClinicianEvents(new Reading(store, new FixedClock(0), 'Europe/London'), mostNamed);

type Asked = (asOf: number | undefined) => Promise<Sql>;

describe.each<[string, Asked]>([
  ['Events of one clinician', (asOf) => clinicianEvents().newest(once(), PSYCHIATRIST, asOf)],
  ['Events of one clinician who has too many amended ones to name', (asOf) => clinicianEvents(1).newest(once(), PSYCHIATRIST, asOf)],
  ['Events of many clinicians', (asOf) => Promise.resolve(countedEvents(sql`clinician != ''`, asOf))],
])('%s', (whose, counted) => {
  const idsAt = async (asOf: number | undefined): Promise<readonly string[]> => {
    const rows = await store.query<{ readonly id: string }>(sql`SELECT id FROM (${await counted(asOf)}) ORDER BY id`);
    return rows.map(({ id }) => id);
  };

  it('count once in their newest versions, ties going to the greater key, and not at all when taken back', async () => {
    expect(await idsAt(undefined)).toEqual(['amended-3', 'other-partition', 'other-source', 'single', 'tie-b']);
  });

  it('count as they had been recorded by a point in time', async () => {
    const then = ['amended-2', 'other-partition', 'other-source', 'single', 'tie-b'];
    expect(await idsAt(Date.parse('2026-03-10T00:00:00Z'))).toEqual(then);
  });

  if (whose === 'Events of many clinicians') return;

  it('say which have earlier versions', async () => {
    const rows = await store.query<{ readonly id: string }>(sql`SELECT id FROM (${await counted(undefined)}) WHERE amended ORDER BY id`);
    expect(rows.map(({ id }) => id)).toEqual(['amended-3', 'tie-b']);
  });
});

describe('Events of one clinician', () => {
  it('are asked once a request which of them count, and again by the next', async () => {
    const asked: unknown[] = [];
    const counting = Object.assign(Object.create(store) as AnalyticsStore, {
      query: (statement: Sql) => {
        asked.push(statement);
        return store.query(statement);
      },
    });
    const events = new ClinicianEvents(new Reading(counting, new FixedClock(0), 'Europe/London'));
    const request = once();
    await Promise.all([1, 2].map(() => events.newest(request, PSYCHIATRIST, undefined)));
    expect(asked).toHaveLength(1);
    await events.newest(request, PSYCHIATRIST, 0);
    await events.newest(request, SURGEON, undefined);
    await events.newest(once(), PSYCHIATRIST, undefined);
    expect(asked).toHaveLength(4);
  });
});
