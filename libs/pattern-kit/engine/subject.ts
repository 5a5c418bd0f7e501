import type { ClinicianId } from '@plumbline/kernel';
import type { StageFact } from '../measures/stage-machine/ascent';
import { NOT_HOLDING, type Episode, type PatternModel, type SubjectFacts } from './model';
import { FactBlock } from './fact-block';
import type { FactColumns } from './fact-columns';
import { Window } from './window';

/** No episode changed. */
export const NONE = 0x3fffffff;
const NO_EPISODES: readonly Episode[] = [];
const NO_ROWS: readonly number[] = [];

/**
 * The facts of one pattern for one subject, sorted by (event time, event key), and the judgement at each. Judging goes forward fact
 * by fact; a fact that arrives in order costs one step, and one that arrives late takes the judgement back to its place. So the
 * result is the same function of the sorted facts, whatever the order of their arrival.
 */
export class Subject extends FactBlock implements SubjectFacts {
  /** The first episode that changed since it was last asked for. */
  changedFrom = NONE;
  /** Some day that the measure waits for is not closed yet. */
  waitsForDay = false;
  /** Grows whenever a fact about which something cannot be told is judged or taken back. */
  doubtsChanged = 0;
  private held: Episode[] | undefined;
  private replaced: number[] | undefined;
  /** For a stage machine: stages begun by findings of other patterns, by the finding's id. */
  private begun: Map<string, StageFact> | undefined;
  private windows: Window[] | undefined;
  private settled = 0;

  constructor(
    readonly pattern: PatternModel,
    readonly clinician: ClinicianId,
    columns: FactColumns,
  ) {
    super(columns);
  }

  get episodes(): readonly Episode[] {
    return this.held ?? NO_EPISODES;
  }

  get superseded(): readonly number[] {
    return this.replaced ?? NO_ROWS;
  }

  time(position: number): number {
    return this.pattern.context.rows.time(this.row(position));
  }

  window(which: number, at: number, within: number): Window {
    this.windows ??= [];
    this.windows[which] ??= new Window(this.pattern.factNames.length);
    return this.windows[which].moveTo(this, at, within);
  }

  /** The last counting fact of a kind before a position and after an instant, or -1. */
  lastOf(kind: number, before: number, opens: number): number {
    for (let last = before - 1; last >= 0 && this.time(last) > opens; last -= 1) {
      if (this.kind(last) === kind && this.counts(last)) return last;
    }
    return -1;
  }

  get stageFacts(): Map<string, StageFact> {
    return (this.begun ??= new Map());
  }

  /** Puts a row in under each of its kinds, given as bits. */
  insertAs(row: number, kinds: number): void {
    for (let kind = 0; kinds >> kind !== 0; kind += 1) if (((kinds >> kind) & 1) === 1) this.insert(row, kind);
  }

  private insert(row: number, kind: number): void {
    const { rows } = this.pattern.context;
    let position = this.length;
    if (position > 0 && rows.compare(this.row(position - 1), row) > 0) {
      let low = 0;
      while (low < position) {
        const middle = (low + position) >>> 1;
        if (rows.compare(this.row(middle), row) > 0) position = middle;
        else low = middle + 1;
      }
      this.rewind(position);
    }
    this.putAt(position, row, kind);
    if (this.pattern.measure.looksAhead(kind)) this.rewind(0);
  }

  /** Takes a row away that another version of its record has replaced; it stays known for what was known when. */
  supersede(row: number): void {
    for (let position = this.positionOf(row); position !== -1; position = this.positionOf(row)) {
      this.rewind(this.pattern.measure.looksAhead(this.kind(position)) ? 0 : position);
      this.takeAt(position);
    }
  }

  /** A version that counts for nothing, but was known once. */
  remember(row: number): void {
    (this.replaced ??= []).push(row);
    this.changedFrom = 0;
  }

  /** Whether a change of the surroundings from an instant on can change a judgement here. */
  reaches(instant: number): boolean {
    const last = this.length - 1;
    return this.pattern.measure.crossings !== undefined || (last >= 0 && this.time(last) >= instant);
  }

  /** Takes back every judgement from the first fact at or after an instant on. */
  rewindToInstant(instant: number): void {
    let position = this.settled;
    while (position > 0 && this.time(position - 1) >= instant) position -= 1;
    this.rewind(position);
  }

  /** Judges the facts that are not judged yet. */
  settle(): void {
    const { pattern } = this;
    if (pattern.measure.judgeWhole !== undefined) {
      this.rewind(0);
      for (let position = 0; position < this.length; position += 1) this.classify(position);
      pattern.measure.judgeWhole(this);
      for (let position = 0; position < this.length; position += 1) this.noteDoubt(position);
      this.settled = this.length;
      return;
    }
    for (; this.settled < this.length; this.settled += 1) {
      const position = this.settled;
      this.classify(position);
      if (this.counts(position)) pattern.judge(this, position);
      this.noteDoubt(position);
    }
  }

  private noteDoubt(position: number): void {
    if (this.verdict(position) > 1 || this.rank(position) < NOT_HOLDING) this.doubtsChanged += 1;
  }

  /** Says that the rule holds at a counting fact; it carries on the run of the fact of its kind before, or begins one. */
  hold(
    at: number,
    rank: number,
    value: number,
    head: number,
    within: number,
    before = this.lastOf(this.kind(at), at, this.time(at) - within),
  ): void {
    this.setRank(at, rank);
    this.setValue(at, value);
    const episodes = (this.held ??= []);
    const kind = this.kind(at);
    if (before >= 0 && this.rank(before) >= 0 && this.time(before) > this.time(at) - within) {
      const index = episodes.findLastIndex((episode) => episode.kind === kind);
      const episode = episodes[index] as Episode;
      this.extend(episode, at);
      this.changedFrom = Math.min(this.changedFrom, index);
    } else {
      this.changedFrom = Math.min(this.changedFrom, episodes.length);
      episodes.push({ kind, start: at, last: at, head, peak: at, rank, value });
    }
  }

  private extend(episode: Episode, at: number): void {
    const rank = this.rank(at);
    const value = this.value(at);
    episode.last = at;
    if (rank > episode.rank || (rank === episode.rank && value > episode.value)) {
      episode.rank = rank;
      episode.value = value;
      episode.peak = at;
    }
  }

  private classify(position: number): void {
    this.forget(position);
    this.setVerdict(position, this.pattern.classify(this.kind(position), this.row(position), this));
  }

  private rewind(position: number): void {
    if (position >= this.settled) return;
    for (let dropped = position; dropped < this.settled; dropped += 1) {
      this.noteDoubt(dropped);
      this.forget(dropped);
    }
    this.settled = position;
    for (const window of this.windows ?? []) window.invalidate();
    if (this.held === undefined) return;
    const kept = this.held.filter((episode) => episode.start < position);
    if (kept.length < this.held.length) this.changedFrom = Math.min(this.changedFrom, kept.length);
    this.held = kept;
    kept.forEach((episode, index) => {
      if (episode.last < position) return;
      this.changedFrom = Math.min(this.changedFrom, index);
      this.replay(episode, position);
    });
  }

  /** Cuts an episode off before a position. */
  private replay(episode: Episode, end: number): void {
    episode.peak = episode.start;
    episode.rank = this.rank(episode.start);
    episode.value = this.value(episode.start);
    for (let position = episode.start; position < end; position += 1) {
      if (this.kind(position) === episode.kind && this.rank(position) >= 0) this.extend(episode, position);
    }
  }
}
