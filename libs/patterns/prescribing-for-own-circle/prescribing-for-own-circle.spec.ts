import { specification } from '@plumbline/pattern-kit';
import { prescribingForOwnCircle } from './prescribing-for-own-circle.pattern';

const { judge, local, order, patient, relation } = specification;
const of = (...events: Parameters<typeof judge>[1]) => judge(prescribingForOwnCircle, events);

describe('prescribing for one’s own circle', () => {
  it('is critical for a controlled substance and medium for another', () => {
    expect(of(relation({ at: '2020-01-01' }), order({ at: '2026-03-03' })).findings).toMatchObject([
      { band: 'critical', tier: 'guided-plan' },
    ]);
    const { findings } = of(relation({ at: '2020-01-01', relation: 'staff' }), order({ at: '2026-03-03', schedule: 'not-controlled' }));
    expect(findings).toMatchObject([{ band: 'medium', tier: 'awareness' }]);
    expect(findings[0]!.reason).toBe(
      'Prescribing for oneself, family, friends or staff. 1 order (3 March 2026, Europe/London) for a person whom a registry lists as: staff.',
    );
  });

  it('counts a relation that was registered later, and was known when both were', () => {
    const { findings } = of(order({ at: '2026-03-03 10:00' }), relation({ at: '2026-05-01 10:00' }));
    expect(findings).toMatchObject([{ startedAt: local('2026-03-03 10:00'), knownAt: local('2026-05-01 10:00') }]);
    expect(findings[0]!.evidence).toHaveLength(2);
  });

  it('is withdrawn with the registry entry', () => {
    const entry = { at: '2020-01-01', record: 'r' };
    const { revisions } = of(
      relation(entry),
      order({ at: '2026-03-03' }),
      relation({ ...entry, version: 2, retracted: true, recorded: '2026-04-01' }),
      relation({ at: '2020-01-01', patient: patient('5') }),
    );
    expect(revisions.map(({ status }) => status)).toEqual(['raised', 'withdrawn']);
  });

  it('is undetermined while no registry is in the stream', () => {
    expect(of(order({ at: '2026-03-03' }))).toMatchObject({
      findings: [],
      undetermined: [{ because: 'no registry of relations is in the stream' }],
    });
    expect(of(order({ at: '2026-03-03' }), relation({ at: '2020-01-01', patient: patient('9') }))).toMatchObject({
      findings: [],
      undetermined: [],
    });
  });
});
