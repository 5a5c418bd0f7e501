import { specification } from '@plumbline/pattern-kit';
import { patterns } from '../catalogue.generated';

const { gift, incident, judge, local, message, order, patient, visit } = specification;
const present = (at: string) => gift({ at, patient: patient('1'), value: { minor: 8_000, currency: 'GBP' } });
const text = (at: string) => message({ at, channel: 'personal-text' });
const connected = visit({ at: '2026-01-02 10:00', patient: patient('99') });
const of = (...events: Parameters<typeof judge>[1]) => {
  const all = judge(patterns, [connected, ...events]);
  return { ...all, findings: all.findings.filter(({ pattern }) => pattern === 'five-stage-slope') };
};

describe('the five-stage slope', () => {
  it('is raised by three stages, each after the one before, within 180 days', () => {
    const { findings } = of(present('2026-01-10 10:00'), text('2026-02-10 10:00'), order({ at: '2026-03-10 10:00' }));
    expect(findings).toMatchObject([{ band: 'three-stages', tier: 'guided-plan', startedAt: local('2026-03-10 10:00') }]);
    expect(findings[0]!.reason).toBe(
      'Step by step: several stages with one patient. 3 of 5 stages within 180 days, each after the one before: ' +
        'softening (10 January 2026), personal channel (10 February 2026), entanglement (10 March 2026).',
    );
    expect(findings[0]!.evidence).toHaveLength(3);
  });

  it('rests on the events with which its stages began, not on those that led up to them', () => {
    const first = gift({ at: '2026-01-02 10:00', patient: patient('1'), value: { minor: 3_000, currency: 'GBP' } });
    const second = gift({ at: '2026-01-10 10:00', patient: patient('1'), value: { minor: 4_500, currency: 'GBP' } });
    const later = [text('2026-02-10 10:00'), order({ at: '2026-03-10 10:00' })];
    const third = gift({ at: '2026-03-20 10:00', patient: patient('1'), value: { minor: 500, currency: 'GBP' } });
    for (const events of [
      [first, second, ...later, third],
      [third, second, ...later, first],
    ]) {
      const [finding] = of(...events).findings;
      expect(finding?.evidence).toEqual([second, ...later].map(({ source, id }) => `${source}\u0000${id}`));
    }
  });

  it('needs the stages in their order, and together in 180 days', () => {
    expect(of(order({ at: '2026-01-10 10:00' }), text('2026-02-10 10:00'), present('2026-03-10 10:00')).findings).toEqual([]);
    expect(of(present('2026-01-10 10:00'), text('2026-05-10 10:00'), order({ at: '2026-09-10 10:00' })).findings).toEqual([]);
  });

  it('rises to the higher band with a complaint', () => {
    const { findings } = of(
      present('2026-01-10 10:00'),
      text('2026-02-10 10:00'),
      order({ at: '2026-03-10 10:00' }),
      incident({ at: '2026-04-10 10:00' }),
    );
    expect(findings).toMatchObject([{ band: 'four-stages', startedAt: local('2026-03-10 10:00'), lastAt: local('2026-04-10 10:00') }]);
  });

  it('never counts what a patient did to the clinician', () => {
    const advance = incident({ at: '2026-03-10 10:00', category: 'romantic-advance-by-patient' });
    expect(of(present('2026-01-10 10:00'), text('2026-02-10 10:00'), advance).findings).toEqual([]);
  });

  it('is withdrawn with one of its stages', () => {
    const withdrawn = order({ at: '2026-03-10 10:00', record: 'o' });
    const retracted = order({ at: '2026-03-10 10:00', record: 'o', version: 2, retracted: true, recorded: '2026-03-20 10:00' });
    const { findings, revisions } = of(present('2026-01-10 10:00'), text('2026-02-10 10:00'), withdrawn, retracted);
    expect(findings).toEqual([]);
    expect(revisions.filter(({ finding }) => finding.pattern === 'five-stage-slope').map(({ status }) => status)).toEqual([
      'raised',
      'withdrawn',
    ]);
  });
});
