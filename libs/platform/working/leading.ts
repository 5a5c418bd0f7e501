import type { PartitionListener, PartitionMembership } from '@plumbline/projecting';

/** What one process of several does: it starts, and gives what ends it. */
export type LeadersWork = () => Promise<() => Promise<void>>;

/** Whoever has this partition leads: it always exists, and it has one owner at a time. */
const LEADING_PARTITION = 0;

/** Lets the owner of partition 0 do what one process alone should do: after its partitions are taken over, until they are let go. */
export class Leading implements PartitionListener {
  private ending: (() => Promise<void>) | undefined;

  constructor(
    private readonly work: LeadersWork,
    private readonly owner?: PartitionListener,
  ) {}

  get leads(): boolean {
    return this.ending !== undefined;
  }

  async assigned(partitions: readonly number[], generation: number): Promise<void> {
    await this.owner?.assigned(partitions, generation);
    if (partitions.includes(LEADING_PARTITION) && this.ending === undefined) this.ending = await this.work();
  }

  async revoked(partitions: readonly number[]): Promise<void> {
    if (partitions.includes(LEADING_PARTITION)) await this.end();
    await this.owner?.revoked(partitions);
  }

  /** Ends the work, where it is being done. */
  async end(): Promise<void> {
    const ending = this.ending;
    this.ending = undefined;
    await ending?.();
  }
}

/** Hands a membership's partitions to an owner, and the leader's work to one of the members. */
export function withLeader(membership: PartitionMembership, work: LeadersWork): PartitionMembership {
  return {
    join: (owner) => membership.join(new Leading(work, owner)),
    leave: () => membership.leave(),
  };
}
