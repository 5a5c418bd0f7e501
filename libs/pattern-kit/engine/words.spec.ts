import { inTenths } from './words';

describe('a limit in words', () => {
  it.each([
    [5_750, '5.7'],
    [2_000, '2'],
    [999, '0.9'],
    [40, '0'],
  ])('of %d thousandths is %s: in tenths, and never more than it is', (milli, words) => {
    expect(inTenths(milli)).toBe(words);
  });
});
