import { perSecond, quantile, reached, renderFigures, type Figure } from './figures';

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

  it('counts the values that a share of them does not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([quantile(hundred, 0.5), quantile(hundred, 0.99), quantile(hundred, 1)]).toEqual([50, 99, 100]);
    expect([quantile([7], 0.99), quantile([], 0.99)]).toEqual([7, Number.NaN]);
  });

  it('writes rates in units that a person reads', () => {
    expect([perSecond(2_600_000, 2_000), perSecond(5, 1_000), perSecond(12_000, 1_000)]).toEqual(['1.30 M/s', '5.00 /s', '12.0 k/s']);
  });
});
