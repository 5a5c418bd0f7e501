import { getHeapStatistics } from 'node:v8';
import type { StoredRecord } from '@plumbline/event-log';
import { ProblemError, WorkerThread } from '@plumbline/kernel';
import { kindOf } from '../dead-letter';
import type { FoldedPartition, FoldedStretch, Folding, SealedFolds } from '../folded-partition';
import type { FoldAnswers, FoldRequest, FoldThreadData } from './fold-requests';
import { memoryOf, packRecords } from './packed-records';

const MEGABYTE = 1 << 20;

/** Where folds are kept besides the event loop's own thread. */
export interface FoldThreads {
  /** At least one. */
  readonly count: number;
  /** The file of the module that calls `answerFolds`. */
  readonly module: string;
}

/**
 * Folds in threads of their own, so that decoding, folding and the making of rows use the other cores and keep nobody from the event
 * loop. A partition's folds stay in one thread; partitions are dealt out by their number. What is in a thread is lost with it, so a
 * thread that dies ends the folding for good: the next start goes on from the checkpoints.
 */
export class FoldingInThreads implements Folding {
  private readonly threads: readonly FoldThread[];
  private last = 0;

  /** `onDeath`: a thread has ended without being asked to. */
  constructor({ count, module }: FoldThreads, foldVersion: string, onDeath: (problem: ProblemError) => void) {
    this.threads = Array.from({ length: count }, () => new FoldThread(module, { foldVersion }, onDeath));
  }

  async empty(partition: number): Promise<FoldedPartition> {
    const folds = this.next();
    const thread = this.threadOf(partition);
    await thread.ask<'empty'>({ what: 'empty', folds, partition });
    return new FoldedInThread(thread, folds, partition, 0);
  }

  async restored(partition: number, position: number, sealed: Uint8Array): Promise<FoldedPartition | 'unusable' | 'refused'> {
    const folds = this.next();
    const thread = this.threadOf(partition);
    const answer = await thread.ask<'restore'>({ what: 'restore', folds, partition, position, sealed });
    return answer === 'restored' ? new FoldedInThread(thread, folds, partition, position) : answer;
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.close()));
  }

  private next(): number {
    this.last += 1;
    return this.last;
  }

  private threadOf(partition: number): FoldThread {
    const thread = this.threads[partition % this.threads.length];
    if (thread === undefined) throw new RangeError('there is no thread that folds');
    return thread;
  }
}

type Answer<What extends FoldRequest['what']> = What extends keyof FoldAnswers ? FoldAnswers[What] : undefined;

class FoldThread {
  private readonly worker: WorkerThread<FoldRequest, unknown>;
  private closed = false;

  constructor(module: string, data: FoldThreadData, onDeath: (problem: ProblemError) => void) {
    this.worker = new WorkerThread(module, data, {
      resourceLimits: { maxOldGenerationSizeMb: getHeapStatistics().heap_size_limit / MEGABYTE },
      onDeath: (error) => {
        onDeath(threadFailed(error));
      },
    });
    // Its modules take up to a second, in which the tables are looked at.
    this.worker.start();
  }

  /** @throws ProblemError `projecting.fold-thread-failed` */
  async ask<What extends FoldRequest['what']>(
    request: Extract<FoldRequest, { readonly what: What }>,
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Answer<What>> {
    // Asked once more, a closed one would begin anew, and nobody would end it.
    if (this.closed) throw threadFailed(new Error('closed'));
    try {
      return (await this.worker.ask(request, transfer)) as Answer<What>;
    } catch (error) {
      throw threadFailed(error);
    }
  }

  close(): Promise<void> {
    this.closed = true;
    return this.worker.close();
  }
}

class FoldedInThread implements FoldedPartition {
  readonly restoredAt: number;

  constructor(
    private readonly thread: FoldThread,
    private readonly folds: number,
    readonly partition: number,
    private next: number,
  ) {
    this.restoredAt = next;
  }

  get position(): number {
    return this.next;
  }

  fold(records: readonly StoredRecord[], to: number): Promise<FoldedStretch> {
    this.next = to;
    const packed = packRecords(this.partition, records);
    return this.thread.ask<'fold'>({ what: 'fold', folds: this.folds, records: packed }, memoryOf(packed));
  }

  async foldAgain(records: readonly StoredRecord[], to: number): Promise<void> {
    this.next = to;
    const packed = packRecords(this.partition, records);
    await this.thread.ask<'fold-again'>({ what: 'fold-again', folds: this.folds, records: packed }, memoryOf(packed));
  }

  /** Records are copied, and a round bounds how many are on their way. */
  ready(): Promise<void> {
    return Promise.resolve();
  }

  seal(): Promise<SealedFolds> {
    return this.thread.ask<'seal'>({ what: 'seal', folds: this.folds, position: this.next });
  }

  drop(): void {
    // A thread that is gone has forgotten them already.
    this.thread.ask<'drop'>({ what: 'drop', folds: this.folds }).catch(() => undefined);
  }
}

const THREAD_FAILED = 'projecting.fold-thread-failed';

/** Folding has ended because a thread took its state with it: a new start goes on from the checkpoints. */
export const isLostThread = (error: unknown): boolean => error instanceof ProblemError && error.code === THREAD_FAILED;

/** Says of an error its kind and place only: its text may quote what an event says about people. */
const threadFailed = (error: unknown): ProblemError =>
  new ProblemError({
    code: THREAD_FAILED,
    reason: 'A thread that folds the log has failed, and what it knew is lost.',
    remedy: 'Start again: folding goes on from the last checkpoint. Where it comes back, give the process more memory or report it.',
    facts: { error: kindOf(error) },
  });
