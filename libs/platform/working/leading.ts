import type { PartitionListener, PartitionMembership } from '@plumbline/projecting';

/** What one process of several does: it starts, and gives what ends it. */
export type LeadersWork = () => Promise<() => Promise<void>>;

/** Whoever has this partition leads: it always exists, and it has one owner at a time. */
const LEADING_PARTITION = 0;

export interface Leadership extends PartitionMembership {
  /** Whether this process does the work now, or is about to. */
  leads(): boolean;
}

/**
 * Lets the owner of partition 0 do what one process alone should do, for as long as it is the owner. The others stand by. For a moment
 * two may do it, where one does not know yet that it was replaced; the work has to bear that.
 * @param onFault the work could not be started
 */
export function withLeader(membership: PartitionMembership, work: LeadersWork, onFault: (error: unknown) => void): Leadership {
  let begun: Promise<() => Promise<void>> | undefined;
  const begin = (): void => {
    if (begun !== undefined) return;
    begun = work();
    begun.catch(onFault);
  };
  const end = async (): Promise<void> => {
    const ending = begun;
    begun = undefined;
    await ending?.then(
      (stop) => stop(),
      () => undefined,
    );
  };
  return {
    leads: () => begun !== undefined,
    join: (owner) =>
      membership.join({
        async assigned(partitions, generation) {
          if (partitions.includes(LEADING_PARTITION)) begin();
          await owner.assigned(partitions, generation);
        },
        async revoked(partitions) {
          if (partitions.includes(LEADING_PARTITION)) await end();
          await owner.revoked(partitions);
        },
      }),
    async leave() {
      await end();
      await membership.leave();
    },
  };
}

/** For members that share nothing but the leader's work. */
export const standingBy: PartitionListener = { assigned: () => Promise.resolve(), revoked: () => Promise.resolve() };
