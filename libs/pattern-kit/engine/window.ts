import type { SubjectFacts, WindowContents } from './model';

/**
 * What lies in (t − within, t] up to one fact: how many counting facts of each kind and the sums of their weights. Moving on to the
 * next fact costs what enters and leaves; after a step back, or with another length, it is built anew from that place.
 */
/** No position: the window is built anew. */
const NOWHERE = 0x3fffffff;

export class Window implements WindowContents {
  /** The first position in the window. */
  head = 0;
  readonly counts: number[];
  weight = 0;
  part = 0;
  private next = NOWHERE;
  private within = -1;

  constructor(kinds: number) {
    this.counts = new Array<number>(kinds).fill(0);
  }

  invalidate(): void {
    this.next = NOWHERE;
  }

  moveTo(subject: SubjectFacts, at: number, within: number): this {
    const opens = subject.time(at) - within;
    if (within !== this.within || at < this.next - 1) this.restart(subject, at, within, opens);
    for (; this.next <= at; this.next += 1) this.take(subject, this.next, 1);
    for (; subject.time(this.head) <= opens; this.head += 1) this.take(subject, this.head, -1);
    return this;
  }

  private restart(subject: SubjectFacts, at: number, within: number, opens: number): void {
    this.within = within;
    this.counts.fill(0);
    this.weight = 0;
    this.part = 0;
    let first = at;
    while (first > 0 && subject.time(first - 1) > opens) first -= 1;
    this.head = first;
    this.next = first;
  }

  private take(subject: SubjectFacts, position: number, sign: 1 | -1): void {
    if (!subject.counts(position)) return;
    const kind = subject.kind(position);
    this.counts[kind] = (this.counts[kind] as number) + sign;
    this.weight += sign * subject.weight(position);
    this.part += sign * subject.part(position);
  }
}
