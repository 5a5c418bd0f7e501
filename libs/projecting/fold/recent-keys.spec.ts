import fc from 'fast-check';
import { RecentKeys } from './recent-keys';

/** The same, as simply as it can be said. */
function repeats(keys: readonly (readonly [string, number])[], reach: number): boolean[] {
  return keys.map(([key, position], index) =>
    keys.slice(0, index).some(([earlier, at]) => earlier === key && at >= position - reach && at < position),
  );
}

const stream = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 4 })), { maxLength: 120 }).map((steps) => {
  let position = -1;
  return steps.map(([key, step]): [string, number] => [`source\u0000event-${String(key)}`, (position += step)]);
});

describe('keys within a reach of the log', () => {
  it('are recognised as repeats exactly there, across gaps and snapshots', () => {
    fc.assert(
      fc.property(stream, fc.integer({ min: 0, max: 20 }), fc.nat(120), (keys, reach, cut) => {
        let recent = new RecentKeys(reach);
        const found = keys.map(([key, position], index) => {
          if (index === cut) recent = new RecentKeys(reach, recent.snapshot());
          return recent.isRepeated(key, position);
        });
        expect(found).toEqual(repeats(keys, reach));
      }),
      { numRuns: 2_000 },
    );
  });
});
