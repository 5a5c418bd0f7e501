/** Lets many through at once, and now and then one alone, for which everybody else waits. */
export class Gate {
  private readonly within = new Set<Promise<unknown>>();
  private alone: Promise<unknown> = Promise.resolve();

  /** Runs work beside other such work, after whoever is alone. */
  async shared<Result>(work: () => Promise<Result>): Promise<Result> {
    let before: Promise<unknown> | undefined;
    while (before !== this.alone) {
      before = this.alone;
      await before;
    }
    const running = work();
    this.within.add(running);
    try {
      return await running;
    } finally {
      this.within.delete(running);
    }
  }

  /** Runs work when all that has begun has ended; nothing else begins until it has ended. */
  exclusive<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.alone.then(() => Promise.allSettled(this.within)).then(work);
    this.alone = result.catch(() => undefined);
    return result;
  }
}
