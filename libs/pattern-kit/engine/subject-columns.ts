import type { StageFact } from '../measures/stage-machine/ascent';
import { widened } from './columns';
import { Doubts, type DoubtColumns } from './doubts';
import { FactColumns, type FactBlocks } from './fact-columns';
import type { Episode } from './model';
import type { Renumbering } from './renumbering';
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

/** Everything that one pattern keeps of its subjects, as plain data. What windows hold follows from it. */
export interface SubjectState {
  readonly subjects: Int32Array;
  readonly facts: FactBlocks;
  readonly episodes: readonly (readonly [subject: number, episodes: readonly Episode[]])[];
  readonly replaced: readonly (readonly [subject: number, rows: readonly number[]])[];
  readonly begun: readonly (readonly [subject: number, stages: readonly (readonly [finding: string, fact: StageFact])[]])[];
  readonly waiting: readonly number[];
  readonly disturbed: readonly number[];
  readonly anchors: readonly (readonly [subject: number, count: number])[];
  readonly doubts: DoubtColumns;
}

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
  /** How many facts at the head of a subject are kept whatever their age, where others of their age are forgotten. */
  readonly anchors = new Map<number, number>();
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

  /** Subjects and pairs have other numbers from now on, and some are gone. */
  renumber(subjects: Renumbering, pairs: Renumbering): void {
    this.count = subjects.count;
    this.state = subjects.column(this.state, STRIDE);
    for (let subject = 0; subject < this.count; subject += 1) {
      const pair = this.get(subject, PAIR);
      if (pair !== -1) this.set(subject, PAIR, pairs.of(pair));
    }
    for (const entries of [this.episodes, this.replaced, this.begun, this.anchors]) subjects.keys<unknown>(entries);
    subjects.members(this.waiting);
    subjects.members(this.disturbed);
    this.doubts.renumber(subjects);
    for (const window of this.windows) window.clear();
  }

  dump(): SubjectState {
    return {
      subjects: this.state.slice(0, this.count * STRIDE),
      facts: this.facts.dump(),
      episodes: [...this.episodes],
      replaced: [...this.replaced],
      begun: [...this.begun].map(([subject, stages]) => [subject, [...stages]]),
      waiting: [...this.waiting],
      disturbed: [...this.disturbed],
      anchors: [...this.anchors],
      doubts: this.doubts.dump(),
    };
  }

  load(state: SubjectState): void {
    this.count = state.subjects.length / STRIDE;
    while (this.state.length <= state.subjects.length) this.state = widened(this.state);
    this.state.set(state.subjects);
    this.facts.load(state.facts);
    for (const [subject, episodes] of state.episodes) this.episodes.set(subject, [...episodes]);
    for (const [subject, rows] of state.replaced) this.replaced.set(subject, [...rows]);
    for (const [subject, stages] of state.begun) this.begun.set(subject, new Map(stages));
    for (const subject of state.waiting) this.waiting.add(subject);
    for (const subject of state.disturbed) this.disturbed.add(subject);
    for (const [subject, count] of state.anchors) this.anchors.set(subject, count);
    this.doubts.load(state.doubts);
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
