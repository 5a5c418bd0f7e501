/** A sleep that can be cut short; a call that comes before the sleep is not lost. */
export class WakeUp {
  private called = false;
  private wake: (() => void) | undefined;

  /** Ends the sleep, or the next one where nobody sleeps. */
  now(): void {
    this.called = true;
    this.wake?.();
  }

  /** Sleeps at most so many milliseconds. */
  async within(milliseconds: number): Promise<void> {
    if (!this.called) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.wake = undefined;
    this.called = false;
  }
}
