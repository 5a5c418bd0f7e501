/** The pauses of a loop, which others may shorten or end. */
export class Pauses {
  private ended = false;
  private until = Infinity;
  private wake: (() => void) | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** Pauses for so many milliseconds, or less where somebody asks for it. Resolves with whether the loop is to go on. */
  async within(milliseconds: number): Promise<boolean> {
    if (this.ended) return false;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      this.sleep(milliseconds);
    });
    this.wake = undefined;
    this.until = Infinity;
    clearTimeout(this.timer);
    return !this.ended;
  }

  /** The pause under way ends after so many milliseconds at the latest. */
  shorten(milliseconds: number): void {
    if (this.wake !== undefined && performance.now() + milliseconds < this.until) this.sleep(milliseconds);
  }

  end(): void {
    this.ended = true;
    this.wake?.();
  }

  private sleep(milliseconds: number): void {
    clearTimeout(this.timer);
    this.until = performance.now() + milliseconds;
    this.timer = setTimeout(() => this.wake?.(), milliseconds);
  }
}
