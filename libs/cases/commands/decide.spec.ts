import type { Result } from '@plumbline/kernel';
import type { Tier } from '@plumbline/pattern-kit';
import type { ConflictCode } from '../alert-state';
import { commandOf, type CommandKind } from '../case/command';
import { evolve } from '../case/evolve';
import { initialStanding, type CaseFact, type CaseStanding } from '../case/standing';
import { aCommand, NOON } from '../spec-kit';
import { decide } from './decide';

type Asked = Parameters<typeof aCommand>[3];

/** A case of a tier that people have worked so far. Each command is based on the version that stands. */
function given(tier: Tier, ...worked: readonly (readonly [CommandKind, Asked?])[]): CaseStanding {
  return worked.reduce(
    (standing, [kind, asked]) => {
      const decision = when(standing, kind, asked);
      if (!decision.ok) throw new Error(`the case could not be prepared: ${decision.failure}`);
      return evolve(standing, decision.value);
    },
    evolve(initialStanding, { kind: 'raised', tier, respondBy: NOON }),
  );
}
const when = (standing: CaseStanding, kind: CommandKind, asked: Asked = {}): Result<CaseFact, ConflictCode> =>
  decide(standing, commandOf(aCommand(kind, 'C-1', standing.version, asked))!);
const conflictOf = (decision: Result<CaseFact, ConflictCode>): string => (decision.ok ? 'accepted' : decision.failure);
const after = (standing: CaseStanding, kind: CommandKind, asked: Asked = {}): CaseStanding => {
  const decision = when(standing, kind, asked);
  if (!decision.ok) throw new Error(decision.failure);
  return evolve(standing, decision.value);
};

describe('Acknowledging', () => {
  it('takes note of a new alert, once', () => {
    expect(after(given('awareness'), 'acknowledge')).toMatchObject({ state: 'acknowledged', version: 2, acknowledgedAt: NOON });
    expect(conflictOf(when(given('awareness', ['acknowledge']), 'acknowledge'))).toBe('case.already-acknowledged');
  });

  it('of a case that got worse gives it back to the one who has it', () => {
    const worse = evolve(given('awareness', ['assign', { assignee: 'u-7' }]), { kind: 'got-worse', tier: 'awareness', respondBy: NOON });
    expect(after(worse, 'acknowledge')).toMatchObject({ state: 'in-work', assignee: 'u-7' });
  });
});

describe('Resolving', () => {
  it('closes a case with its outcome, once', () => {
    const resolved = given('awareness', ['resolve', { outcome: 'no-concern' }]);
    expect(resolved).toMatchObject({ state: 'resolved', outcome: 'no-concern' });
    expect(conflictOf(when(resolved, 'resolve'))).toBe('case.already-resolved');
    expect(conflictOf(when(resolved, 'assign'))).toBe('case.already-resolved');
  });

  it('tells a person who saw an older version that the case is resolved, rather than a number', () => {
    const resolved = given('awareness', ['acknowledge'], ['resolve']);
    expect(conflictOf(decide(resolved, commandOf(aCommand('resolve', 'C-1', 2))!))).toBe('case.already-resolved');
    expect(conflictOf(decide(resolved, commandOf(aCommand('comment', 'C-1', 2))!))).toBe('case.version-conflict');
  });

  it("still takes comments and the clinician's response afterwards, and can be opened again", () => {
    const resolved = given('awareness', ['assign'], ['resolve'], ['comment'], ['record-response']);
    expect(resolved).toMatchObject({ state: 'resolved', version: 5 });
    expect(after(resolved, 'reopen')).toMatchObject({ state: 'in-work', outcome: '' });
    expect(conflictOf(when(given('awareness'), 'reopen'))).toBe('case.not-resolved');
  });
});

describe('The second person', () => {
  it.each(['guided-plan', 'disciplinary'] as const)('is needed to dismiss %s', (tier) => {
    const proposed = given(tier, ['resolve', { by: 'u-1', outcome: 'no-concern' }]);
    expect(proposed).toMatchObject({ state: 'acknowledged', outcome: '', pending: { outcome: 'no-concern', by: 'u-1' } });
    expect(conflictOf(when(proposed, 'confirm', { by: 'u-1' }))).toBe('case.second-person-required');
    expect(after(proposed, 'confirm', { by: 'u-2' })).toMatchObject({ state: 'resolved', outcome: 'no-concern', pending: undefined });
  });

  it('is not needed for a lower tier, nor to close a high one with an action', () => {
    expect(given('awareness', ['resolve', { outcome: 'no-concern' }]).state).toBe('resolved');
    expect(given('disciplinary', ['resolve', { outcome: 'referred' }]).state).toBe('resolved');
  });

  it('is not fooled by the first person asking twice', () => {
    const twice = given(
      'disciplinary',
      ['resolve', { by: 'u-1', outcome: 'data-error' }],
      ['resolve', { by: 'u-1', outcome: 'data-error' }],
    );
    expect(twice).toMatchObject({ state: 'acknowledged', outcome: '' });
  });

  it('may decline, and then nothing is left to confirm', () => {
    const declined = given('disciplinary', ['resolve', { by: 'u-1', outcome: 'no-concern' }], ['reopen', { by: 'u-2' }]);
    expect(declined).toMatchObject({ state: 'acknowledged', pending: undefined });
    expect(conflictOf(when(declined, 'confirm', { by: 'u-2' }))).toBe('case.nothing-to-confirm');
  });

  it('is asked anew when the finding rose in between', () => {
    const proposed = given('disciplinary', ['resolve', { by: 'u-1', outcome: 'no-concern' }]);
    const worse = evolve(proposed, { kind: 'got-worse', tier: 'disciplinary', respondBy: NOON });
    expect(conflictOf(when(worse, 'confirm', { by: 'u-2' }))).toBe('case.nothing-to-confirm');
  });
});

describe('Snoozing', () => {
  it('lasts until the case gets worse, or until a date', () => {
    expect(given('awareness', ['snooze'])).toMatchObject({ state: 'snoozed', snoozedUntil: undefined });
    expect(given('awareness', ['snooze', { until: '2026-04-01T00:00:00.000Z' }]).snoozedUntil).toBe(Date.parse('2026-04-01T00:00:00Z'));
  });

  it('that has ended waits for somebody to take note', () => {
    const awake = evolve(given('awareness', ['snooze']), { kind: 'snooze-ended', respondBy: NOON });
    expect(awake).toMatchObject({ state: 'acknowledged', respondBy: NOON });
    expect(after(awake, 'acknowledge')).toMatchObject({ state: 'acknowledged', respondBy: undefined });
  });
});

describe('A withdrawn case', () => {
  it('takes comments and nothing that would need its facts', () => {
    const withdrawn = evolve(given('awareness', ['assign']), { kind: 'withdrawn' });
    expect(conflictOf(when(withdrawn, 'comment'))).toBe('accepted');
    for (const kind of ['acknowledge', 'assign', 'resolve', 'snooze', 'reopen', 'confirm'] as const) {
      expect(conflictOf(when(withdrawn, kind))).toBe('case.withdrawn');
    }
  });
});

describe('Permission', () => {
  it('is never given to an auditor, whatever the case and its version', () => {
    for (const kind of ['acknowledge', 'assign', 'comment', 'resolve', 'reopen', 'snooze', 'confirm', 'record-response'] as const) {
      expect(conflictOf(when(given('awareness'), kind, { role: 'auditor' }))).toBe('case.not-permitted');
    }
  });
});
