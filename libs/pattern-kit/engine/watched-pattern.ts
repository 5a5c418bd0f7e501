import type { PatternDeclaration } from '../declaration';
import type { FindingRevision } from '../finding';
import type { StageFact } from '../measures/stage-machine/ascent';
import type { AskedSurroundings } from './asked-surroundings';
import { CompiledPattern, typesOf } from './compiled-pattern';
import type { EngineContext } from './context';
import { askForSurroundings, forgetPattern, overBefore } from './forget-pattern';
import { plain, type PatternState } from './pattern-state';
import { publishAnew, publishLater, type Cause, type PublishedFindings } from './publisher';
import type { Renumbering } from './renumbering';
import { TOO_LATE } from './sealing';
import { Subject } from './subject';
import { SubjectIndex } from './subject-index';
import { CHANGED_FROM, NONE, PAIR, SubjectColumns } from './subject-columns';
import { UndeterminedReport } from './undetermined-report';
import { WatchedSubject } from './watched-subject';

/** One pattern of an engine with all its subjects, which are named by their numbers. */
export class WatchedPattern {
  readonly compiled: CompiledPattern;
  readonly types: ReadonlySet<string>;
  readonly undetermined: UndeterminedReport;
  readonly columns: SubjectColumns;
  /** Stands at the subject that is being changed and judged. */
  readonly subject: Subject;
  /** Stands at the subject of which something is being read. */
  readonly reading: Subject;
  readonly index: SubjectIndex;
  /** Findings that ended before this instant are over: they were said, and are forgotten. */
  private over = -Infinity;
  /** Subjects of which something was said. */
  readonly watched = new Map<number, WatchedSubject>();

  constructor(
    readonly declaration: PatternDeclaration,
    private readonly context: EngineContext,
  ) {
    this.compiled = new CompiledPattern(declaration, context);
    this.columns = new SubjectColumns(this.compiled.factNames.length, this.compiled.measure.weighs);
    this.subject = new Subject(this.compiled, this.columns);
    this.reading = new Subject(this.compiled, this.columns);
    this.undetermined = new UndeterminedReport(this.columns, this.reading);
    this.index = new SubjectIndex(this.compiled, this.columns);
    this.types = new Set(typesOf(declaration));
  }

  /** Puts a row in under each of the kinds of fact that it is, given as bits; whose subject it is. */
  put(row: number, kinds: number): number {
    const number = this.index.ofRow(row);
    this.subject.goTo(number).insertAs(row, kinds);
    return number;
  }

  /** Puts a row in; undefined where it is no fact of this pattern. */
  insert(row: number): number | undefined {
    const kinds = this.kindsOf(row);
    if (kinds === 0) return undefined;
    return this.isSealed(row, kinds) ? this.refuse(row) : this.put(row, kinds);
  }

  /** Takes in a row that a new policy made possible; undefined where it was in before, or is no fact. */
  insertNow(row: number): number | undefined {
    const kinds = this.kindsOf(row);
    return kinds === 0 || this.isSealed(row, kinds) || this.subject.goTo(this.index.ofRow(row)).positionOf(row) !== -1
      ? undefined
      : this.put(row, kinds);
  }

  /** Takes a row away that another version of its record has replaced; it stays known for what was known when. */
  supersede(row: number): number | undefined {
    const kinds = this.kindsOf(row);
    if (kinds === 0) return undefined;
    if (this.isSealed(row, kinds)) return this.refuse(row);
    this.subject.goTo(this.index.ofRow(row)).supersede(row);
    return this.remember(row);
  }

  /** A version that was already replaced when it arrived: it counts for nothing, but it was known once. */
  remember(row: number): number | undefined {
    const kinds = this.kindsOf(row);
    if (kinds === 0 || this.isSealed(row, kinds)) return undefined;
    const number = this.index.ofRow(row);
    this.subject.goTo(number).remember(row);
    return number;
  }

  /** The same for a version that is replaced already. */
  rememberNow(row: number): number | undefined {
    const kinds = this.kindsOf(row);
    if (kinds === 0 || this.isSealed(row, kinds)) return undefined;
    return this.subject.goTo(this.index.ofRow(row)).superseded.includes(row) ? undefined : this.remember(row);
  }

  /** Takes every judgement of a subject back from an instant on. */
  rewind(number: number, instant: number): void {
    this.subject.goTo(number).rewindToInstant(instant);
  }

  settle(number: number): void {
    this.subject.goTo(number).settle();
  }

  /** Says what changed for a subject since it was last asked. */
  publish(number: number, cause: Cause, revisions: FindingRevision[]): void {
    const { measure } = this.compiled;
    if (measure.crossings === undefined && this.columns.get(number, CHANGED_FROM) === NONE) return;
    const subject = this.subject.goTo(number);
    const disturbed = this.columns.disturbed.delete(number);
    if (!this.watched.has(number) && measure.crossings?.(subject).length === 0) return;
    const said = this.watched.get(number) ?? this.watch(number);
    if (disturbed || measure.crossings !== undefined || measure.judgeWhole !== undefined) publishAnew(subject, said, cause, revisions);
    else publishLater(subject, said, cause, revisions);
  }

  /** In an order that does not depend on how they came to be known. */
  all(): number[] {
    return this.sorted(this.numbers());
  }

  of(clinician: number): number[] {
    return this.sorted(this.index.ofClinician(clinician));
  }

  /** Subjects that have something to judge at or after an instant: of one clinician, or of all. */
  from(instant: number, clinician: string | undefined): number[] {
    const among = clinician === undefined ? this.numbers() : this.index.ofClinician(this.context.people.find(clinician));
    return this.sorted(among.filter((number) => this.subject.goTo(number).reaches(instant)));
  }

  waitingForDay(): number[] {
    return this.sorted([...this.columns.waiting]);
  }

  /** Subjects of which something was said, in their order. */
  said(): WatchedSubject[] {
    return this.sorted([...this.watched.keys()]).map((number) => this.watched.get(number) as WatchedSubject);
  }

  dump(): PatternState {
    const findings = [...this.watched].map(([subject, { published }]) => ({
      subject,
      current: published.current.map(plain),
      withdrawn: [...published.withdrawn.values()].map(plain),
    }));
    return { subjects: this.columns.dump(), parts: this.index.dump(), over: this.over, findings, undetermined: this.undetermined.dump() };
  }

  load({ subjects, parts, over, findings, undetermined }: PatternState): void {
    this.columns.load(subjects);
    this.index.load(parts);
    this.over = over;
    for (const { subject, current, withdrawn } of findings) {
      const { published } = this.watch(subject);
      published.current = [...current];
      for (const entry of withdrawn) published.withdrawn.set(entry.finding.id, entry);
    }
    this.undetermined.load(undetermined);
  }

  /** Whether it was judged for good what happened when a row did, which is of these kinds, given as bits. */
  isSealed(row: number, kinds: number): boolean {
    return this.context.rows.time(row) < this.context.sealing.acceptedFrom && (kinds & ~this.compiled.timeless) !== 0;
  }

  /** Says of a fact that came when what happened then was judged for good, that it is not judged. */
  refuse(row: number): number {
    const number = this.index.ofRow(row);
    this.columns.doubts.count(number, TOO_LATE, this.context.rows.time(row), 1);
    return number;
  }

  /** Forgets what no judgement will ask for and marks the rows that are left; 1 for each subject that is left. */
  forget(rows: Uint8Array, asked: AskedSurroundings): Uint8Array {
    const { compiled } = this;
    this.over = overBefore(compiled);
    return forgetPattern(this, this.over, (row) => {
      rows[row] = 1;
      askForSurroundings(compiled, row, asked);
    });
  }

  /** Subjects and pairs have other numbers from now on, and so do rows. */
  renumber(subjects: Renumbering, pairs: Renumbering, rows: Renumbering): void {
    this.columns.renumber(subjects, pairs);
    for (let number = 0; number < subjects.count; number += 1) this.subject.goTo(number).renumberRows(rows);
    for (const [number, versions] of this.columns.replaced)
      this.columns.replaced.set(
        number,
        versions.map((row) => rows.of(row)),
      );
    this.undetermined.renumber(subjects);
    this.index.renumber(subjects);
    const before = [...this.watched];
    this.watched.clear();
    for (const [old, { published }] of before) if (subjects.of(old) !== -1) this.watch(subjects.of(old), published);
  }

  /** Marks the pairs of the subjects that are left. */
  markPairs(subjects: Uint8Array, pairs: Uint8Array): void {
    for (let number = 0; number < this.columns.count; number += 1) {
      if (subjects[number] === 1) pairs[this.columns.get(number, PAIR)] = 1;
    }
  }

  hasStage(number: number, finding: string): boolean {
    return this.columns.begun.get(number)?.has(finding) ?? false;
  }

  /** The dyad that findings of other patterns feed, made where there is none yet. */
  dyad(clinician: string, patient: string): number {
    const number = this.context.people.number(clinician);
    return this.index.ofPair(number, this.context.pairs.number(number, patient), undefined);
  }

  /** A finding of another pattern began a stage of a dyad. */
  beginStage(number: number, finding: string, fact: StageFact): void {
    const { begun } = this.columns;
    const stages = begun.get(number) ?? new Map<string, StageFact>();
    begun.set(number, stages.set(finding, fact));
  }

  endStage(number: number, finding: string): void {
    this.columns.begun.get(number)?.delete(finding);
  }

  private watch(number: number, published?: PublishedFindings): WatchedSubject {
    const read = (): Subject => this.reading.goTo(number);
    const watched = new WatchedSubject(this.index.whoIs(number), this.index.identityOf(number), read, () => this.over, published);
    this.watched.set(number, watched);
    return watched;
  }

  private kindsOf(row: number): number {
    return this.context.rows.clinician(row) === -1 ? 0 : this.compiled.kindsOf(row);
  }

  private numbers(): number[] {
    return Array.from({ length: this.columns.count }, (_, number) => number);
  }

  private sorted(numbers: readonly number[]): number[] {
    return numbers
      .map((number) => ({ number, identity: this.index.identityOf(number) }))
      .sort((left, right) => (left.identity < right.identity ? -1 : 1))
      .map(({ number }) => number);
  }
}
