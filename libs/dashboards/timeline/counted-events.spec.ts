import { migrate, sql, type AnalyticsStore, type Sql } from '@plumbline/analytics-store';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventRow, PATIENT } from '../spec-kit/rows';
import { countedEvents, countedEventsOfMany } from './counted-events';
import { openSpecificationStore } from '../../../test/support/specification-store';

let path: string;
let store: AnalyticsStore;

const visit = (id: string, change: Readonly<Record<string, unknown>> = {}): object =>
  eventRow('encounters.completed', '2026-03-03T10:00:00Z', { patient: PATIENT }, { id, record_id: id, ...change });

beforeAll(async () => {
  path = await mkdtemp(join(tmpdir(), 'plumbline-counted-'));
  store = await openSpecificationStore(path);
  await migrate(store);
  const rows = [
    visit('single'),
    visit('amended-1', { record_id: 'amended' }),
    visit('amended-3', { record_id: 'amended', record_version: 3, recorded_at: Date.parse('2026-03-20T00:00:00Z') }),
    visit('amended-2', { record_id: 'amended', record_version: 2 }),
    visit('tie-b', { record_id: 'tie' }),
    visit('tie-a', { record_id: 'tie' }),
    visit('taken-back-1', { record_id: 'taken-back' }),
    visit('taken-back-2', { record_id: 'taken-back', record_version: 2, retracted: 1 }),
    visit('other-source', { record_id: 'single', source: 'clinic' }),
  ];
  await store.insert('events', rows, { token: 'counted' });
});

afterAll(async () => {
  await store.close();
  await rm(path, { recursive: true, force: true });
});

describe.each([
  ['Events of one clinician', countedEvents],
  ['Events of many clinicians', countedEventsOfMany],
])('%s', (_whose, counted: (condition: Sql, asOf: number | undefined) => Sql) => {
  const idsAt = async (asOf: number | undefined): Promise<readonly string[]> => {
    const rows = await store.query<{ readonly id: string }>(sql`SELECT id FROM (${counted(sql`clinician != ''`, asOf)}) ORDER BY id`);
    return rows.map(({ id }) => id);
  };

  it('count once in their newest versions, ties going to the greater key, and not at all when taken back', async () => {
    expect(await idsAt(undefined)).toEqual(['amended-3', 'other-source', 'single', 'tie-b']);
  });

  it('count as they had been recorded by a point in time', async () => {
    expect(await idsAt(Date.parse('2026-03-10T00:00:00Z'))).toEqual(['amended-2', 'other-source', 'single', 'tie-b']);
  });
});
