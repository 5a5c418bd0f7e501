import { perSecond, reached, renderFigures, type Figure } from './figures';

const figure: Figure = { what: 'append', measured: '500 k/s', comparedWith: '1 M/s', value: 0.5, unit: '×', goal: { atLeast: 0.5 } };

describe('a benchmark figure', () => {
  it('reaches its goal exactly at the bound and misses it below', () => {
    expect(reached(figure)).toBe(true);
    expect(reached({ ...figure, value: 0.49 })).toBe(false);
    expect(reached({ ...figure, value: 51, goal: { atMost: 50 } })).toBe(false);
  });

  it('says in words that a goal was missed', () => {
    expect(renderFigures([{ title: 'Log', how: '', figures: [{ ...figure, value: 0.2 }] }], 'two cores')).toContain('| missed |');
  });

  it('writes rates in units that a person reads', () => {
    expect([perSecond(2_600_000, 2_000), perSecond(5, 1_000), perSecond(12_000, 1_000)]).toEqual(['1.30 M/s', '5.00 /s', '12.0 k/s']);
  });
});
