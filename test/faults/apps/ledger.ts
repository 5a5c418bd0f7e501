import { setTimeout } from 'node:timers/promises';
import { reports, type Report } from './reports';

/** Each record makes an alert of which people are told: what comes in has to be no more than the slowest of all does. */
const BATCH = 4;
const PAUSE_MILLISECONDS = 150;
const PATIENCE_MILLISECONDS = 5_000;

/**
 * A source outside of the processes under test, which writes down what it was promised. One batch is under way at a time and is sent
 * again until it is acknowledged, as a source does that must not lose anything.
 */
export class Ledger {
  readonly acknowledged: Report[] = [];
  /** How many requests went unanswered or were refused. */
  repeats = 0;
  private readonly source: Iterator<Report, never>;
  private stopping = new AbortController();
  private sending: Promise<void> = Promise.resolve();

  constructor(
    private readonly ingest: { readonly address: string },
    private readonly token: string,
    clinicians: number,
  ) {
    this.source = reports(clinicians);
  }

  /** Goes on where it ended. */
  begin(): void {
    this.stopping = new AbortController();
    this.sending = this.send();
  }

  /** Ends when the batch under way is acknowledged. */
  async end(): Promise<void> {
    this.stopping.abort();
    await this.sending;
  }

  private async send(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const batch = Array.from({ length: BATCH }, () => this.source.next().value);
      while (!(await this.taken(batch))) {
        this.repeats += 1;
        await setTimeout(PAUSE_MILLISECONDS);
      }
      this.acknowledged.push(...batch);
      await setTimeout(PAUSE_MILLISECONDS);
    }
  }

  private async taken(batch: readonly Report[]): Promise<boolean> {
    try {
      const response = await fetch(`${this.ingest.address}/ingest/events`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${this.token}` },
        body: batch.map(({ line }) => `${line}\n`).join(''),
        signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
      });
      if (!response.ok) return false;
      const { accepted, repeated } = (await response.json()) as { readonly accepted: number; readonly repeated: number };
      return accepted + repeated === batch.length;
    } catch {
      // Nobody answered: whether it was taken is not known, so it is sent again.
      return false;
    }
  }
}
