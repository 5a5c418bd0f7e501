import type { EventLog } from '@plumbline/event-log';
import type { SeenIndex } from '../idempotency/seen-index';
import type { Prepared } from './prepared';

/** `conflict`: the id is taken by another content; the first one stays. */
export type Verdict = 'accepted' | 'repeated' | 'conflict';

interface Waiting {
  readonly events: readonly Prepared[];
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
  private running: Promise<void> | undefined;
  /** An append failed: some of its events may stand in the log all the same. */
  private uncertain = false;

  constructor(
    private readonly log: EventLog,
    private readonly index: SeenIndex,
    private readonly catchUp: () => Promise<unknown>,
  ) {}

  submit(events: readonly Prepared[]): Promise<readonly Verdict[]> {
    if (events.length === 0) return Promise.resolve([]);
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
      while (this.queue.length > 0 && (size === 0 || size + (this.queue[0]?.events.length ?? 0) <= MAX_BATCH)) {
        const next = this.queue.shift();
        if (next === undefined) break;
        batch.push(next);
        size += next.events.length;
      }
      try {
        const verdicts = await this.decide(batch.flatMap((waiting) => waiting.events));
        let from = 0;
        for (const waiting of batch) {
          waiting.resolve(verdicts.slice(from, from + waiting.events.length));
          from += waiting.events.length;
        }
      } catch (error) {
        for (const waiting of batch) waiting.reject(error);
      }
    }
  }

  private async decide(events: readonly Prepared[]): Promise<readonly Verdict[]> {
    if (this.uncertain) {
      await this.catchUp();
      this.uncertain = false;
    }
    const verdicts: Verdict[] = [];
    const fresh = new Map<string, Prepared>();
    for (const event of events) {
      const first = fresh.get(event.keyHash)?.contentHash ?? this.index.contentOf(event.keyHash);
      if (first === undefined) fresh.set(event.keyHash, event);
      verdicts.push(first === undefined ? 'accepted' : first === event.contentHash ? 'repeated' : 'conflict');
    }
    if (fresh.size > 0) {
      const records = [...fresh.values()];
      this.uncertain = true;
      const positions = await this.log.append(records);
      this.uncertain = false;
      this.index.addNew(records, positions);
    }
    return verdicts;
  }
}
