import { specification } from '@plumbline/pattern-kit';
import { controlledOrderWithoutEvaluation } from './controlled-order-without-evaluation.pattern';

const { careStart, judge, local, order, patient, visit } = specification;
const practice = visit({ at: '2026-01-05 10:00', patient: patient('99') });
const of = (...events: Parameters<typeof judge>[1]) => judge(controlledOrderWithoutEvaluation, [practice, ...events]);

describe('controlled order without an evaluation', () => {
  it('is raised by a controlled order for somebody without a visit or evaluation before', () => {
    expect(of(order({ at: '2026-03-03 10:00' })).findings).toMatchObject([
      { band: 'high', tier: 'guided-plan', startedAt: local('2026-03-03 10:00'), knownAt: local('2026-03-03 10:00') },
    ]);
  });

  it('is clear with a completed visit before, or later on the same day', () => {
    expect(of(visit({ at: '2026-02-01 10:00' }), order({ at: '2026-03-03 10:00' })).findings).toEqual([]);
    expect(of(order({ at: '2026-03-03 10:00' }), visit({ at: '2026-03-03 16:00' })).findings).toEqual([]);
    expect(of(order({ at: '2026-03-03 10:00' }), visit({ at: '2026-03-04 09:00' })).findings).toHaveLength(1);
  });

  it('accepts care that began before the data did where a record says that it was evaluated', () => {
    expect(of(careStart({ at: '2019-01-01' }), order({ at: '2026-03-03 10:00' })).findings).toEqual([]);
    expect(of(careStart({ at: '2019-01-01', formallyEvaluated: false }), order({ at: '2026-03-03 10:00' })).findings).toHaveLength(1);
  });

  it('passes over drugs that are not controlled, and cannot tell where the schedule is not known', () => {
    const { findings, undetermined } = of(
      order({ at: '2026-03-03', schedule: 'not-controlled' }),
      order({ at: '2026-03-04', schedule: 'unknown' }),
    );
    expect(findings).toEqual([]);
    expect(undetermined).toMatchObject([{ because: 'the schedule is not known', facts: 1 }]);
  });

  it('leaves out an order that was made in a visit', () => {
    expect(of(order({ at: '2026-03-03', encounter: 'v1' })).findings).toEqual([]);
  });

  it('is undetermined for a clinician of whom no visit is in the stream at all, until one is', () => {
    const unconnected = judge(controlledOrderWithoutEvaluation, [order({ at: '2026-03-03 10:00' })]);
    expect(unconnected).toMatchObject({
      findings: [],
      undetermined: [{ because: 'no visit or start of care of this clinician is in the stream' }],
    });
    expect(judge(controlledOrderWithoutEvaluation, [order({ at: '2026-03-03 10:00' }), practice])).toMatchObject({
      findings: [{ band: 'high' }],
      undetermined: [],
    });
  });

  it('is withdrawn when an earlier visit is recorded late', () => {
    const { findings, revisions } = of(order({ at: '2026-03-03 10:00' }), visit({ at: '2026-02-01 10:00', recorded: '2026-03-09 10:00' }));
    expect(findings).toEqual([]);
    expect(revisions).toMatchObject([{ status: 'raised' }, { status: 'withdrawn', knownAt: local('2026-03-09 10:00') }]);
  });
});
