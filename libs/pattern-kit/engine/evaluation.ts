import type { DomainEvent } from '@plumbline/events';
import type { FindingRevision } from '../finding';
import type { EngineContext } from './context';
import type { FieldPlan } from './rows';
import type { Plan } from './plan';
import { Recent } from './interner';
import { isUnchanged, publish, type Cause } from './publisher';
import { StageFeed } from './stage-feed';
import type { StreamsSeen } from './streams-seen';
import type { Disturbance } from './surroundings-fold';
import type { Watched } from './watched';
import type { SaidOfSubject, WatchedPattern } from './watched-pattern';

const NOTHING: readonly FindingRevision[] = [];

interface Affected {
  readonly pattern: WatchedPattern;
  readonly watched: Watched;
}

/** What is done with events of one type. */
interface WatchedType {
  readonly number: number;
  readonly fields: readonly FieldPlan[];
  readonly patterns: readonly WatchedPattern[];
  /** Some pattern notices where there is none of them. */
  readonly needed: boolean;
}

/** Brings an event to the subjects that it concerns, judges them anew from there, and says what changed. */
export class Evaluation {
  /** Subjects that were judged since they were last asked what is undetermined. */
  readonly touched = new Map<Watched, WatchedPattern>();
  private readonly byNumber: (WatchedType | undefined)[] = [];
  private readonly typeNumbers: Recent;
  private readonly stages: StageFeed;

  constructor(
    readonly patterns: readonly WatchedPattern[],
    private readonly context: EngineContext,
    private readonly streams: StreamsSeen,
    plan: Plan,
  ) {
    const needs = patterns.flatMap((pattern) => pattern.declaration.needs ?? []);
    const needed = new Set(needs.flatMap((need) => need.from.map(({ type }) => type)));
    for (const type of new Set(patterns.flatMap((pattern) => [...pattern.types]))) {
      const number = context.types.number(type);
      this.byNumber[number] = {
        number,
        fields: plan.fields.get(type) ?? [],
        patterns: patterns.filter((pattern) => pattern.types.has(type)),
        needed: needed.has(type),
      };
    }
    this.typeNumbers = new Recent(context.types);
    this.stages = new StageFeed(patterns);
  }

  /** A fact, or a version of one; arriving again it changes nothing. False where no pattern watches the type. */
  take(event: DomainEvent, said: FindingRevision[]): boolean {
    const type = this.byNumber[this.typeNumbers.number(event.type)];
    if (type === undefined) return false;
    const { rows, records } = this.context;
    const source = rows.sourceNumber(event.source);
    const record = records.find(source, event.recordId);
    if (record !== -1) {
      if (!records.holds(record, event.id)) this.takeVersion(record, this.write(event, source, type), event, said);
      return true;
    }
    const row = rows.add(event, source, type.number, type.fields);
    records.begin(row);
    if (!type.needed && !event.retracted) this.takeFirst(row, type, event, said);
    else {
      rows.name(row, event.data);
      const affected: Affected[] = [];
      this.enter(row, affected);
      this.judge(affected, event, said);
    }
    return true;
  }

  /** Something about the surroundings changed: whoever may be judged otherwise is judged anew from there on. */
  disturb(disturbance: Disturbance, cause: Cause, said: FindingRevision[]): void {
    const affected: Affected[] = [];
    if (disturbance.of === 'policy') this.lookAgain(affected);
    for (const pattern of this.patterns) {
      if (!dependsOn(pattern, disturbance)) continue;
      const concerned = disturbance.of === 'closed-day' ? pattern.waitingForDay() : pattern.from(disturbance.from, disturbance.clinician);
      for (const watched of concerned) {
        watched.subject.rewindToInstant(disturbance.from);
        affected.push({ pattern, watched });
      }
    }
    this.judge(affected, cause, said);
  }

  /** Judges all rows of a snapshot, and puts back what had been said of them, without saying anything. */
  restore(said: ReadonlyMap<string, readonly SaidOfSubject[]>): void {
    const { rows, records } = this.context;
    for (let row = 0; row < rows.count; row += 1) {
      const counts = records.winner(records.of(row)) === row;
      if (counts) this.enter(row, []);
      else this.each(row, [], (pattern) => pattern.remember(row));
    }
    for (const pattern of this.patterns) for (const watched of pattern.all()) pattern.settle(watched);
    for (const entries of said.values()) {
      for (const { current } of entries) for (const { finding } of current) this.stages.feed({ finding, status: 'raised' });
    }
    for (const pattern of this.patterns) pattern.load(said.get(pattern.declaration.id) ?? []);
  }

  /** Most events: the first of their record. They cost a pattern that does not count them a few comparisons, and nothing is allocated. */
  private takeFirst(row: number, { patterns }: WatchedType, event: DomainEvent, said: FindingRevision[]): void {
    const { rows } = this.context;
    let named = false;
    for (const pattern of patterns) {
      const ever = pattern.compiled.everKindsOf(row);
      if (ever === 0) continue;
      if (!named) rows.name(row, event.data);
      named = true;
      if (rows.clinician(row) === -1) return;
      const kinds = pattern.compiled.possibleKinds(row, ever);
      if (kinds !== 0) this.settle(pattern, pattern.put(row, kinds), event, said);
    }
  }

  private takeVersion(record: number, row: number, cause: Cause, said: FindingRevision[]): void {
    const { records } = this.context;
    const before = records.winner(record);
    const affected: Affected[] = [];
    if (records.add(record, row)) {
      this.leave(before, affected);
      this.enter(row, affected);
    } else this.each(row, affected, (pattern) => pattern.remember(row));
    this.judge(affected, cause, said);
  }

  private write(event: DomainEvent, source: number, type: WatchedType): number {
    const { rows } = this.context;
    const row = rows.add(event, source, type.number, type.fields);
    rows.name(row, event.data);
    return row;
  }

  /** A policy may make facts of rows that no policy before it did. */
  private lookAgain(affected: Affected[]): void {
    const { rows, records } = this.context;
    for (let row = 0; row < rows.count; row += 1) {
      const counts = records.winner(records.of(row)) === row && !rows.retracted(row);
      this.each(row, affected, (pattern) => (counts ? pattern.insertNow(row) : pattern.rememberNow(row)));
    }
  }

  private enter(row: number, affected: Affected[]): void {
    if (this.context.rows.retracted(row)) return;
    this.each(row, affected, (pattern) => pattern.insert(row));
    this.countStream(row, 1, affected);
  }

  private leave(row: number, affected: Affected[]): void {
    if (this.context.rows.retracted(row)) return;
    this.each(row, affected, (pattern) => pattern.supersede(row));
    this.countStream(row, -1, affected);
  }

  private each(row: number, affected: Affected[], act: (pattern: WatchedPattern) => Watched | undefined): void {
    for (const pattern of this.typeOf(row).patterns) {
      const watched = act(pattern);
      if (watched !== undefined) affected.push({ pattern, watched });
    }
  }

  private typeOf(row: number): WatchedType {
    return this.byNumber[this.context.rows.type(row)] as WatchedType;
  }

  /** Where a stream is seen for the first time, or no longer, its absence is judged anew. */
  private countStream(row: number, change: 1 | -1, affected: Affected[]): void {
    const { needed, patterns, number } = this.typeOf(row);
    if (!needed) return;
    const type = this.context.types.text(number);
    const clinicianNumber = this.context.rows.clinician(row);
    if (clinicianNumber === -1) return;
    const clinician = this.context.texts.text(clinicianNumber);
    const seen = this.streams.add(type, clinician, change);
    if (!seen.clinician && !seen.anybody) return;
    for (const pattern of patterns) {
      const needs = (pattern.declaration.needs ?? []).filter((need) => need.from.some((definition) => definition.type === type));
      const everybody = needs.some((need) => need.seenFor === 'anybody') && seen.anybody;
      const concerned = everybody ? pattern.all() : needs.length > 0 && seen.clinician ? pattern.of(clinician) : [];
      for (const watched of concerned) {
        watched.subject.rewindToInstant(-Infinity);
        affected.push({ pattern, watched });
      }
    }
  }

  private judge(affected: readonly Affected[], cause: Cause, said: FindingRevision[]): void {
    for (const { pattern, watched } of affected) this.settle(pattern, watched, cause, said);
  }

  private settle(pattern: WatchedPattern, watched: Watched, cause: Cause, said: FindingRevision[]): void {
    pattern.settle(watched);
    if (watched.subject.doubtsChanged !== watched.doubtsSaid) this.touched.set(watched, pattern);
    for (const revision of this.say(watched, cause)) said.push(revision);
  }

  /** What changed for one subject, and for the stage machines that its findings feed. */
  private say(watched: Watched, cause: Cause): readonly FindingRevision[] {
    const revisions = isUnchanged(watched.subject) ? NOTHING : publish(watched.subject, watched, cause);
    if (revisions.length === 0) return revisions;
    const machines = new Set(revisions.flatMap((revision) => this.stages.feed(revision)));
    return [...revisions, ...[...machines].flatMap((machine) => this.say(machine, cause))];
  }
}

function dependsOn(pattern: WatchedPattern, disturbance: Disturbance): boolean {
  const { measure } = pattern.declaration;
  switch (disturbance.of) {
    case 'policy':
    case 'directory':
      return true;
    case 'roster':
      return pattern.compiled.usesRoster;
    case 'baseline':
      return 'peers' in measure && measure.peers.metric === disturbance.metric;
    case 'closed-day':
      return measure.measure === 'absence-by-day-end';
  }
}
