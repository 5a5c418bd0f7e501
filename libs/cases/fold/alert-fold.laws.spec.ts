import fc from 'fast-check';
import type { CommandKind } from '../case/command';
import { aClosedDay, aCommand, aRevision, NOON } from '../spec-kit';
import { alertIdOf } from './alert-record';
import { createAlertFold, type AlertFold, type AlertFoldSnapshot } from './alert-fold';
import type { AlertFoldOutput } from './output';

const rule = { respondWithinMinutes: 60 };
const CASE = alertIdOf('finding-1');
/** Kinds of which two on one version cannot both be right. */
const conflicting: readonly CommandKind[] = ['acknowledge', 'assign', 'resolve', 'snooze'];
const kinds: readonly CommandKind[] = [...conflicting, 'comment', 'record-response', 'reopen', 'confirm'];

type Step = (fold: AlertFold, position: number) => void;

const commandSteps = fc
  .record({ kind: fc.constantFrom(...kinds), basedOn: fc.integer({ min: 1, max: 8 }), by: fc.constantFrom('u-1', 'u-2') })
  .map(({ kind, basedOn, by }): Step => {
    const command = aCommand(kind, CASE, basedOn, { by });
    return (fold, position) => {
      fold.applyCommand(command, { partition: 0, position });
    };
  });
const findingSteps = fc
  .record({
    status: fc.constantFrom('raised', 'revised', 'withdrawn'),
    revision: fc.integer({ min: 1, max: 12 }),
    value: fc.integer({ min: 3_000, max: 6_000 }),
    tier: fc.constantFrom('awareness', 'guided-plan', 'disciplinary'),
    successor: fc.boolean(),
    routed: fc.boolean(),
  })
  .map(({ status, revision, value, tier, successor, routed }): Step => {
    const comparisons = [{ against: 'threshold', valueMilli: value, limitMilli: 3_000 } as const];
    const changes = { tier, comparisons, id: successor ? 'finding-2' : 'finding-1' } as const;
    const taken = aRevision(status, revision, changes, successor ? { supersedes: 'finding-1' } : {});
    return (fold, position) => {
      fold.applyFinding(taken, routed ? rule : undefined, { partition: 0, position });
    };
  });
const daySteps = fc.integer({ min: 0, max: 40 }).map((days): Step => {
  const closed = aClosedDay('2026-03-02', NOON + days * 86_400_000);
  return (fold, position) => {
    fold.applyCommand(closed, { partition: 0, position });
  };
});
const histories = fc.array(fc.oneof(commandSteps, findingSteps, daySteps), { maxLength: 40 });

const joined = (parts: readonly AlertFoldOutput[]): AlertFoldOutput => ({
  alertStates: parts.flatMap(({ alertStates }) => alertStates),
  caseHistory: parts.flatMap(({ caseHistory }) => caseHistory),
  outcomes: parts.flatMap(({ outcomes }) => outcomes),
});

/** Folds a history, draining (and, where asked, restarting from a snapshot that went through JSON) after the given steps. */
function folded(steps: readonly Step[], pauses: ReadonlySet<number>, restarts: boolean): AlertFoldOutput {
  let fold = createAlertFold();
  const parts: AlertFoldOutput[] = [];
  fold.applyFinding(aRevision('raised', 1), rule, { partition: 0, position: 0 });
  steps.forEach((step, index) => {
    step(fold, index + 1);
    if (!pauses.has(index)) return;
    parts.push(fold.drain());
    if (restarts) fold = createAlertFold({ restore: JSON.parse(JSON.stringify(fold.snapshot())) as AlertFoldSnapshot });
  });
  return joined([...parts, fold.drain()]);
}

describe('Laws of the alert fold', () => {
  it('lets exactly one of any conflicting commands on one version win, in whatever order they stand in the log', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ kind: fc.constantFrom(...conflicting), by: fc.constantFrom('u-1', 'u-2', 'u-3') }), {
          minLength: 2,
          maxLength: 12,
        }),
        (asked) => {
          const fold = createAlertFold();
          fold.applyFinding(aRevision('raised', 1), rule, { partition: 0, position: 0 });
          asked.forEach(({ kind, by }, index) => {
            fold.applyCommand(aCommand(kind, CASE, 1, { by }), { partition: 0, position: index + 1 });
          });
          const { outcomes, caseHistory } = fold.drain();
          expect(outcomes.map(({ accepted }) => accepted)).toEqual(asked.map((_, index) => index === 0));
          for (const outcome of outcomes.slice(1)) expect(['case.version-conflict', 'case.already-resolved']).toContain(outcome.conflict);
          expect(caseHistory).toHaveLength(asked.length + 1);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('would let a second one win if versions were not looked at, so the law above can fail', () => {
    const fold = createAlertFold();
    fold.applyFinding(aRevision('raised', 1), rule, { partition: 0, position: 0 });
    fold.applyCommand(aCommand('assign', CASE, 1, { by: 'u-1' }), { partition: 0, position: 1 });
    fold.applyCommand(aCommand('assign', CASE, 2, { by: 'u-2' }), { partition: 0, position: 2 });
    expect(fold.drain().outcomes.map(({ accepted }) => accepted)).toEqual([true, true]);
  });

  it('gives the same rows whenever it is drained', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat({ max: 39 })), (steps, pauses) => {
        expect(folded(steps, new Set(pauses), false)).toEqual(folded(steps, new Set(), false));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same rows when it is restarted from a snapshot anywhere', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat({ max: 39 })), (steps, pauses) => {
        expect(folded(steps, new Set(pauses), true)).toEqual(folded(steps, new Set(), false));
      }),
      { numRuns: 300 },
    );
  });

  it('numbers the rows of an alert without a gap, never takes a version or a time back, and answers every command once', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        const { alertStates, caseHistory, outcomes } = folded(steps, new Set(), false);
        for (const alertId of new Set(alertStates.map((row) => row.alertId))) {
          const rows = alertStates.filter((row) => row.alertId === alertId);
          expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1));
          rows.slice(1).forEach((row, index) => {
            const before = rows[index]!;
            expect(row.caseVersion).toBeGreaterThanOrEqual(before.caseVersion);
            expect(row.stateKnownAt).toBeGreaterThanOrEqual(before.stateKnownAt);
            expect(row.learnedAt).toBeGreaterThanOrEqual(before.learnedAt);
          });
          const accepted = caseHistory.filter((entry) => entry.caseId === alertId && entry.accepted).map(({ version }) => version);
          expect(accepted).toEqual(accepted.map((_, index) => index + 1));
        }
        expect(caseHistory.filter(({ commandId }) => commandId !== '')).toHaveLength(outcomes.length);
      }),
      { numRuns: 300 },
    );
  });
});
