import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, type AnalyticsStore } from '@plumbline/analytics-store';
import type { Actor } from '../commands/ports';
import { alertIdOf } from '../fold/alert-record';
import { createAlertFold } from '../fold/alert-fold';
import type { AlertFoldOutput } from '../fold/output';
import { aCommand, aRevision } from '../spec-kit';
import { awaitingAlerts, openCaseReader } from './case-reader';
import { openSpecificationStore } from '../../../test/support/specification-store';

const CASE = alertIdOf('finding-1');
const OTHER = alertIdOf('finding-2');
const everywhere: Actor = { id: 'u-1', role: 'risk-manager', departments: 'all' };
const snake = (item: object): object =>
  Object.fromEntries(
    Object.entries(item).map(([field, value]) => [field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value as unknown]),
  );

describe('Cases read from their tables', () => {
  const directory = mkdtempSync(join(tmpdir(), 'plumbline-case-reader-'));
  let store: AnalyticsStore;
  let folded: AlertFoldOutput;

  beforeAll(async () => {
    store = await openSpecificationStore(directory);
    await migrate(store);
    const fold = createAlertFold();
    const rule = { respondWithinMinutes: 60 };
    const place = { specialty: 'psychiatry', department: 'O\'Brien "B"', site: 'Lakeside' };
    fold.applyFinding(aRevision('raised', 1), rule, { partition: 0, position: 1 }, place);
    fold.applyFinding(aRevision('raised', 1, { id: 'finding-2', tier: 'disciplinary' }), rule, { partition: 0, position: 2 }, place);
    fold.applyCommand(aCommand('snooze', CASE, 1, { until: '2026-04-01T00:00:00.000Z', commandId: 'first' }), {
      partition: 0,
      position: 3,
    });
    fold.applyCommand(aCommand('assign', CASE, 1, { commandId: 'second' }), { partition: 0, position: 4 });
    folded = fold.drain();
    await store.insert('alert_states', folded.alertStates.map(snake), { token: 'states' });
    await store.insert('case_history', folded.caseHistory.map(snake), { token: 'history' });
  });
  afterAll(async () => {
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('are field by field what the fold wrote', async () => {
    const reader = openCaseReader(store);
    const written = folded.alertStates.findLast(({ alertId }) => alertId === CASE)!;
    expect(await reader.find(CASE, everywhere)).toEqual(written);
    expect(await reader.history(CASE, everywhere)).toEqual(folded.caseHistory.filter(({ caseId }) => caseId === CASE));
  });

  it('tell what became of each command', async () => {
    const reader = openCaseReader(store);
    for (const outcome of folded.outcomes) expect(await reader.outcomeOf(CASE, outcome.commandId)).toEqual(outcome);
    expect(folded.outcomes.map(({ conflict }) => conflict)).toEqual(['', 'case.version-conflict']);
    expect(await reader.outcomeOf(CASE, 'third')).toBeUndefined();
  });

  it('are not there for a person of another department, nor is their history', async () => {
    const reader = openCaseReader(store);
    for (const departments of [['Oncology'], [], ["') OR 1 --"]]) {
      expect(await reader.find(CASE, { ...everywhere, departments })).toBeUndefined();
      expect(await reader.history(CASE, { ...everywhere, departments })).toEqual([]);
    }
    expect(await reader.find(CASE, { ...everywhere, departments: ['O\'Brien "B"'] })).toBeDefined();
  });

  it('are awaited only as long as nobody has taken note', async () => {
    expect((await awaitingAlerts(store)).map(({ alertId }) => alertId)).toEqual([OTHER]);
  });
});
