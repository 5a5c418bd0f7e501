import type { Finding } from '../finding';

/**
 * A finding that is put into words when somebody asks. What it is made from must not change before: whoever is about to change
 * something other than by adding later facts has all that are unread made first.
 */
export class LazyFinding {
  private made: Finding | undefined;

  constructor(
    private make: (() => Finding) | undefined,
    private readonly unread: Unread,
  ) {
    unread.add(this);
  }

  get finding(): Finding {
    return this.read();
  }

  read(): Finding {
    if (this.made === undefined) {
      this.made = (this.make as () => Finding)();
      // What it was made from may be forgotten from now on.
      this.make = undefined;
      this.unread.forget(this);
    }
    return this.made;
  }
}

/** Findings that nobody has read yet. */
export class Unread {
  private readonly waiting = new Set<LazyFinding>();

  add(finding: LazyFinding): void {
    this.waiting.add(finding);
  }

  forget(finding: LazyFinding): void {
    this.waiting.delete(finding);
  }

  /** Puts all of them into words. */
  readAll(): void {
    if (this.waiting.size === 0) return;
    const waiting = [...this.waiting];
    // Making one stands at its subject, which must not be taken for a reason to begin again.
    this.waiting.clear();
    for (const lazy of waiting) lazy.read();
  }
}
