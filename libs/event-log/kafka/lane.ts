import type { ProblemError } from '@plumbline/kernel';
import type { Logger } from '@plumbline/runtime';
import type { Message } from 'kafkajs';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { closed } from '../problems';
import { isTransient, kafkaProblem } from './problems';

/** What a lane sends through. */
export interface BatchSender {
  send(messages: Message[]): Promise<number>;
  replace(): Promise<void>;
}

export interface LaneLimits {
  /** A batch takes together at most so many records of concurrent appends. kafkajs copies a batch once for every message in it, so more is slower. */
  readonly batchRecords: number;
  /** And at most so many bytes: what the topic takes. */
  readonly batchBytes: number;
  /** A batch that was not acknowledged for so long is refused, and with it what waits behind it. */
  readonly deliveryMilliseconds: number;
  /** How much longer a batch may take once the lane is closing. */
  readonly closingMilliseconds: number;
}

/** Messages of one append for one partition, which go out together or not at all. */
export interface Parcel {
  readonly messages: readonly Message[];
  readonly size: number;
}

interface WaitingParcel extends Parcel {
  readonly acknowledge: (first: number) => void;
  readonly refuse: (error: Error) => void;
}

const PAUSE_MILLISECONDS = 250;

/**
 * The way of one partition into the topic: one batch is under way at a time, its repetitions included, and what arrives meanwhile goes with the
 * next one. A batch that fails is sent again through a new producer before anything behind it, so the order of a key holds; its first copy may
 * turn up as well, and readers drop repeats. When it is given up, what waits behind it is refused too: a later record of a key
 * must not overtake an earlier one that its producer will send again.
 */
export class Lane {
  private readonly queue: WaitingParcel[] = [];
  private working: Promise<void> | undefined;
  private refusal: ProblemError | undefined;
  private giveUpAt = Number.POSITIVE_INFINITY;

  constructor(
    private readonly partition: number,
    private readonly sender: BatchSender,
    private readonly limits: LaneLimits,
    private readonly logger: Logger,
  ) {}

  /** Resolves with the position of the parcel's first message once the topic holds all of it. */
  add(parcel: Parcel): Promise<number> {
    return new Promise((acknowledge, refuse) => {
      if (this.refusal !== undefined) throw this.refusal;
      this.queue.push({ ...parcel, acknowledge, refuse });
      this.working ??= this.work();
    });
  }

  /** Stops accepting and finishes what was accepted. */
  async close(): Promise<void> {
    this.refusal ??= closed();
    this.giveUpAt = performance.now() + this.limits.closingMilliseconds;
    await this.working;
    await this.sender.replace();
  }

  private async work(): Promise<void> {
    // One turn of the event loop lets those who arrive together go together. After that nobody waits for those who were just acknowledged: they
    // prepare their next records while the broker is at work on the batch of the others.
    await nextTurn();
    while (this.queue.length > 0) {
      const batch = this.takeBatch();
      try {
        let position = await this.deliver(batch.flatMap(({ messages }) => messages));
        for (const { messages, acknowledge } of batch) {
          acknowledge(position);
          position += messages.length;
        }
      } catch (error) {
        const problem = kafkaProblem(error);
        for (const { refuse } of [...batch, ...this.queue.splice(0)]) refuse(problem);
      }
    }
    this.working = undefined;
  }

  private takeBatch(): readonly WaitingParcel[] {
    let records = 0;
    let bytes = 0;
    let parcels = 0;
    for (const { messages, size } of this.queue) {
      records += messages.length;
      bytes += size;
      if (parcels > 0 && (records > this.limits.batchRecords || bytes > this.limits.batchBytes)) break;
      parcels += 1;
    }
    return this.queue.splice(0, parcels);
  }

  private async deliver(messages: Message[]): Promise<number> {
    const giveUpAt = performance.now() + this.limits.deliveryMilliseconds;
    for (let failures = 0; ; failures += 1) {
      try {
        const first = await this.sender.send(messages);
        if (failures > 0) this.logger.info({ partition: this.partition, failures }, 'Kafka takes records again');
        return first;
      } catch (error) {
        await this.sender.replace();
        if (!isTransient(error) || performance.now() >= Math.min(giveUpAt, this.giveUpAt)) throw error;
        const { code } = kafkaProblem(error);
        if (failures === 0)
          this.logger.warn({ partition: this.partition, code }, 'Kafka takes no records; the batch is sent again until it does');
        await pause(PAUSE_MILLISECONDS);
      }
    }
  }
}
