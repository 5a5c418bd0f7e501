import { sql, table, typed } from '@plumbline/analytics-store';
import { openPlatform, readPlatformConfiguration, type Platform } from '@plumbline/platform';
import { createLogger } from '@plumbline/runtime';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportOperation } from './export.operation';

let place: string;
let platform: Platform;

const care = (number: number): string =>
  JSON.stringify({
    specversion: '1.0',
    id: String(number),
    source: 'ehr',
    type: 'relationships.care-started',
    time: `2026-03-01T10:00:${String(number).padStart(2, '0')}Z`,
    data: { clinician: `dr-${String(number % 3)}`, patient: `pat-${String(number % 4)}`, formallyEvaluated: true },
  });

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'plumbline-parquet-'));
  const configuration = readPlatformConfiguration({ PLUMBLINE_DATA_DIR: join(place, 'data'), PLUMBLINE_DEMO: '0' });
  platform = await openPlatform(configuration, { logger: createLogger({ level: 'silent', name: 'specification' }) });
  const lines = Array.from({ length: 40 }, (_, number) => care(number));
  await platform.ingestion.accept('ehr', 'event-ndjson', Buffer.from(lines.join('\n')));
});
afterAll(async () => {
  await platform.lifecycle.stop();
  rmSync(place, { recursive: true, force: true });
});

const revealing = { actor: 'operator:specification', reason: 'The board asked for it on paper' };
const save = (format: 'parquet' | 'ndjson', name: string, over = {}) =>
  exportOperation(platform, { what: 'events', format, file: join(place, name), ...over }, () => undefined);

/** Id, clinician and patient as the source names them, in the order of the file. */
interface Named {
  readonly id: string;
  readonly clinician_source_id: string;
  readonly patient_source_id: string;
}

it('names people in Parquet as in NDJSON, in the same order, after each was written down', async () => {
  await save('ndjson', 'named.ndjson', { revealing });
  const { rows } = await save('parquet', 'named.parquet', { revealing });
  const wanted = readFileSync(join(place, 'named.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Named & { type: string })
    .filter(({ type }) => type === 'relationships.care-started')
    .map(({ id, clinician_source_id, patient_source_id }) => ({ id, clinician_source_id, patient_source_id }));
  const file = typed('String', join(place, 'named.parquet'));
  const { store } = platform;
  await store.execute(sql`CREATE TABLE ${table('read_back')} (place UInt64, id String, type String, clinician_source_id String, patient_source_id String)
    ENGINE = Memory`);
  await store.execute(sql`INSERT INTO ${table('read_back')}
    SELECT rowNumberInAllBlocks(), id, type, clinician_source_id, patient_source_id FROM file(${file}, Parquet) SETTINGS max_threads = 1`);
  const found = await store.query<Named>(sql`SELECT id, clinician_source_id, patient_source_id FROM ${table('read_back')}
    WHERE type = 'relationships.care-started' ORDER BY place`);
  expect(wanted).toHaveLength(40);
  expect(wanted[0]?.clinician_source_id).toMatch(/\|dr-\d$/);
  expect(found).toEqual(wanted);
  expect(rows).toBeGreaterThanOrEqual(40);
  await save('ndjson', 'after.ndjson');
  const reasons = readFileSync(join(place, 'after.ndjson'), 'utf8').split(revealing.reason).length - 1;
  expect(reasons).toBeGreaterThanOrEqual(24);
});

it('leaves no table with names behind', async () => {
  const tables = await platform.store.query<{ name: string }>(
    sql`SELECT name FROM system.tables WHERE database = ${platform.store.database} AND name LIKE '%export'`,
  );
  expect(tables).toEqual([]);
});

it('asks for a reason', async () => {
  const noReason = { revealing: { actor: 'operator:specification', reason: ' ' } };
  await expect(save('parquet', 'x.parquet', noReason)).rejects.toMatchObject({ code: 'export.reason-missing' });
});
