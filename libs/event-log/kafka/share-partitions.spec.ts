import * as fc from 'fast-check';
import { sharePartitions, type GroupMember } from './share-partitions';

const shareOf = (partitions: number, owned: Readonly<Record<string, readonly number[]>>) =>
  Object.fromEntries(
    sharePartitions(
      partitions,
      Object.entries(owned).map(([id, partitions]) => ({ id, owned: partitions })),
    ),
  );

describe('sharing partitions among the members of a group', () => {
  it('gives everything to a lone member', () => {
    expect(shareOf(4, { a: [] })).toEqual({ a: [0, 1, 2, 3] });
  });

  it('gives a partition that has to move to nobody, until its owner has let it go', () => {
    expect(shareOf(4, { a: [0, 1, 2, 3], b: [] })).toEqual({ a: [0, 1], b: [] });
    expect(shareOf(4, { a: [0, 1], b: [] })).toEqual({ a: [0, 1], b: [2, 3] });
  });

  it('moves nothing of those who stay when a member is gone', () => {
    expect(shareOf(5, { a: [0, 3], c: [1] })).toEqual({ a: [0, 2, 3], c: [1, 4] });
  });

  it('gives a partition that two claim to one of them', () => {
    expect(shareOf(2, { a: [0, 1], b: [1] })).toEqual({ a: [0], b: [] });
  });

  it('leaves members over where there are more of them than partitions', () => {
    expect(shareOf(1, { a: [], b: [], c: [0] })).toEqual({ a: [], b: [], c: [0] });
  });

  it('settles within two rounds on even shares with one owner each, whatever was owned before, and never gives away what another still has', () => {
    const anyGroup = fc.record({
      partitions: fc.integer({ min: 1, max: 12 }),
      owners: fc.array(fc.array(fc.integer({ min: 0, max: 15 })), { minLength: 1, maxLength: 6 }),
    });
    fc.assert(
      fc.property(anyGroup, ({ partitions, owners }) => {
        let members: readonly GroupMember[] = owners.map((owned, index) => ({ id: `m${index}`, owned }));
        for (let round = 0; round < 3; round += 1) {
          const shared = sharePartitions(partitions, members);
          for (const { id } of members) {
            for (const partition of shared.get(id) ?? []) {
              const others = members.filter((member) => member.id !== id && member.owned.includes(partition));
              if (others.length > 0) expect(members.find((member) => member.id === id)?.owned).toContain(partition);
            }
          }
          members = members.map(({ id }) => ({ id, owned: shared.get(id) ?? [] }));
        }
        const all = members.flatMap(({ owned }) => owned);
        expect([...all].sort((left, right) => left - right)).toEqual(Array.from({ length: partitions }, (_, partition) => partition));
        const sizes = members.map(({ owned }) => owned.length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
