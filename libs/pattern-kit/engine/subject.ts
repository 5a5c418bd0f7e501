import type { StageFact } from '../measures/stage-machine/ascent';
import { FactCursor } from './fact-cursor';
import { NOT_HOLDING, codeOfRank, type Episode, type PatternModel, type SubjectFacts, type WindowContents } from './model';
import { AHEAD, CHANGED_FROM, CLINICIAN, SETTLED, type SubjectColumns } from './subject-columns';

const NO_EPISODES: readonly Episode[] = [];
const NO_ROWS: readonly number[] = [];
const NO_STAGES: ReadonlyMap<string, StageFact> = new Map();

/**
 * The facts of one pattern for one subject at a time, sorted by (event time, event key), and the judgement at each. Judging goes forward
 * fact by fact; a fact that arrives in order costs one step, and one that arrives late takes the judgement back to its place. So the
 * result is the same function of the sorted facts, whatever the order of their arrival.
 */
export class Subject extends FactCursor implements SubjectFacts {
  constructor(
    readonly pattern: PatternModel,
    columns: SubjectColumns,
  ) {
    super(columns);
  }

  get clinician(): number {
    return this.columns.get(this.number, CLINICIAN);
  }

  get episodes(): readonly Episode[] {
    return this.columns.episodes.get(this.number) ?? NO_EPISODES;
  }

  get superseded(): readonly number[] {
    return this.columns.replaced.get(this.number) ?? NO_ROWS;
  }

  get anchors(): number {
    return this.columns.anchors.get(this.number) ?? 0;
  }

  /** The first fact of a kind that changes judgements before it, or -1. */
  get ahead(): number {
    return this.columns.get(this.number, AHEAD);
  }

  /** The first episode that changed since it was last said. */
  get changedFrom(): number {
    return this.columns.get(this.number, CHANGED_FROM);
  }

  set changedFrom(from: number) {
    this.columns.set(this.number, CHANGED_FROM, from);
  }

  /** Some day that the measure waits for is not closed yet. */
  set waitsForDay(waits: boolean) {
    if (waits) this.columns.waiting.add(this.number);
    else this.columns.waiting.delete(this.number);
  }

  window(which: number, at: number, within: number): WindowContents {
    return this.columns.window(which).moveTo(this.number, this, at, within);
  }

  get stageFacts(): ReadonlyMap<string, StageFact> {
    return this.columns.begun.get(this.number) ?? NO_STAGES;
  }

  /** Puts a row in under each of its kinds, given as bits. */
  insertAs(row: number, kinds: number): void {
    for (let kind = 0; kinds >> kind !== 0; kind += 1) if (((kinds >> kind) & 1) === 1) this.insert(row, kind);
  }

  private insert(row: number, kind: number): void {
    const time = this.pattern.measure.isTimeless?.(kind) === true ? Infinity : this.pattern.context.rows.time(row);
    let position = this.length;
    if (position > 0 && time <= this.time(position - 1)) position = this.placeOf(row, time);
    const looksAhead = this.pattern.measure.looksAhead(kind);
    if (looksAhead) this.disturbAhead(position, kind);
    else if (position < this.length) this.rewind(position);
    this.putAt(position, time, row, kind);
    const { ahead } = this;
    if (looksAhead ? ahead === -1 || position <= ahead : ahead >= position) {
      this.columns.set(this.number, AHEAD, looksAhead ? position : ahead + 1);
    }
  }

  private placeOf(row: number, time: number): number {
    const { rows } = this.pattern.context;
    let place = this.firstFrom(time);
    while (place < this.length && this.time(place) === time && rows.compare(this.row(place), row) <= 0) place += 1;
    return place;
  }

  /** Takes back what depends on a fact that speaks for facts before it: everything where it is the first, else what comes after it. */
  private disturbAhead(position: number, kind: number): void {
    const { ahead } = this;
    this.rewind(ahead === -1 || position <= ahead ? 0 : position);
    if (!this.episodes.some((episode) => this.pattern.measure.isEvidence(kind, episode))) return;
    this.pattern.context.unread.readAll();
    this.columns.disturbed.add(this.number);
    this.changedFrom = 0;
  }

  /** Takes a row away that another version of its record has replaced; it stays known for what was known when. */
  supersede(row: number): void {
    for (let position = this.positionOf(row); position !== -1; position = this.positionOf(row)) {
      const kind = this.kind(position);
      const looksAhead = this.pattern.measure.looksAhead(kind);
      if (looksAhead) this.disturbAhead(position, kind);
      else this.rewind(position);
      this.takeAt(position);
      this.columns.set(this.number, AHEAD, this.aheadWithout(position, looksAhead));
    }
  }

  private aheadWithout(position: number, looksAhead: boolean): number {
    const { ahead } = this;
    if (position > ahead) return ahead;
    if (!looksAhead) return ahead - 1;
    for (let next = position; next < this.length; next += 1) if (this.pattern.measure.looksAhead(this.kind(next))) return next;
    return -1;
  }

  /** A version that counts for nothing, but was known once. */
  remember(row: number): void {
    this.pattern.context.unread.readAll();
    const { replaced } = this.columns;
    const rows = replaced.get(this.number);
    if (rows === undefined) replaced.set(this.number, [row]);
    else rows.push(row);
    this.changedFrom = 0;
    this.columns.disturbed.add(this.number);
  }

  /** Whether a change of the surroundings from an instant on can change a judgement here. */
  reaches(instant: number): boolean {
    const last = this.length - 1;
    return this.pattern.measure.crossings !== undefined || (last >= 0 && this.time(last) >= instant);
  }

  /** Takes back every judgement from the first fact at or after an instant on. */
  rewindToInstant(instant: number): void {
    let position = this.columns.get(this.number, SETTLED);
    while (position > 0 && this.time(position - 1) >= instant) position -= 1;
    this.rewind(position);
  }

  /** Judges the facts that are not judged yet. */
  settle(): void {
    const { pattern, columns, number } = this;
    const { judgeWhole, hasPassed } = pattern.measure;
    if (judgeWhole !== undefined) this.rewind(0);
    const from = columns.get(number, SETTLED);
    for (let position = from; position < this.length; position += 1) {
      const verdict = pattern.classify(this.kind(position), this.row(position), this.clinician);
      this.setVerdict(position, verdict);
      if (judgeWhole === undefined && verdict === 1) pattern.judge(this, position);
    }
    judgeWhole?.(this, from);
    for (let position = from; position < this.length; position += 1) this.noteDoubt(position, 1);
    columns.set(number, SETTLED, this.length);
    if (hasPassed !== undefined && columns.doubts.has(number)) columns.doubts.changed.add(number);
  }

  /** Counts a fact that cannot be judged, or takes it out of the count. */
  private noteDoubt(position: number, change: 1 | -1): void {
    const rank = this.rank(position);
    const code = rank < NOT_HOLDING ? codeOfRank(rank) : this.verdict(position);
    if (code < 2 || !this.pattern.measure.judges(this.kind(position))) return;
    const because = this.pattern.labels.because(code);
    if (because !== undefined) this.columns.doubts.count(this.number, because, this.time(position), change);
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
    const { episodes: all } = this.columns;
    let episodes = all.get(this.number);
    if (episodes === undefined) {
      episodes = [];
      all.set(this.number, episodes);
    }
    const kind = this.kind(at);
    let index = episodes.length;
    if (before >= 0 && this.rank(before) >= 0 && this.time(before) > this.time(at) - within) {
      index = episodes.findLastIndex((episode) => episode.kind === kind);
      this.extend(episodes[index] as Episode, at);
    } else episodes.push({ kind, start: at, last: at, head, peak: at, rank, value, saidTo: -1 });
    if (index < this.changedFrom) this.changedFrom = index;
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

  /** The first fact whose judgement may still change. */
  private get firstOpen(): number {
    const { sealedBefore } = this.pattern.context.sealing;
    return sealedBefore === -Infinity ? 0 : this.firstFrom(sealedBefore);
  }

  private rewind(to: number): void {
    const { columns, number } = this;
    const settled = columns.get(number, SETTLED);
    const position = to < settled ? Math.max(to, this.firstOpen) : to;
    if (position >= settled) return;
    this.pattern.context.unread.readAll();
    for (const window of columns.windows) window.goBack(number, this, position);
    for (let dropped = position; dropped < settled; dropped += 1) {
      this.noteDoubt(dropped, -1);
      this.forget(dropped);
    }
    columns.set(number, SETTLED, position);
    const held = columns.episodes.get(number);
    if (held === undefined) return;
    columns.disturbed.add(number);
    const kept = held.filter((episode) => episode.start < position);
    if (kept.length < held.length) this.changedFrom = Math.min(this.changedFrom, kept.length);
    columns.episodes.set(number, kept);
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
