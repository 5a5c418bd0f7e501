import { DAY, HOUR, MINUTE, type ClinicianId } from '@plumbline/kernel';
import type { AlertState } from '../alert-state';
import { aClosedDay, aCommand, aRevision, NOON } from '../spec-kit';
import { alertIdOf } from './alert-record';
import { createAlertFold, type AlertFold } from './alert-fold';

const rule = { respondWithinMinutes: 60 };
const place = { specialty: 'psychiatry', department: 'Psychiatry', site: 'Lakeside' };
const CASE = alertIdOf('finding-1');

/** A fold with one alert, and a log that gives each event the next position. */
function given(): { fold: AlertFold; next: () => { partition: number; position: number }; newest: () => AlertState } {
  const fold = createAlertFold();
  let position = 0;
  const next = (): { partition: number; position: number } => ({ partition: 2, position: (position += 1) });
  fold.applyFinding(aRevision('raised', 1), rule, next(), place);
  return { fold, next, newest: () => fold.drain().alertStates.at(-1)! };
}
const rose = (value: number): Parameters<typeof aRevision>[2] => ({
  comparisons: [{ against: 'threshold', valueMilli: value, limitMilli: 3_000 }],
});

describe('A finding that the policy routes', () => {
  it('becomes a new alert with a response time counted from when we learned of it', () => {
    expect(given().newest()).toMatchObject({
      alertId: CASE,
      sequence: 1,
      state: 'new',
      caseVersion: 1,
      attention: 1,
      evidenceCount: 3,
      department: 'Psychiatry',
      respondBy: NOON + HOUR + 60 * MINUTE,
      partition: 2,
      position: 1,
    });
    expect(CASE).toMatch(/^C-[0-9A-HJKMNP-TV-Z]{12}$/);
  });

  it('becomes no alert where the policy has no route for it, until a revision has one', () => {
    const fold = createAlertFold();
    fold.applyFinding(aRevision('raised', 1), undefined, { partition: 0, position: 1 });
    expect(fold.drain().alertStates).toEqual([]);
    fold.applyFinding(aRevision('revised', 2), rule, { partition: 0, position: 2 });
    expect(fold.drain().alertStates).toMatchObject([{ alertId: CASE, state: 'new' }]);
  });

  it('renews the row, not the case, when a revision does not rise', () => {
    const { fold, next, newest } = given();
    fold.applyFinding(aRevision('revised', 2, { evidence: ['a', 'b'] }), rule, next(), place);
    expect(newest()).toMatchObject({ sequence: 2, caseVersion: 1, state: 'new', evidenceCount: 2 });
  });

  it('changes nothing when the same revision comes twice', () => {
    const { fold, next } = given();
    fold.drain();
    fold.applyFinding(aRevision('raised', 1), rule, next(), place);
    expect(fold.drain().alertStates).toEqual([]);
  });
});

describe('An alert that somebody has taken note of', () => {
  it.each(['acknowledge', 'assign', 'snooze', 'resolve'] as const)('got worse when its value rises after %s', (kind) => {
    const { fold, next, newest } = given();
    fold.applyCommand(aCommand(kind, CASE, 1), next());
    expect(newest()).toMatchObject({ respondBy: undefined, caseVersion: 2 });
    fold.applyFinding(aRevision('revised', 2, rose(4_000)), rule, next(), place);
    expect(newest()).toMatchObject({ state: 'got-worse', caseVersion: 3, attention: 3, outcome: '', respondBy: NOON + 3 * HOUR });
  });

  it('is left in peace by a revision downward', () => {
    const { fold, next, newest } = given();
    fold.applyCommand(aCommand('snooze', CASE, 1), next());
    fold.applyFinding(aRevision('revised', 2, rose(2_000)), rule, next(), place);
    expect(newest()).toMatchObject({ state: 'snoozed', caseVersion: 2 });
  });

  it('does not call people again for every message while it already waits for them', () => {
    const { fold, next, newest } = given();
    fold.applyCommand(aCommand('acknowledge', CASE, 1), next());
    fold.applyFinding(aRevision('revised', 2, rose(4_000)), rule, next(), place);
    fold.applyFinding(aRevision('revised', 3, rose(5_000)), rule, next(), place);
    expect(newest()).toMatchObject({ state: 'got-worse', attention: 3 });
    fold.applyFinding(aRevision('revised', 4, { ...rose(6_000), tier: 'disciplinary' }), rule, next(), place);
    expect(newest()).toMatchObject({ state: 'got-worse', attention: 4, tier: 'disciplinary' });
  });

  it('wakes from a snooze when a day is closed after its date, and not before', () => {
    const { fold, next, newest } = given();
    fold.applyCommand(aCommand('snooze', CASE, 1, { until: new Date(NOON + DAY).toISOString() }), next());
    fold.applyCommand(aClosedDay('2026-03-02', NOON + 12 * HOUR), next());
    expect(newest()).toMatchObject({ state: 'snoozed', snoozedUntil: NOON + DAY });
    fold.applyCommand(aClosedDay('2026-03-03', NOON + 36 * HOUR), next());
    expect(newest()).toMatchObject({ state: 'acknowledged', snoozedUntil: undefined, respondBy: NOON + 37 * HOUR, attention: 3 });
  });
});

describe('A finding whose facts are withdrawn', () => {
  it('leaves the case standing with its history, and brings it back as it was', () => {
    const { fold, next } = given();
    fold.applyCommand(aCommand('assign', CASE, 1), next());
    fold.applyFinding(aRevision('withdrawn', 2), rule, next(), place);
    fold.applyFinding(aRevision('raised', 3), rule, next(), place);
    const { alertStates, caseHistory } = fold.drain();
    expect(alertStates.map(({ state }) => state)).toEqual(['new', 'in-work', 'withdrawn', 'in-work']);
    expect(caseHistory.map(({ kind, version }) => `${kind} ${version}`)).toEqual(['raised 1', 'assign 2', 'withdrawn 3', 'reinstated 4']);
    expect(alertStates.at(-1)).toMatchObject({ assignee: 'u-2' });
  });

  it('hands its alert to the finding that takes its place, without a step in between', () => {
    const { fold, next } = given();
    fold.applyCommand(aCommand('assign', CASE, 1), next());
    fold.drain();
    const at = next();
    fold.applyFinding(aRevision('withdrawn', 2), rule, at, place);
    fold.applyFinding(aRevision('raised', 1, { id: 'finding-2' }, { supersedes: 'finding-1' }), rule, at, place);
    expect(fold.drain().alertStates).toMatchObject([{ alertId: CASE, findingId: 'finding-2', state: 'in-work', caseVersion: 2 }]);
  });

  it('does the same when the successor comes first', () => {
    const { fold, next } = given();
    const at = next();
    fold.applyFinding(aRevision('raised', 1, { id: 'finding-2' }, { supersedes: 'finding-1' }), rule, at, place);
    fold.applyFinding(aRevision('withdrawn', 2), rule, at, place);
    expect(fold.drain().alertStates.at(-1)).toMatchObject({ alertId: CASE, findingId: 'finding-2', state: 'new' });
  });

  it('gives a second successor an alert of its own, so that no crossing is hidden behind another', () => {
    const { fold, next } = given();
    fold.applyFinding(aRevision('raised', 1, { id: 'finding-2' }, { supersedes: 'finding-1' }), rule, next(), place);
    fold.applyFinding(aRevision('raised', 1, { id: 'finding-3' }, { supersedes: 'finding-1' }), rule, next(), place);
    expect(fold.drain().alertStates.at(-1)).toMatchObject({ alertId: alertIdOf('finding-3'), state: 'new' });
  });

  it('never moves the time at which a state could be known backwards', () => {
    const { fold, next, newest } = given();
    fold.applyFinding(aRevision('revised', 2, {}, { knownAt: NOON - 40 * DAY }), rule, next(), place);
    expect(newest()).toMatchObject({ stateKnownAt: NOON, learnedAt: NOON + 2 * HOUR });
  });
});

describe('Commands that cannot be carried out', () => {
  it('are answered and kept in the history', () => {
    const { fold, next } = given();
    fold.drain();
    fold.applyCommand(aCommand('acknowledge', 'C-UNKNOWN', 1), next());
    fold.applyCommand(aCommand('acknowledge', CASE, 1, { clinician: 'K-000000000009' as ClinicianId }), next());
    fold.applyCommand(aCommand('acknowledge', CASE, 1, { role: 'auditor' }), next());
    fold.applyCommand(aCommand('acknowledge', CASE, 7), next());
    const { alertStates, caseHistory, outcomes } = fold.drain();
    const conflicts = ['case.not-found', 'case.not-found', 'case.not-permitted', 'case.version-conflict'];
    expect(outcomes.map(({ conflict }) => conflict)).toEqual(conflicts);
    expect(caseHistory.map(({ conflict, accepted }) => [conflict, accepted])).toEqual(conflicts.map((conflict) => [conflict, false]));
    expect(alertStates).toEqual([]);
  });

  it('get the same answer again when the same command arrives twice, and leave no second entry', () => {
    const { fold, next } = given();
    const command = aCommand('acknowledge', CASE, 1);
    fold.applyCommand(command, next());
    fold.applyCommand(command, next());
    const { caseHistory, outcomes } = fold.drain();
    expect(outcomes).toMatchObject([
      { accepted: true, version: 2 },
      { accepted: true, version: 2 },
    ]);
    expect(caseHistory.filter(({ kind }) => kind === 'acknowledge')).toHaveLength(1);
  });
});
