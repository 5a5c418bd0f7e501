import type { PartitionListener, PartitionMembership } from '@plumbline/projecting';

/** What one process of several does: it starts, and gives what ends it. */
export type LeadersWork = () => Promise<() => Promise<void>>;

/** Whoever has this partition leads: it always exists, and it has one owner at a time. */
const LEADING_PARTITION = 0;

interface Attempt {
  ended: boolean;
  stop: (() => Promise<void>) | undefined;
}

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
  let current: Attempt | undefined;
  const begin = (): void => {
    if (current !== undefined) return;
    const attempt: Attempt = { ended: false, stop: undefined };
    current = attempt;
    work().then(
      (stop) => {
        attempt.stop = stop;
        // It took so long to begin that it is somebody else's by now.
        return attempt.ended ? stop() : undefined;
      },
      (error: unknown) => {
        if (!attempt.ended) onFault(error);
      },
    );
  };
  const end = async (): Promise<void> => {
    const attempt = current;
    current = undefined;
    if (attempt === undefined) return;
    attempt.ended = true;
    await attempt.stop?.();
  };
  return {
    leads: () => current !== undefined,
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
