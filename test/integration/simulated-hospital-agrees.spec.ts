import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, type AnalyticsStore } from '@plumbline/analytics-store';
import { EVERY_PARTITION } from '@plumbline/events';
import { DAY } from '@plumbline/kernel';
import { createPatternEngine } from '@plumbline/pattern-kit';
import { patterns } from '@plumbline/patterns';
import { activationOf, defaultPolicy, policyView, type PolicyDocument } from '@plumbline/policy';
import { computeBaselines } from '@plumbline/projecting';
import { projections, type LoggedEvent } from '@plumbline/projections';
import { append, closedDays, importHospital, partitionOf, type ImportedHospital } from './fold-and-sql/imported-hospital';
import { foldLines, twinLines, type Line } from './fold-and-sql/lines';
import { linesOf } from '../support/lines-of';
import { openSpecificationStore } from '../support/specification-store';

const document = defaultPolicy({ patterns });
const policy = policyView(document);
const projection = projections.find(({ table }) => table === 'events')!;

/** Fills the table of events from the log; broadcast events from partition 0 alone. Returns how far each partition went. */
async function project(store: AnalyticsStore, { log }: ImportedHospital, from: readonly number[]): Promise<readonly number[]> {
  for (let partition = 0; partition < log.partitions; partition += 1) {
    const rows: LoggedEvent[] = [];
    for await (const { event, dataText, position } of partitionOf(log, partition)) {
      if (position < (from[partition] ?? 0) || (partition > 0 && event.partitionKey === EVERY_PARTITION)) continue;
      rows.push({ event, dataText, partition, position });
    }
    await store.insert('events', linesOf(projection, rows), { token: `p${String(partition)}-${String(from[partition] ?? 0)}` });
  }
  return log.ends();
}

async function fold({ log }: ImportedHospital): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (let partition = 0; partition < log.partitions; partition += 1) {
    const engine = createPatternEngine(patterns, { policyView: (data) => policyView(data as unknown as PolicyDocument) });
    for await (const { event } of partitionOf(log, partition)) engine.apply(event);
    lines.push(...foldLines(engine));
  }
  return lines.sort();
}

describe('the simulated hospital, imported through the front door', () => {
  const directory = mkdtempSync(join(tmpdir(), 'plumbline-hospital-agrees-'));
  let store: AnalyticsStore;
  let hospital: ImportedHospital;
  let folded: readonly Line[];

  beforeAll(async () => {
    hospital = await importHospital({ seed: 7, clinicians: 48, days: 200, until: '2026-10-31', patientsEach: 8 }, directory);
    store = await openSpecificationStore(join(directory, 'analytics'));
    await migrate(store);
    await append(hospital.log, [activationOf(document, { source: '/policy', activatedBy: 'specification', at: 0 })]);
    const ends = await project(store, hospital, []);
    const span = { from: hospital.firstDay * DAY, to: hospital.lastDay * DAY };
    await append(hospital.log, [
      ...(await computeBaselines(store, { ...span, policy, patterns, computedAt: span.to })),
      ...closedDays(hospital),
    ]);
    await project(store, hospital, ends);
    folded = await fold(hospital);
  }, 300_000);

  afterAll(async () => {
    await store.close();
    await hospital.log.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('is taken over whole', () => {
    expect(hospital.receipts.filter(({ quarantined, conflicts }) => quarantined + conflicts > 0)).toEqual([]);
  });

  it('is found alike by folds and SQL twins, pattern by pattern', async () => {
    expect(await twinLines(store, policy)).toEqual(folded);
  }, 300_000);

  it('shows every planted case, compared with peers whose figures came from the analytics store', () => {
    const subjects = new Set(folded.map((line) => line.split(' ').slice(0, 3).join(' ')));
    const missed = hospital.truth.filter(({ pattern, clinician, patient = '' }) => !subjects.has(`${pattern} ${clinician} ${patient}`));
    expect(missed).toEqual([]);
    expect(new Set(hospital.truth.map(({ pattern }) => pattern)).size).toBe(patterns.length);
  });
});
