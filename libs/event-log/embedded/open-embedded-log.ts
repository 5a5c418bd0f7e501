import { join } from 'node:path';
import { Arrivals } from '../arrivals';
import { RecentBlocks } from './recent-blocks';
import { closed, corruptRecord, outOfRange } from '../problems';
import type { EventLog, LogBatch, LogPosition, LogRecord, ReadOptions, StoredRecord } from '../port';
import { AcknowledgedHead } from './acknowledged-head';
import { Block } from './block';
import { BlockStore, MAX_PARTITIONS } from './block-store';
import { lockDirectory, prepareDirectory, syncDirectory } from './directory-lock';
import { GroupCommit } from './group-commit';
import { storeProblem, truncated } from './problems';

export interface EmbeddedLogOptions {
  /** Created where it is missing; used by one process at a time. */
  readonly directory: string;
  /** 1 to 32, fixed when the log is created. Left out: 4 for a new log, and whatever an existing one has. */
  readonly partitions?: number;
  /** A commit takes together at most so many records of concurrent appends; 1,000 unless told. */
  readonly groupRecords?: number;
  /** While more than this waits for the disk, appends are refused with `log.overloaded`; 64 MiB unless told. */
  readonly waitingBytes?: number;
  /** So much of what was appended last is read back from memory; 32 MiB unless told. */
  readonly recentBytes?: number;
}

const MAX_RECORDS = 10_000;
const DEFAULT_RECORDS = 1_000;
const DEFAULT_BYTES = 8 * 1024 * 1024;

/**
 * Opens the log that lives in a directory of this machine, in SQLite.
 * @throws ProblemError `data-directory.locked`, `data-directory.not-writable`, `log.partitions-changed`, `log.newer-layout`,
 *   `log.corrupt-store`, `log.corrupt-record` (the newest block of a partition is verified here), `log.truncated`, `log.disk-full`
 */
export async function openEmbeddedLog(options: EmbeddedLogOptions): Promise<EventLog> {
  const { directory, partitions } = options;
  if (partitions !== undefined && !(Number.isInteger(partitions) && partitions >= 1 && partitions <= MAX_PARTITIONS)) {
    throw new RangeError(`a log has 1 to ${MAX_PARTITIONS} partitions, not ${partitions}`);
  }
  await prepareDirectory(directory);
  const unlock = await lockDirectory(directory);
  let store: BlockStore | undefined;
  try {
    store = await BlockStore.open(directory, partitions);
    const head = new AcknowledgedHead(join(directory, 'acknowledged'), store.partitions);
    await syncDirectory(directory);
    return new EmbeddedLog(store, head, unlock, options);
  } catch (error) {
    store?.abandon();
    await unlock();
    throw storeProblem(directory, error);
  }
}

class EmbeddedLog implements EventLog {
  readonly partitions: number;
  private readonly writing: GroupCommit;
  private readonly recent: RecentBlocks;
  private readonly arrivals = new Arrivals();
  /** The block that was read last, for each partition: readers go forward in small steps. */
  private readonly lastRead: (Block | undefined)[] = [];
  private closing: Promise<void> | undefined;

  constructor(
    private readonly store: BlockStore,
    private readonly head: AcknowledgedHead,
    private readonly unlock: () => Promise<void>,
    private readonly options: EmbeddedLogOptions,
  ) {
    this.partitions = store.partitions;
    const limits = { groupRecords: options.groupRecords ?? 1_000, waitingBytes: options.waitingBytes ?? 64 * 1024 * 1024 };
    this.recent = new RecentBlocks(store.partitions, options.recentBytes ?? 32 * 1024 * 1024);
    this.writing = new GroupCommit(store, limits, (ends, blocks) => {
      for (const { partition, first, block } of blocks) this.recent.add(partition, new Block(block, partition, first, true));
      head.write(ends);
      this.arrivals.announce(ends);
    });
    head.read()?.forEach((acknowledged, partition) => {
      const end = this.writing.ends[partition] ?? 0;
      if (end < acknowledged) throw truncated(partition, end, acknowledged);
    });
    head.write(this.writing.ends);
  }

  append(records: readonly LogRecord[]): Promise<readonly LogPosition[]> {
    return this.writing.append(records);
  }

  read(partition: number, from: number, options: ReadOptions = {}): Promise<LogBatch> {
    return new Promise((resolve) => {
      resolve(this.readNow(partition, from, options));
    });
  }

  ends(): Promise<readonly number[]> {
    return this.closing === undefined ? Promise.resolve([...this.writing.ends]) : Promise.reject(closed());
  }

  waitFor(partition: number, from: number, signal: AbortSignal): Promise<void> {
    if (this.closing !== undefined) return Promise.reject(closed());
    if (signal.aborted || this.endOf(partition) > from) return Promise.resolve();
    return this.arrivals.wait(partition, from, signal);
  }

  close(): Promise<void> {
    this.closing ??= this.release();
    return this.closing;
  }

  private readNow(partition: number, from: number, options: ReadOptions): LogBatch {
    if (this.closing !== undefined) throw closed();
    const end = this.endOf(partition);
    if (!Number.isInteger(from) || from < 0 || from > end) throw outOfRange(partition, from, end);
    const until = Math.min(end, from + Math.max(1, Math.min(options.maxRecords ?? DEFAULT_RECORDS, MAX_RECORDS)));
    const maxBytes = options.maxBytes ?? DEFAULT_BYTES;
    const records: StoredRecord[] = [];
    let next = from;
    let bytes = 0;
    while (next < until && bytes < maxBytes) {
      const record = this.blockWith(partition, next).record(next);
      records.push(record);
      bytes += record.bytes.length;
      next += 1;
    }
    return { partition, records, next };
  }

  private blockWith(partition: number, position: number): Block {
    const last = this.lastRead[partition];
    if (last !== undefined && position >= last.first && position < last.end) return last;
    const block = this.recent.find(partition, position) ?? this.load(partition, position);
    if (block === undefined || position >= block.end) throw corruptRecord(partition, position, 'its block is missing');
    this.lastRead[partition] = block;
    return block;
  }

  private load(partition: number, position: number): Block | undefined {
    try {
      return this.store.blockAt(partition, position);
    } catch (error) {
      throw storeProblem(this.options.directory, error);
    }
  }

  private endOf(partition: number): number {
    const end = this.writing.ends[partition];
    if (end === undefined) throw new RangeError(`the log has partitions 0 to ${this.partitions - 1}, not ${partition}`);
    return end;
  }

  private async release(): Promise<void> {
    this.arrivals.close();
    await this.writing.close();
    try {
      this.head.close();
      await this.store.close();
    } finally {
      await this.unlock();
    }
  }
}
