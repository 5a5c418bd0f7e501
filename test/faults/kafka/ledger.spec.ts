import { examine, keyOf, nothingFound, type Entry, type Evidence } from './ledger';

const entries = (...numbers: readonly number[]): Entry[] => numbers.map((number, position) => [keyOf('K-1', number), 0, position]);
const whole = (...numbers: readonly number[]): Evidence => {
  const all = entries(...numbers);
  return { acknowledged: all, stored: all, handedOver: all, read: all };
};

describe('what is looked for after a fault', () => {
  it('is not there where everything went well', () => {
    expect(examine(whole(0, 1, 2))).toEqual(nothingFound);
  });

  it('is a record that was acknowledged and is not where it was said to be', () => {
    expect(examine({ ...whole(0, 1), stored: entries(0) }).lost).toEqual([keyOf('K-1', 1)]);
  });

  it('is a record that was handed over twice, or late, or not at all', () => {
    expect(examine(whole(0, 1, 1)).duplicate).toEqual([keyOf('K-1', 1)]);
    expect(examine(whole(0, 2, 1)).outOfOrder).toEqual([keyOf('K-1', 1)]);
    expect(examine({ ...whole(0, 1), handedOver: entries(0) }).unseen).toEqual([keyOf('K-1', 1)]);
  });

  it('is a position that the reader never saw', () => {
    const all = entries(0, 1, 2);
    expect(examine({ ...whole(0, 1, 2), read: all.filter(([, , position]) => position !== 1) }).skipped).toEqual(['0:1']);
  });
});
