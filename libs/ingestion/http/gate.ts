import { ProblemError } from '@plumbline/kernel';

/** At most so many inputs at once: each holds a batch in memory, and the log is written by one. */
const MAX_INPUTS = 32;

/** Turns senders away instead of letting them pile up. */
export class Gate {
  private inside = 0;

  constructor(private readonly capacity = MAX_INPUTS) {}

  /** @throws ProblemError `ingestion.busy` */
  async pass<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.inside >= this.capacity) {
      throw new ProblemError({
        code: 'ingestion.busy',
        reason: 'As many inputs as can be taken at once are being read.',
        remedy: 'Send this one again in a second; nothing of it was taken over.',
      });
    }
    this.inside += 1;
    try {
      return await work();
    } finally {
      this.inside -= 1;
    }
  }
}
