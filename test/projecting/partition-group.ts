import type { PartitionListener, PartitionMembership } from '@plumbline/projecting';

/** Shares partitions among the projectors of one process, as a consumer group does among several. */
export class PartitionGroup {
  private readonly members = new Map<PartitionListener, readonly number[]>();
  private generation = 0;

  constructor(private readonly partitions: number) {}

  /** A place in the group for one projector. */
  membership(): PartitionMembership {
    let own: PartitionListener | undefined;
    return {
      join: (listener) => {
        own = listener;
        this.members.set(listener, []);
        return this.rebalance();
      },
      leave: async () => {
        if (own !== undefined) this.members.delete(own);
        own = undefined;
        await this.rebalance();
      },
    };
  }

  /** Forgets a member without telling it, as a group does with one that has been silent for too long. */
  async expel(position: number): Promise<void> {
    const silent = [...this.members.keys()][position];
    if (silent !== undefined) this.members.delete(silent);
    await this.rebalance();
  }

  /** Everybody lets go of what goes to others before anybody gets it. */
  private async rebalance(): Promise<void> {
    this.generation += 1;
    const { generation } = this;
    const listeners = [...this.members.keys()];
    const shares = new Map(listeners.map((listener, index) => [listener, this.shareOf(index, listeners.length)]));
    for (const [listener, had] of this.members) {
      const lost = had.filter((partition) => shares.get(listener)?.includes(partition) !== true);
      if (lost.length > 0) await listener.revoked(lost);
    }
    for (const [listener, share] of shares) this.members.set(listener, share);
    await Promise.all([...shares].map(([listener, share]) => listener.assigned(share, generation)));
  }

  private shareOf(index: number, members: number): readonly number[] {
    return Array.from({ length: this.partitions }, (_, partition) => partition).filter((partition) => partition % members === index);
  }
}
