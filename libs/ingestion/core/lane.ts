import type { EventLog, LogRecord } from '@plumbline/event-log';
import { ENTRY_WORDS } from '../idempotency/digest';
import { DigestTable, type Seen } from '../idempotency/digest-table';
import type { SeenIndex } from '../idempotency/seen-index';
import type { PreparedBatch } from './prepared';

/** `conflict`: the id is taken by another content; the first one stays. */
export type Verdict = 'accepted' | 'repeated' | 'conflict';

const VERDICTS: Readonly<Record<Seen, Verdict>> = { new: 'accepted', same: 'repeated', other: 'conflict' };

interface Waiting {
  readonly events: PreparedBatch;
  readonly resolve: (verdicts: readonly Verdict[]) => void;
  readonly reject: (error: unknown) => void;
}

/** At most so many events in one append, which is what the log commits together: more does not make the disk faster and makes others wait. */
const MAX_BATCH = 4_000;

/**
 * The one way into the log. All requests of the process are gathered into batches, and one batch at a time is compared with the
 * index, appended and indexed: of two simultaneous requests with the same id the second sees the first. The order of effects is
 *   1. events durable in the log   2. index   3. acknowledgement;
 * a crash after 1 leaves the index behind the log, and the next start catches up before it accepts.
 */
export class Lane {
  private queue: Waiting[] = [];
  /** What of the present batch is new; of two events under one id in it the second is compared with the first. */
  private readonly fresh = new DigestTable(MAX_BATCH);
  private running: Promise<void> | undefined;
  /** An append failed: some of its events may stand in the log all the same. */
  private uncertain = false;

  constructor(
    private readonly log: EventLog,
    private readonly index: SeenIndex,
    private readonly catchUp: () => Promise<unknown>,
  ) {}

  /** At most as many events as one append takes, 4,000. */
  submit(events: PreparedBatch): Promise<readonly Verdict[]> {
    if (events.size === 0) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
      this.queue.push({ events, resolve, reject });
      this.start();
    });
  }

  /** Resolves when everything submitted so far is decided. */
  async idle(): Promise<void> {
    await this.running;
  }

  private start(): void {
    this.running ??= this.run().finally(() => {
      this.running = undefined;
      // Something may have arrived between the last look at the queue and here.
      if (this.queue.length > 0) this.start();
    });
  }

  private async run(): Promise<void> {
    // A turn of the event loop lets requests that arrived together share one append.
    await new Promise(setImmediate);
    while (this.queue.length > 0) {
      const batch: Waiting[] = [];
      let size = 0;
      while (this.queue.length > 0 && (size === 0 || size + (this.queue[0]?.events.size ?? 0) <= MAX_BATCH)) {
        const next = this.queue.shift();
        if (next === undefined) break;
        batch.push(next);
        size += next.events.size;
      }
      try {
        const verdicts = await this.decide(batch.map(({ events }) => events));
        for (const [index, { resolve }] of batch.entries()) resolve(verdicts[index] ?? []);
      } catch (error) {
        for (const waiting of batch) waiting.reject(error);
      }
    }
  }

  private async decide(batches: readonly PreparedBatch[]): Promise<readonly (readonly Verdict[])[]> {
    if (this.uncertain) {
      await this.catchUp();
      this.uncertain = false;
    }
    const records: LogRecord[] = [];
    this.fresh.clear();
    const verdicts = batches.map((batch) => this.compare(batch, records));
    if (records.length > 0) {
      this.uncertain = true;
      const positions = await this.log.append(records);
      this.uncertain = false;
      for (const [index, batch] of batches.entries()) this.remember(batch, verdicts[index] ?? []);
      for (const { partition, position } of positions) this.index.reach(partition, position + 1);
    }
    return verdicts;
  }

  /** Decides on each event, and adds those that are new to `records`. */
  private compare(batch: PreparedBatch, records: LogRecord[]): readonly Verdict[] {
    const { entries, size } = batch;
    const verdicts: Verdict[] = [];
    for (let event = 0; event < size; event += 1) {
      const at = event * ENTRY_WORDS;
      const inBatch = this.fresh.look(entries, at);
      const seen = inBatch === 'new' ? this.index.look(entries, at) : inBatch;
      if (seen === 'new') {
        this.fresh.add(entries, at);
        records.push(batch.record(event));
      }
      verdicts.push(VERDICTS[seen]);
    }
    return verdicts;
  }

  private remember({ entries }: PreparedBatch, verdicts: readonly Verdict[]): void {
    for (const [event, verdict] of verdicts.entries()) if (verdict === 'accepted') this.index.addNew(entries, event * ENTRY_WORDS);
  }
}
