/** A member of the group and the partitions that it still works on. */
export interface GroupMember {
  readonly id: string;
  readonly owned: readonly number[];
}

/**
 * Who is to work on which partition. Everybody keeps what it has, up to its even share; what nobody has goes to those who have the least. A partition
 * that has to move is given to nobody in this round: its owner sees that it is missing, lets it go, and joins again without it, and the round
 * after that gives it away. So a partition never has two owners that both follow the rules.
 */
export function sharePartitions(partitions: number, members: readonly GroupMember[]): ReadonlyMap<string, readonly number[]> {
  const claimed = new Set<number>();
  const claims = [...members]
    .sort((left, right) => left.id.localeCompare(right.id))
    .map(({ id, owned }) => {
      const own = [...new Set(owned)].filter((partition) => partition < partitions && !claimed.has(partition));
      for (const partition of own) claimed.add(partition);
      return { id, own };
    })
    // Those who have most keep one more where the shares cannot be even, so that fewest partitions move.
    .sort((left, right) => right.own.length - left.own.length);
  const least = Math.floor(partitions / members.length);
  const withOneMore = partitions % members.length;
  const shares = claims.map(({ id, own }, index) => {
    const share = least + (index < withOneMore ? 1 : 0);
    return { id, share, kept: own.slice(0, share) };
  });
  const free = Array.from({ length: partitions }, (_, partition) => partition).filter((partition) => !claimed.has(partition));
  for (const { share, kept } of shares) kept.push(...free.splice(0, share - kept.length));
  return new Map(shares.map(({ id, kept }) => [id, kept.sort((left, right) => left - right)]));
}
