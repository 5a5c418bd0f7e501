import { PatternEngine, specification } from '@plumbline/pattern-kit';
import { risingControlledRefills } from './rising-controlled-refills.pattern';

const { baseline, closedDay, dispense, judge, listing, visit } = specification;
const at = (day: number): string => new Date(Date.UTC(2025, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
const every = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);
const dispenses = (days: readonly number[]) => days.map((day) => dispense({ at: `${at(day)} 10:00` }));
const visits = (days: readonly number[]) => days.map((day) => visit({ at: `${at(day)} 09:00` }));
const peers = [
  listing({ at: '2025-01-01' }),
  baseline({
    at: '2025-01-01',
    metric: 'rising-controlled-refills/dispenses',
    effectiveFrom: '2025-01-01',
    shrunkPercentile95Milli: 15_000,
  }),
];
const of = (...events: Parameters<typeof judge>[1]) => judge(risingControlledRefills, [...peers, ...events]);

const steadyVisits = visits(every(0, 360, 3));
const steady = dispenses(every(0, 200, 9));
const risen = dispenses(every(200, 290, 5));

describe('rising controlled refills', () => {
  it('is raised by half as many again, raw and per visit, above the peers', () => {
    const { findings } = of(...steadyVisits, ...steady, ...risen);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ band: 'rising', subject: { clinician: specification.clinician('1') } });
    expect(findings[0]!.comparisons.map(({ against }) => against)).toEqual(['own-past', 'peers']);
    expect(findings[0]!.reason).toContain('Psychiatry at Lakeside: 95 of 100 colleagues have 15 or fewer (41 colleagues).');
  });

  it('stays quiet where visits rise as much, and where the peers dispense as much', () => {
    const moreVisits = [...visits(every(0, 200, 3)), ...visits(every(200, 290, 1))];
    expect(of(...moreVisits, ...steady, ...risen).findings).toEqual([]);
    const oncology = baseline({
      at: '2025-01-02',
      metric: 'rising-controlled-refills/dispenses',
      effectiveFrom: '2025-01-02',
      shrunkPercentile95Milli: 90_000,
    });
    expect(of(oncology, ...steadyVisits, ...steady, ...risen).findings).toEqual([]);
  });

  it('does not take the start of the data for a rise, and says that it cannot tell', () => {
    const { findings, undetermined } = of(...visits(every(0, 170, 3)), ...dispenses(every(0, 170, 4)));
    expect(findings).toEqual([]);
    expect(undetermined).toMatchObject([{ because: 'the history is shorter than two windows' }]);
  });

  it.each([
    ['a later visit', visit({ at: `${at(181)} 09:00` })],
    ['a day that is closed', closedDay(at(181))],
  ])('no longer says so once %s shows that the time has passed', (_what, later) => {
    const engine = new PatternEngine([risingControlledRefills], { policyView: specification.specifiedPolicy });
    for (const event of [specification.activation({}, { id: 'policy' }), ...peers, ...dispenses(every(0, 170, 4))]) engine.apply(event);
    const since = Date.parse(`${at(4)}T10:00Z`);
    expect(engine.drain().undetermined).toMatchObject([{ because: 'the history is shorter than two windows', since }]);
    engine.apply(later);
    expect(engine.drain().undetermined).toMatchObject([{ because: 'the history is shorter than two windows', since, facts: 0 }]);
    expect(engine.undetermined()).toEqual([]);
  });

  it('is undetermined without visits and without peers', () => {
    const unseen = of(...steady, ...risen);
    expect(unseen.findings).toEqual([]);
    expect(unseen.undetermined).toMatchObject([{ because: 'no visits are known in one of the two windows' }]);
    expect(judge(risingControlledRefills, [...steadyVisits, ...steady, ...risen]).undetermined.map(({ because }) => because)).toContain(
      'too few peers have a baseline',
    );
  });

  it('passes over drugs that are not controlled', () => {
    const plain = every(200, 290, 5).map((day) => dispense({ at: `${at(day)} 10:00`, schedule: 'not-controlled' }));
    expect(of(...steadyVisits, ...steady, ...plain).findings).toEqual([]);
  });
});
