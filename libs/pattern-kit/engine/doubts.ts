/** How many facts of one subject cannot be judged for one reason, and when the first of them happened. */
export interface Doubt {
  readonly since: number;
  readonly facts: number;
}

interface Counted {
  since: number;
  facts: number;
  /** The first fact may have gone: the times are looked at again when they are asked for. */
  sinceGone: boolean;
}

/** What cannot be told of the subjects of one pattern, counted while their facts are judged. */
export class Doubts {
  /** Subjects of which a reason is new, gone or older than it was said to be. */
  readonly changed = new Set<number>();
  /** Subjects of which only the number of facts is another than was said. */
  readonly recounted = new Set<number>();
  private readonly bySubject = new Map<number, Map<string, Counted>>();

  /** Counts a fact, or takes it out of the count. */
  count(subject: number, because: string, time: number, change: 1 | -1): void {
    let reasons = this.bySubject.get(subject);
    if (reasons === undefined) {
      reasons = new Map();
      this.bySubject.set(subject, reasons);
    }
    const counted = reasons.get(because);
    if (counted === undefined) {
      reasons.set(because, { since: time, facts: 1, sinceGone: false });
      this.changed.add(subject);
      return;
    }
    counted.facts += change;
    if (change === 1 && time >= counted.since) {
      this.recounted.add(subject);
      return;
    }
    this.changed.add(subject);
    if (change === 1) counted.since = time;
    else if (time <= counted.since) counted.sinceGone = true;
    if (counted.facts === 0) reasons.delete(because);
    if (reasons.size === 0) this.bySubject.delete(subject);
  }

  /** Subjects that have something undetermined. */
  subjects(): Iterable<number> {
    return this.bySubject.keys();
  }

  has(subject: number): boolean {
    return this.bySubject.has(subject);
  }

  /** By reason. `firstOf` looks for the time of the first fact that cannot be judged for a reason. */
  of(subject: number, firstOf: (because: string) => number): ReadonlyMap<string, Doubt> {
    const reasons = this.bySubject.get(subject);
    if (reasons === undefined) return NONE;
    for (const [because, counted] of reasons) {
      if (!counted.sinceGone) continue;
      counted.since = firstOf(because);
      counted.sinceGone = false;
    }
    return reasons;
  }
}

const NONE: ReadonlyMap<string, Doubt> = new Map();
