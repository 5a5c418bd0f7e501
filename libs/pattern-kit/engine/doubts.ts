import { placeAt } from './columns';
import type { Renumbering } from './renumbering';

/** How many facts of one subject cannot be judged for one reason, and when the first of them happened. */
export interface Doubt {
  readonly since: number;
  readonly facts: number;
}

interface Counted {
  readonly because: string;
  since: number;
  facts: number;
  /** The first fact may have gone: the times are looked at again when they are asked for. */
  sinceGone: boolean;
  /** The subject's next reason: hardly any has more than two. */
  next: Counted | undefined;
}

/** Doubts as plain data. */
export interface DoubtColumns {
  readonly reasons: readonly (readonly [subject: number, because: string, since: number, facts: number, sinceGone: boolean])[];
  readonly recounted: readonly number[];
}

/** What cannot be told of the subjects of one pattern, counted while their facts are judged. */
export class Doubts {
  /** Subjects of which a reason is new, gone or older than it was said to be. */
  readonly changed = new Set<number>();
  /** Subjects of which only the number of facts is another than was said. */
  readonly recounted = new Set<number>();
  /** By the subject's number: its first reason. */
  private firstOf: (Counted | undefined)[] = [];

  /** Counts a fact, or takes it out of the count. */
  count(subject: number, because: string, time: number, change: 1 | -1): void {
    const first = this.first(subject);
    let counted = first;
    while (counted !== undefined && counted.because !== because) counted = counted.next;
    if (counted === undefined) {
      placeAt(this.firstOf, subject, { because, since: time, facts: 1, sinceGone: false, next: first });
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
    if (counted.facts === 0) this.firstOf[subject] = without(first, counted);
  }

  /** Subjects that have something undetermined. */
  *subjects(): Iterable<number> {
    for (let subject = 0; subject < this.firstOf.length; subject += 1) if (this.has(subject)) yield subject;
  }

  has(subject: number): boolean {
    return this.first(subject) !== undefined;
  }

  /** By reason. `firstFor` looks for the time of the first fact that cannot be judged for a reason. */
  of(subject: number, firstFor: (because: string) => number): ReadonlyMap<string, Doubt> {
    if (!this.has(subject)) return NONE;
    const reasons = new Map<string, Doubt>();
    for (let counted = this.first(subject); counted !== undefined; counted = counted.next) {
      if (counted.sinceGone) counted.since = firstFor(counted.because);
      counted.sinceGone = false;
      reasons.set(counted.because, { since: counted.since, facts: counted.facts });
    }
    return reasons;
  }

  /** Subjects have other numbers now, and some are gone. */
  renumber(subjects: Renumbering): void {
    const before = this.firstOf;
    this.firstOf = [];
    before.forEach((first, subject) => {
      if (first !== undefined && subjects.of(subject) !== -1) placeAt(this.firstOf, subjects.of(subject), first);
    });
    subjects.members(this.changed);
    subjects.members(this.recounted);
  }

  dump(): DoubtColumns {
    const reasons: DoubtColumns['reasons'][number][] = [];
    for (const subject of this.subjects()) {
      for (let counted = this.first(subject); counted !== undefined; counted = counted.next) {
        reasons.push([subject, counted.because, counted.since, counted.facts, counted.sinceGone]);
      }
    }
    return { reasons: reasons.reverse(), recounted: [...this.recounted] };
  }

  load({ reasons, recounted }: DoubtColumns): void {
    for (const [subject, because, since, facts, sinceGone] of reasons) {
      placeAt(this.firstOf, subject, { because, since, facts, sinceGone, next: this.first(subject) });
    }
    for (const subject of recounted) this.recounted.add(subject);
  }

  private first(subject: number): Counted | undefined {
    return subject < this.firstOf.length ? this.firstOf[subject] : undefined;
  }
}

const NONE: ReadonlyMap<string, Doubt> = new Map();

/** A list of reasons without one of them. */
function without(first: Counted | undefined, gone: Counted): Counted | undefined {
  if (first === undefined || first === gone) return gone.next;
  first.next = without(first.next, gone);
  return first;
}
