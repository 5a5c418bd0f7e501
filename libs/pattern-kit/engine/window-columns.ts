import { widened } from './columns';
import type { SubjectFacts, WindowContents } from './model';

/** What is kept of a subject's window, and behind it the number of counting facts of each kind. */
const HEAD = 0;
/** The position after the last one taken in. */
const NEXT = 1;
/** The window's length plus one, so that none has been set where it is 0. */
const WITHIN = 2;
const WEIGHT = 3;
const PART = 4;
/** Where the window opened at the last fact, and the time of the first fact in it: most facts leave it as it is. */
const OPENS = 5;
const HEAD_TIME = 6;
const COUNTS = 7;

/**
 * What lies in (t − within, t] up to one fact, for every subject of a pattern: how many counting facts of each kind and the sums of their
 * weights. Moving on to another fact costs what enters and leaves on the way there. It stands at one subject at a time.
 */
export class WindowColumns implements WindowContents {
  private readonly stride: number;
  private state: Float64Array<ArrayBuffer>;
  private base = 0;

  constructor(kinds: number) {
    this.stride = COUNTS + kinds;
    this.state = new Float64Array(64 * this.stride);
  }

  get head(): number {
    return this.get(HEAD);
  }

  get weight(): number {
    return this.get(WEIGHT);
  }

  get part(): number {
    return this.get(PART);
  }

  number(kind: number): number {
    return this.get(COUNTS + kind);
  }

  /** Forgets everything: what a window holds is taken in anew when it is next asked for. */
  clear(): void {
    this.state = new Float64Array(64 * this.stride);
  }

  /** Takes out of a subject's window what it had taken in from a position on: those facts are about to be judged anew. */
  goBack(subject: number, facts: SubjectFacts, position: number): void {
    this.base = subject * this.stride;
    if (this.base < this.state.length && this.get(NEXT) > position) this.takeBack(facts, position);
  }

  moveTo(subject: number, facts: SubjectFacts, at: number, within: number): this {
    this.base = subject * this.stride;
    while (this.base >= this.state.length) this.state = widened(this.state);
    if (this.get(WITHIN) !== within + 1) this.restart(at, within);
    if (this.get(NEXT) > at + 1) this.takeBack(facts, at + 1);
    const opens = facts.time(at) - within;
    let head = this.get(HEAD);
    let next = this.get(NEXT);
    for (; next <= at; next += 1) this.take(facts, next, 1);
    this.state[this.base + NEXT] = next;
    if (opens >= this.get(OPENS) && this.get(HEAD_TIME) > opens) return this;
    for (; facts.time(head) <= opens; head += 1) this.take(facts, head, -1);
    for (; head > 0 && facts.time(head - 1) > opens; head -= 1) this.take(facts, head - 1, 1);
    this.state[this.base + HEAD] = head;
    this.state[this.base + OPENS] = opens;
    this.state[this.base + HEAD_TIME] = facts.time(head);
    return this;
  }

  private get(what: number): number {
    return this.state[this.base + what] as number;
  }

  private restart(at: number, within: number): void {
    this.state.fill(0, this.base, this.base + this.stride);
    this.state[this.base + WITHIN] = within + 1;
    this.state[this.base + HEAD] = at;
    this.state[this.base + NEXT] = at;
    this.state[this.base + OPENS] = Infinity;
  }

  private takeBack(facts: SubjectFacts, position: number): void {
    const head = this.get(HEAD);
    const next = this.get(NEXT);
    for (let taken = Math.max(position, head); taken < next; taken += 1) this.take(facts, taken, -1);
    this.state[this.base + NEXT] = position;
    if (head > position) this.state[this.base + HEAD] = position;
    this.state[this.base + OPENS] = Infinity;
  }

  private take(facts: SubjectFacts, position: number, sign: 1 | -1): void {
    if (!facts.counts(position)) return;
    const { state, base } = this;
    const count = base + COUNTS + facts.kind(position);
    state[count] = (state[count] as number) + sign;
    state[base + WEIGHT] = (state[base + WEIGHT] as number) + sign * facts.weight(position);
    state[base + PART] = (state[base + PART] as number) + sign * facts.part(position);
  }
}
