import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { sql, table, typed, type AnalyticsStore, type Sql } from '@plumbline/analytics-store';
import { ProblemError } from '@plumbline/kernel';

const PAUSE = 50;
/** Owners of long ago have no insert under way. */
const EARLIER_OWNERS = 200;

interface NewestEpoch {
  readonly partition: number;
  readonly newest_epoch: number;
  readonly newest_owner: string;
}

/**
 * Who may write a partition's rows: the owner whose epoch is the highest. Whoever takes a partition over raises it, and from then on
 * every insert of an earlier epoch is refused; one that had begun before is waited for. So a process that was paused and wakes up
 * leaves nothing behind, however long it slept and whatever it still believes.
 */
export class PartitionEpochs {
  /** Names this opening of the projector. It stands in every insert's token, so that no insert of another opening can be taken for a repeat. */
  readonly owner = randomUUID();
  private readonly epochs = new Map<number, number>();

  constructor(
    private readonly store: AnalyticsStore,
    /** Where one process has the store to itself, its directory's lock is the fence, and inserts carry no condition. */
    private readonly shared: boolean,
  ) {}

  /**
   * Takes partitions over, whoever has them. Resolves when no insert of an earlier epoch can bring a row any more.
   * @throws ProblemError `projecting.partition-taken-over` where somebody else did the same at the same moment and won.
   */
  async take(partitions: readonly number[]): Promise<void> {
    await this.raise(partitions, undefined);
    const lost = await this.lostOf(partitions);
    if (lost.length > 0) throw takenOver(lost);
  }

  /**
   * Makes sure that inserts of ours whose answer never came are over: they bring rows no more, or have brought them. Where the store
   * has one writer there is nothing to wait for.
   * @throws ProblemError `analytics-store.condition-failed` where a partition is no longer ours.
   */
  async renew(partitions: readonly number[]): Promise<void> {
    if (this.shared) await this.raise(partitions, this.fence(partitions));
  }

  /** True while none of the partitions has been taken over; undefined where nobody else writes. */
  fence(partitions: readonly number[]): Sql | undefined {
    if (!this.shared) return undefined;
    const ours = partitions.map((partition) => `${String(partition)}/${String(this.epochs.get(partition) ?? 0)}/${this.owner}`);
    return sql`(SELECT arraySort(groupArray(concat(toString(partition), '/', toString(newest_epoch), '/', newest_owner))) FROM (${newest(partitions)})) = arraySort(${ours})`;
  }

  /** Those of the partitions that somebody else has taken. */
  async lostOf(partitions: readonly number[]): Promise<readonly number[]> {
    const rows = await this.store.query<NewestEpoch>(newest(partitions));
    return rows.filter(({ newest_owner: owner }) => owner !== this.owner).map(({ partition }) => partition);
  }

  private async raise(partitions: readonly number[], provided: Sql | undefined): Promise<void> {
    const before = await this.store.query<NewestEpoch>(newest(partitions));
    const highest = new Map(before.map(({ partition, newest_epoch: epoch }) => [partition, epoch]));
    const epochs = partitions.map((partition) => ({
      partition,
      epoch: (highest.get(partition) ?? 0) + 1,
      owner: this.owner,
      taken_at: Date.now(),
    }));
    const token = `partition_epochs:${randomUUID()}`;
    await this.store.insert('partition_epochs', epochs, provided === undefined ? { token } : { token, provided });
    for (const { partition, epoch } of epochs) this.epochs.set(partition, epoch);
    if (this.shared) await this.earlierInsertsEnd(partitions);
  }

  /** Those that begin later find the epoch raised. One that stands still is ended by the server's own time limits. */
  private async earlierInsertsEnd(partitions: readonly number[]): Promise<void> {
    const owners = await this.store.query<{ earlier: string }>(
      sql`SELECT owner AS earlier FROM ${table('partition_epochs')} WHERE has(${typed('Array(UInt16)', partitions)}, partition)
          GROUP BY owner ORDER BY max(epoch) DESC LIMIT ${EARLIER_OWNERS}`,
    );
    const inserts = sql`SELECT query_id FROM system.processes
      WHERE startsWith(query, 'INSERT') AND arrayExists(owner -> position(query, owner) > 0, ${owners.map(({ earlier }) => earlier)})`;
    let waitedFor = await this.store.query<{ query_id: string }>(inserts);
    while (waitedFor.length > 0) {
      await setTimeout(PAUSE);
      const running = new Set((await this.store.query<{ query_id: string }>(inserts)).map(({ query_id: id }) => id));
      waitedFor = waitedFor.filter(({ query_id: id }) => running.has(id));
    }
  }
}

const newest = (partitions: readonly number[]): Sql =>
  sql`SELECT partition, tupleElement(max((epoch, owner)), 1) AS newest_epoch, tupleElement(max((epoch, owner)), 2) AS newest_owner
      FROM ${table('partition_epochs')} WHERE has(${typed('Array(UInt16)', partitions)}, partition) GROUP BY partition`;

export const takenOver = (partitions: readonly number[]): ProblemError =>
  new ProblemError({
    code: 'projecting.partition-taken-over',
    reason: 'Another process has taken over partitions that this one was writing.',
    remedy: 'Nothing has to be done where partitions are shared; a platform in one process must be the only one on its data.',
    facts: { partitions: partitions.join(', ') },
  });
