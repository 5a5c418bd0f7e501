import type { DomainEvent } from '@plumbline/events';
import { eventKey, recordKey } from '@plumbline/events';
import type { FindingRevision } from '../finding';
import type { EngineContext } from './context';
import type { FieldPlan } from './rows';
import type { Plan } from './plan';
import { publish, type Cause } from './publisher';
import { StageFeed } from './stage-feed';
import type { StreamsSeen } from './streams-seen';
import type { Disturbance } from './surroundings-fold';
import type { SaidOfSubject, Watched, WatchedPattern } from './watched-pattern';

interface Affected {
  readonly pattern: WatchedPattern;
  readonly watched: Watched;
}

const NO_FIELDS: readonly FieldPlan[] = [];

/** Brings an event to the subjects that it concerns, judges them anew from there, and says what changed. */
export class Evaluation {
  /** Subjects that were judged since they were last asked what is undetermined. */
  readonly touched = new Map<Watched, WatchedPattern>();
  private readonly interested = new Map<string, readonly WatchedPattern[]>();
  private readonly stages: StageFeed;
  /** Types whose absence some pattern notices. */
  private readonly needed: ReadonlySet<string>;

  constructor(
    readonly patterns: readonly WatchedPattern[],
    private readonly context: EngineContext,
    private readonly streams: StreamsSeen,
    private readonly plan: Plan,
  ) {
    for (const type of new Set(patterns.flatMap((pattern) => [...pattern.types]))) {
      this.interested.set(
        type,
        patterns.filter((pattern) => pattern.types.has(type)),
      );
    }
    this.stages = new StageFeed(patterns);
    const needs = patterns.flatMap((pattern) => pattern.declaration.needs ?? []);
    this.needed = new Set(needs.flatMap((need) => need.from.map(({ type }) => type)));
  }

  watches(type: string): boolean {
    return this.interested.has(type);
  }

  /** A fact, or a version of one. Arriving again it changes nothing. */
  take(event: DomainEvent, cause: Cause): FindingRevision[] {
    const { rows, records } = this.context;
    const key = eventKey(event);
    // Most events are a record of their own; then one text serves for both.
    const record = records.number(event.recordId === event.id ? key : recordKey(event));
    if (records.holds(record, key)) return [];
    const row = rows.add(event, key, this.context.types.number(event.type), record, this.plan.fields.get(event.type) ?? NO_FIELDS);
    const affected: Affected[] = [];
    const change = records.add(record, row);
    if (change === undefined) this.each(row, affected, (pattern) => pattern.remember(row));
    else {
      if (change.before !== -1) this.leave(change.before, affected);
      this.enter(row, affected);
    }
    return this.judge(affected, cause);
  }

  /** Something about the surroundings changed: whoever may be judged otherwise is judged anew from there on. */
  disturb(disturbance: Disturbance, cause: Cause): FindingRevision[] {
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
    return this.judge(affected, cause);
  }

  /** Judges all rows of a snapshot, and puts back what had been said of them, without saying anything. */
  restore(said: ReadonlyMap<string, readonly SaidOfSubject[]>): void {
    const { rows, records } = this.context;
    for (let row = 0; row < rows.count; row += 1) {
      const counts = records.winner(rows.record(row)) === row;
      if (counts) this.enter(row, []);
      else this.each(row, [], (pattern) => pattern.remember(row));
    }
    for (const pattern of this.patterns) for (const watched of pattern.all()) pattern.settle(watched);
    for (const entries of said.values()) {
      for (const { current } of entries) for (const { finding } of current) this.stages.feed({ finding, status: 'raised' });
    }
    for (const pattern of this.patterns) pattern.load(said.get(pattern.declaration.id) ?? []);
  }

  /** A policy may make facts of rows that no policy before it did. */
  private lookAgain(affected: Affected[]): void {
    const { rows, records } = this.context;
    for (let row = 0; row < rows.count; row += 1) {
      const counts = records.winner(rows.record(row)) === row && !rows.retracted(row);
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
    for (const pattern of this.interested.get(this.typeOf(row)) ?? []) {
      const watched = act(pattern);
      if (watched !== undefined) affected.push({ pattern, watched });
    }
  }

  private typeOf(row: number): string {
    return this.context.types.text(this.context.rows.type(row));
  }

  /** Where a stream is seen for the first time, or no longer, its absence is judged anew. */
  private countStream(row: number, change: 1 | -1, affected: Affected[]): void {
    const type = this.typeOf(row);
    if (!this.needed.has(type)) return;
    const clinicianNumber = this.context.rows.clinician(row);
    if (clinicianNumber === -1) return;
    const clinician = this.context.texts.text(clinicianNumber);
    const seen = this.streams.add(type, clinician, change);
    if (!seen.clinician && !seen.anybody) return;
    for (const pattern of this.interested.get(type) ?? []) {
      const needs = (pattern.declaration.needs ?? []).filter((need) => need.from.some((definition) => definition.type === type));
      const everybody = needs.some((need) => need.seenFor === 'anybody') && seen.anybody;
      const concerned = everybody ? pattern.all() : needs.length > 0 && seen.clinician ? pattern.of(clinician) : [];
      for (const watched of concerned) {
        watched.subject.rewindToInstant(-Infinity);
        affected.push({ pattern, watched });
      }
    }
  }

  private judge(affected: readonly Affected[], cause: Cause): FindingRevision[] {
    const said: FindingRevision[] = [];
    for (const { pattern, watched } of affected) {
      pattern.settle(watched);
      if (watched.subject.doubtsChanged !== watched.doubtsSaid) this.touched.set(watched, pattern);
      for (const revision of this.say(watched, cause)) said.push(revision);
    }
    return said;
  }

  /** What changed for one subject, and for the stage machines that its findings feed. */
  private say(watched: Watched, cause: Cause): readonly FindingRevision[] {
    const revisions = publish(watched.subject, watched.who, watched.published, cause);
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
