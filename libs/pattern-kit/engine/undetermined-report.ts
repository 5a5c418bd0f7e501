import type { Undetermined } from '../finding';
import type { Doubt } from './doubts';
import { codeOfRank, NOT_HOLDING } from './model';
import type { Renumbering } from './renumbering';
import type { Subject } from './subject';
import type { SubjectColumns } from './subject-columns';

/** What was last said to be undetermined, by reason. */
type SaidDoubts = ReadonlyMap<string, Doubt>;
const NOTHING: SaidDoubts = new Map();

/** A subject's reasons as plain data. */
export type UndeterminedOfSubject = readonly [subject: number, reasons: readonly (readonly [because: string, doubt: Doubt])[]];

/**
 * What one pattern cannot tell of its subjects, and what has been said of that. A reason that is new, that has passed or that turns out to be
 * older is said at once; how many facts it concerns is said again when a day is closed, and not for each of them.
 */
export class UndeterminedReport {
  private readonly said = new Map<number, SaidDoubts>();

  constructor(
    private readonly columns: SubjectColumns,
    private readonly reading: Subject,
  ) {}

  /** Subjects that may have something to say. */
  get changed(): ReadonlySet<number> {
    return this.columns.doubts.changed;
  }

  /** By reason, without those that have passed. */
  of(subject: number): SaidDoubts {
    const { doubts } = this.columns;
    const reading = this.reading.goTo(subject);
    const reasons = doubts.of(subject, (because) => firstFor(reading, because));
    const passed = reading.pattern.measure.hasPassed;
    if (passed === undefined || reasons.size === 0) return reasons;
    return new Map([...reasons].filter(([because]) => !passed(reading, because)));
  }

  /** A day was closed: numbers are said again, and what only waits for time to pass may have passed. */
  closeDay(): void {
    const { doubts } = this.columns;
    for (const subject of doubts.recounted) doubts.changed.add(subject);
    if (this.reading.pattern.measure.hasPassed !== undefined) for (const subject of doubts.subjects()) doubts.changed.add(subject);
  }

  /** What is newly, differently or no longer undetermined (`facts` 0) since it was last asked. */
  take(subject: number, dayClosed: boolean): readonly Omit<Undetermined, 'pattern' | 'subject'>[] {
    const { changed, recounted } = this.columns.doubts;
    changed.delete(subject);
    recounted.delete(subject);
    const now = this.of(subject);
    const before = this.said.get(subject) ?? NOTHING;
    const changes: Omit<Undetermined, 'pattern' | 'subject'>[] = [];
    const said = new Map(before);
    for (const because of new Set([...before.keys(), ...now.keys()])) {
      const was = before.get(because);
      const is = now.get(because) ?? { since: was?.since ?? 0, facts: 0 };
      if (was?.facts === is.facts && was.since === is.since) continue;
      if (was !== undefined && is.facts > 0 && was.since === is.since && !dayClosed) {
        recounted.add(subject);
        continue;
      }
      const { since, facts } = is;
      changes.push({ because, since, facts });
      if (facts === 0) said.delete(because);
      else said.set(because, { since, facts });
    }
    if (said.size === 0) this.said.delete(subject);
    else this.said.set(subject, said);
    return changes;
  }

  /** Whether something of a subject has changed that is not said yet. */
  hasToSay(subject: number): boolean {
    const { changed, recounted } = this.columns.doubts;
    return changed.has(subject) || recounted.has(subject);
  }

  /** Subjects have other numbers now; of one that is gone what was said stays said, and is counted anew should more come. */
  renumber(subjects: Renumbering): void {
    subjects.keys(this.said);
  }

  /** Subjects of which something was said, in no order. */
  dump(): UndeterminedOfSubject[] {
    return [...this.said].map(([subject, reasons]) => [subject, [...reasons]]);
  }

  /** Puts back what had been said. */
  load(said: readonly UndeterminedOfSubject[]): void {
    for (const [subject, reasons] of said) this.said.set(subject, new Map(reasons));
  }
}

/** When the first fact happened that cannot be judged for a reason. */
function firstFor(subject: Subject, because: string): number {
  const { labels, measure } = subject.pattern;
  for (let position = 0; position < subject.length; position += 1) {
    const rank = subject.rank(position);
    const code = rank < NOT_HOLDING ? codeOfRank(rank) : subject.verdict(position);
    if (code >= 2 && measure.judges(subject.kind(position)) && labels.because(code) === because) return subject.time(position);
  }
  return Infinity;
}
