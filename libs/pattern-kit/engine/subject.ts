import type { ClinicianId } from '@plumbline/kernel';
import type { StageFact } from '../measures/stage-machine/ascent';
import { NOT_HOLDING, type Episode, type PatternModel, type SubjectFacts } from './model';
import { Window } from './window';

/**
 * The facts of one pattern for one subject, sorted by (event time, event key), and the judgement at each. Judging goes forward fact
 * by fact; a fact that arrives in order costs one step, and one that arrives late takes the judgement back to its place. So the
 * result is the same function of the sorted facts, whatever the order of their arrival.
 */
export class Subject implements SubjectFacts {
  readonly rows: number[] = [];
  readonly kinds: number[] = [];
  /** 0 no fact, 1 counts, from 2 on the label under which it was left out. */
  readonly verdicts: number[] = [];
  readonly ranks: number[] = [];
  readonly values: number[] = [];
  readonly weights: number[] = [];
  readonly parts: number[] = [];
  readonly episodes: Episode[] = [];
  /** The first episode that changed since it was last asked for. */
  changedFrom = Infinity;
  /** Earlier versions of records that were facts of this subject. */
  readonly superseded: number[] = [];
  /** Some day that the measure waits for is not closed yet. */
  waitsForDay = false;
  /** For a stage machine: stages begun by findings of other patterns, by the finding's id. */
  private begun: Map<string, StageFact> | undefined;
  /** Grows whenever a fact about which something cannot be told is judged or taken back. */
  doubtsChanged = 0;
  readonly kindCounts: number[];
  private readonly lastOfKind: number[];
  private windows: Window[] | undefined;
  private settled = 0;

  constructor(
    readonly pattern: PatternModel,
    readonly clinician: ClinicianId,
    /** The text that tells this subject from others of the pattern; stable, it goes into the finding's id. */
    readonly identity: string,
  ) {
    this.kindCounts = pattern.factNames.map(() => 0);
    this.lastOfKind = pattern.factNames.map(() => -1);
  }

  get length(): number {
    return this.rows.length;
  }

  row(position: number): number {
    return this.rows[position] as number;
  }

  kind(position: number): number {
    return this.kinds[position] as number;
  }

  rank(position: number): number {
    return this.ranks[position] ?? NOT_HOLDING;
  }

  time(position: number): number {
    return this.pattern.context.rows.time(this.rows[position] as number);
  }

  counts(position: number): boolean {
    return this.verdicts[position] === 1;
  }

  window(which: number, at: number, within: number): Window {
    this.windows ??= [];
    this.windows[which] ??= new Window(this.kindCounts.length);
    return this.windows[which].moveTo(this, at, within);
  }

  /** The last counting fact of a kind before the one that is being judged, or -1. */
  lastOf(kind: number): number {
    return this.lastOfKind[kind] as number;
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
    let position = this.rows.length;
    if (position > 0 && rows.compare(this.row(position - 1), row) > 0) {
      let low = 0;
      while (low < position) {
        const middle = (low + position) >>> 1;
        if (rows.compare(this.row(middle), row) > 0) position = middle;
        else low = middle + 1;
      }
      this.rewind(position);
      this.rows.splice(position, 0, row);
      this.kinds.splice(position, 0, kind);
    } else {
      this.rows.push(row);
      this.kinds.push(kind);
    }
    this.kindCounts[kind] = (this.kindCounts[kind] as number) + 1;
    if (this.pattern.measure.looksAhead(kind)) this.rewind(0);
  }

  remove(row: number): void {
    for (let position = this.rows.indexOf(row); position !== -1; position = this.rows.indexOf(row)) {
      const kind = this.kind(position);
      this.rewind(this.pattern.measure.looksAhead(kind) ? 0 : position);
      this.rows.splice(position, 1);
      this.kinds.splice(position, 1);
      this.kindCounts[kind] = (this.kindCounts[kind] as number) - 1;
    }
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
      if (this.verdicts[position] === 1) {
        pattern.judge(this, position);
        this.lastOfKind[this.kind(position)] = position;
      }
      this.noteDoubt(position);
    }
  }

  private noteDoubt(position: number): void {
    if ((this.verdicts[position] ?? 0) > 1 || this.rank(position) < NOT_HOLDING) this.doubtsChanged += 1;
  }

  /** Says that the rule holds at a counting fact; it carries on the run of the fact of its kind before, or begins one. */
  hold(at: number, rank: number, value: number, head: number, within: number, before = this.lastOf(this.kind(at))): void {
    this.ranks[at] = rank;
    this.values[at] = value;
    const kind = this.kind(at);
    if (before >= 0 && this.rank(before) >= 0 && this.time(before) > this.time(at) - within) {
      const index = this.episodes.findLastIndex((episode) => episode.kind === kind);
      const episode = this.episodes[index] as Episode;
      this.extend(episode, at);
      this.changedFrom = Math.min(this.changedFrom, index);
    } else {
      this.changedFrom = Math.min(this.changedFrom, this.episodes.length);
      this.episodes.push({ kind, start: at, last: at, head, peak: at, rank, value });
    }
  }

  private extend(episode: Episode, at: number): void {
    const rank = this.rank(at);
    const value = this.values[at] as number;
    episode.last = at;
    if (rank > episode.rank || (rank === episode.rank && value > episode.value)) {
      episode.rank = rank;
      episode.value = value;
      episode.peak = at;
    }
  }

  private classify(position: number): void {
    this.verdicts[position] = this.pattern.classify(this.kind(position), this.row(position), this);
    this.ranks[position] = NOT_HOLDING;
  }

  private rewind(position: number): void {
    if (position >= this.settled) return;
    for (let dropped = position; dropped < this.settled; dropped += 1) this.noteDoubt(dropped);
    this.settled = position;
    for (const column of [this.verdicts, this.ranks, this.values, this.weights, this.parts]) {
      if (column.length > position) column.length = position;
    }
    for (const window of this.windows ?? []) window.invalidate();
    for (let kind = 0; kind < this.lastOfKind.length; kind += 1) {
      let last = position - 1;
      while (last >= 0 && !(this.kind(last) === kind && this.counts(last))) last -= 1;
      this.lastOfKind[kind] = last;
    }
    const kept = this.episodes.filter((episode) => episode.start < position);
    if (kept.length < this.episodes.length) this.changedFrom = Math.min(this.changedFrom, kept.length);
    this.episodes.length = 0;
    this.episodes.push(...kept);
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
    episode.value = this.values[episode.start] ?? 0;
    for (let position = episode.start; position < end; position += 1) {
      if (this.kind(position) === episode.kind && this.rank(position) >= 0) this.extend(episode, position);
    }
  }
}
