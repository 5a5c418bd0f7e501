import type { ProblemError } from '@plumbline/kernel';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LogPosition, LogRecord } from '../port';
import { closed, overloaded } from '../problems';
import { encodeBlock, packAppend, type PackedAppend } from './block';
import type { BlockStore, NewBlock } from './block-store';
import { writeProblem } from './problems';

interface WaitingAppend {
  readonly packed: PackedAppend;
  readonly acknowledge: (positions: readonly LogPosition[]) => void;
  readonly refuse: (error: Error) => void;
}

export interface GroupCommitLimits {
  /** A group is closed once it has so many records. */
  readonly groupRecords: number;
  /** Appends are refused with `log.overloaded` while more than this waits in memory. */
  readonly waitingBytes: number;
}

/**
 * Commits together what was appended while the last commit ran. It never waits for company: the commit in flight is
 * the wait, so a lone append costs one sync and a crowd shares one.
 */
export class GroupCommit {
  readonly ends: number[];
  private readonly queue: WaitingAppend[] = [];
  private waitingBytes = 0;
  private waitingRecords = 0;
  private working: Promise<void> | undefined;
  private refusal: ProblemError | undefined;

  constructor(
    private readonly store: BlockStore,
    private readonly limits: GroupCommitLimits,
    /** Called once the records are durable and before anybody is told. */
    private readonly committed: (ends: readonly number[], blocks: readonly NewBlock[]) => void,
  ) {
    this.ends = Array.from({ length: store.partitions }, (_, partition) => store.end(partition));
  }

  append(records: readonly LogRecord[]): Promise<readonly LogPosition[]> {
    if (records.length === 0) return Promise.resolve([]);
    return new Promise((acknowledge, refuse) => {
      if (this.refusal !== undefined) throw this.refusal;
      if (this.waitingBytes > this.limits.waitingBytes) throw overloaded();
      const packed = packAppend(records, this.store.partitions);
      this.waitingBytes += packed.bytes;
      this.waitingRecords += packed.records;
      this.queue.push({ packed, acknowledge, refuse });
      this.working ??= this.work();
    });
  }

  /** Stops accepting and finishes what was accepted. */
  async close(): Promise<void> {
    this.refusal ??= closed();
    await this.working;
  }

  private async work(): Promise<void> {
    let tell = nobodyToTell;
    while (this.queue.length > 0) {
      if (this.waitingRecords < this.limits.groupRecords) {
        // One turn of the event loop lets those who are acknowledged now, and those who arrive together, join.
        tell();
        tell = nobodyToTell;
        await nextTurn();
      }
      const committing = this.commitGroup(this.takeGroup());
      // Where a group was full already, those of the one before are told while it is written, and prepare what they append next.
      tell();
      tell = await committing;
    }
    tell();
    this.working = undefined;
  }

  private takeGroup(): readonly WaitingAppend[] {
    let records = 0;
    let appends = 0;
    for (const { packed } of this.queue) {
      if (appends > 0 && records + packed.records > this.limits.groupRecords) break;
      records += packed.records;
      appends += 1;
    }
    const group = this.queue.splice(0, appends);
    for (const { packed } of group) this.waitingBytes -= packed.bytes;
    this.waitingRecords -= records;
    return group;
  }

  /** Commits a group, or refuses it; gives what tells its producers of it. */
  private async commitGroup(group: readonly WaitingAppend[]): Promise<() => void> {
    try {
      return await this.write(group);
    } catch (error) {
      this.refuseGroup(group, writeProblem(error));
      return nobodyToTell;
    }
  }

  // The order of effects: 1. the records are durable 2. readers may see them 3. the acknowledged head is noted 4. the producers are told.
  private async write(group: readonly WaitingAppend[]): Promise<() => void> {
    const starts = group.map(() => new Array<number>(this.store.partitions).fill(0));
    const ends = [...this.ends];
    const blocks: NewBlock[] = [];
    for (let partition = 0; partition < this.store.partitions; partition += 1) {
      const first = ends[partition] ?? 0;
      let next = first;
      const chunks = group.flatMap(({ packed }, index) => {
        const chunk = packed.chunks[partition];
        const own = starts[index];
        if (chunk === undefined || own === undefined) return [];
        own[partition] = next;
        next += chunk.count;
        return [chunk];
      });
      const [head, ...others] = chunks;
      if (head !== undefined) blocks.push({ partition, first, block: encodeBlock(partition, first, [head, ...others]) });
      ends[partition] = next;
    }
    await this.store.commit(blocks);
    ends.forEach((end, partition) => (this.ends[partition] = end));
    this.committed(this.ends, blocks);
    return () => {
      group.forEach(({ packed, acknowledge }, index) => {
        acknowledge(positionsOf(packed, starts[index] ?? []));
      });
    };
  }

  private refuseGroup(group: readonly WaitingAppend[], problem: ProblemError): void {
    const refused = [...group];
    if (problem.code !== 'log.disk-full') {
      // After a failed sync nobody knows what the disk holds, so nothing more is acknowledged until the log was opened anew.
      this.refusal = problem;
      refused.push(...this.queue.splice(0));
      this.waitingBytes = 0;
      this.waitingRecords = 0;
    }
    for (const { refuse } of refused) refuse(problem);
  }
}

const nobodyToTell = (): void => undefined;

/** `starts`: for each partition the position of the append's first record there. */
function positionsOf({ partitionOf, placeOf }: PackedAppend, starts: readonly number[]): readonly LogPosition[] {
  return Array.from(partitionOf, (partition, record) => ({ partition, position: (starts[partition] ?? 0) + (placeOf[record] ?? 0) }));
}
