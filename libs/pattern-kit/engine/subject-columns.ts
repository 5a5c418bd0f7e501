import type { StageFact } from '../measures/stage-machine/ascent';
import { widened } from './columns';
import { Doubts } from './doubts';
import { FactColumns } from './fact-columns';
import type { Episode } from './model';
import { WindowColumns } from './window-columns';

/** No episode changed. */
export const NONE = 0x3fffffff;

/** What is kept of each subject, as whole numbers side by side. */
export const CLINICIAN = 0;
/** The clinician with the patient, the giver or nobody. */
export const PAIR = 1;
/** Where its facts begin, how many there are and how many have room. */
export const BASE = 2;
export const LENGTH = 3;
export const CAPACITY = 4;
/** How many facts are judged. */
export const SETTLED = 5;
/** The first fact whose kind speaks for facts before it, or -1. */
export const AHEAD = 6;
/** The first episode that changed since it was last said. */
export const CHANGED_FROM = 7;
const STRIDE = 8;

/**
 * Everything that one pattern keeps of its subjects, by the subject's number: most subjects are a block of facts and 32 bytes. What few
 * subjects have, runs and replaced versions, is kept beside them.
 */
export class SubjectColumns {
  count = 0;
  readonly facts: FactColumns;
  readonly windows: WindowColumns[] = [];
  readonly episodes = new Map<number, Episode[]>();
  readonly replaced = new Map<number, number[]>();
  /** For a stage machine: stages begun by findings of other patterns, by the finding's id. */
  readonly begun = new Map<number, Map<string, StageFact>>();
  /** Subjects that wait for a day to be closed. */
  readonly waiting = new Set<number>();
  /** Subjects whose judgement was taken back since their findings were last said. */
  readonly disturbed = new Set<number>();
  readonly doubts = new Doubts();
  private state = new Int32Array(64 * STRIDE);

  constructor(
    private readonly kinds: number,
    weighed: boolean,
  ) {
    this.facts = new FactColumns(weighed);
  }

  add(clinician: number, pair: number): number {
    const subject = this.count;
    if (subject * STRIDE === this.state.length) this.state = widened(this.state);
    this.count = subject + 1;
    this.set(subject, CLINICIAN, clinician);
    this.set(subject, PAIR, pair);
    this.set(subject, AHEAD, -1);
    this.set(subject, CHANGED_FROM, NONE);
    return subject;
  }

  get(subject: number, what: number): number {
    return this.state[subject * STRIDE + what] as number;
  }

  set(subject: number, what: number, value: number): void {
    this.state[subject * STRIDE + what] = value;
  }

  /** Everything that was judged has been said. */
  markSaid(): void {
    for (let subject = 0; subject < this.count; subject += 1) this.set(subject, CHANGED_FROM, NONE);
    this.disturbed.clear();
    for (const episodes of this.episodes.values()) for (const episode of episodes) episode.saidTo = episode.last;
  }

  window(which: number): WindowColumns {
    let window = this.windows[which];
    if (window === undefined) {
      window = new WindowColumns(this.kinds);
      this.windows[which] = window;
    }
    return window;
  }
}
