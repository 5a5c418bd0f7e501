import type { DomainEvent } from '@plumbline/events';
import type { FindingRevision } from '../finding';
import { everKinds, possibleKinds } from './compiled-pattern';
import type { EngineContext } from './context';
import { WatchedTypes, type WatchedType } from './event-types';
import { forgetWhatIsOver } from './forgetting';
import { hashText } from './hash-text';
import type { PatternState } from './pattern-state';
import type { Plan } from './plan';
import type { Cause } from './publisher';
import { beginningOf } from './beginning';
import { StageFeed } from './stage-feed';
import type { StreamCount, StreamsSeen } from './streams-seen';
import type { Disturbance } from './disturbance';
import type { WatchedPattern } from './watched-pattern';

interface Affected {
  readonly pattern: WatchedPattern;
  readonly subject: number;
}

/** What is kept of the patterns, as plain data. */
export interface EvaluationState {
  readonly patterns: ReadonlyMap<string, PatternState>;
  readonly fed: ReturnType<StageFeed['dump']>;
  readonly streams: readonly StreamCount[];
}

/** Brings an event to the subjects that it concerns, judges them anew from there, and says what changed. */
export class Evaluation {
  /** Patterns that may have something new to say of what is undetermined. */
  readonly doubtful = new Set<WatchedPattern>();
  private readonly types: WatchedTypes;
  private readonly stages: StageFeed;

  constructor(
    readonly patterns: readonly WatchedPattern[],
    private readonly context: EngineContext,
    private readonly streams: StreamsSeen,
    plan: Plan,
  ) {
    this.types = new WatchedTypes(patterns, context, plan);
    this.stages = new StageFeed(patterns);
  }

  /** A fact, or a version of one; arriving again it changes nothing. False where no pattern watches the type. */
  take(event: DomainEvent, said: FindingRevision[]): boolean {
    const type = this.types.named(event.type);
    if (type === undefined) return false;
    const { rows, records } = this.context;
    const source = rows.sourceNumber(event.source);
    const ownHash = rows.tryId(event.id, source);
    const record = records.find(source, event.recordId, event.recordId === event.id ? ownHash : hashText(source, event.recordId));
    if (record !== -1) {
      if (!records.holds(record, event.id)) this.takeVersion(record, event, source, type, said);
      return true;
    }
    const row = rows.add(event, source, type.number, type.fields);
    records.begin(row);
    if (!event.retracted) this.takeFirst(row, type, event, said);
    else rows.name(row, event.data, type.givers);
    return true;
  }

  /** Something about the surroundings changed: whoever may be judged otherwise is judged anew from there on. */
  disturb(disturbance: Disturbance, cause: Cause, said: FindingRevision[]): void {
    const affected: Affected[] = [];
    if (disturbance.of === 'policy') this.lookAgain(affected);
    for (const pattern of this.patterns) {
      if (!dependsOn(pattern, disturbance)) continue;
      const concerned = disturbance.of === 'closed-day' ? pattern.waitingForDay() : pattern.from(disturbance.from, disturbance.clinician);
      for (const subject of concerned) {
        pattern.rewind(subject, disturbance.from);
        affected.push({ pattern, subject });
      }
    }
    this.judge(affected, cause, said);
  }

  /** Seals and forgets what nothing can reach any more, where that is worthwhile. */
  forget(): void {
    forgetWhatIsOver(this.patterns, this.stages, this.context);
  }

  dump(): EvaluationState {
    return {
      patterns: new Map(this.patterns.map((pattern) => [pattern.declaration.id, pattern.dump()])),
      fed: this.stages.dump(),
      streams: this.streams.dump(),
    };
  }

  load({ patterns, fed, streams }: EvaluationState): void {
    for (const pattern of this.patterns) {
      const state = patterns.get(pattern.declaration.id);
      if (state !== undefined) pattern.load(state);
    }
    this.stages.load(fed);
    this.streams.load(streams);
  }

  /** Most events: the first of their record. They cost a pattern that does not count them a few comparisons, and nothing is allocated. */
  private takeFirst(row: number, type: WatchedType, event: DomainEvent, said: FindingRevision[]): void {
    const { rows } = this.context;
    const affected: Affected[] | undefined = type.needed ? [] : undefined;
    let named = affected !== undefined;
    if (affected !== undefined) {
      rows.name(row, event.data, type.givers);
      this.countStream(row, 1, affected);
    }
    const late = rows.time(row) < this.context.sealing.acceptedFrom;
    const answers = type.answers.of(row);
    for (const { pattern, tests } of type.steps) {
      const ever = everKinds(tests, row, answers);
      if (ever === 0) continue;
      if (!named) rows.name(row, event.data, type.givers);
      named = true;
      if (rows.clinician(row) === -1) return;
      const kinds = possibleKinds(tests, row, ever);
      if (kinds === 0) continue;
      const refused = late && pattern.isSealed(row, kinds) ? pattern.refuse(row) : undefined;
      this.settle(pattern, refused ?? pattern.put(row, kinds), event, said);
    }
    if (!named) rows.dropFields(row);
    if (affected !== undefined) this.judge(affected, event, said);
  }

  private takeVersion(record: number, event: DomainEvent, source: number, type: WatchedType, said: FindingRevision[]): void {
    const { rows, records, unread } = this.context;
    unread.readAll();
    const row = rows.add(event, source, type.number, type.fields);
    rows.name(row, event.data, type.givers);
    const before = records.winner(record);
    const affected: Affected[] = [];
    if (records.add(record, row)) {
      this.leave(before, affected);
      this.enter(row, affected);
    } else this.each(row, affected, (pattern) => pattern.remember(row));
    this.judge(affected, event, said);
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

  private each(row: number, affected: Affected[], act: (pattern: WatchedPattern) => number | undefined): void {
    for (const pattern of this.typeOf(row).patterns) {
      const subject = act(pattern);
      if (subject !== undefined) affected.push({ pattern, subject });
    }
  }

  private typeOf(row: number): WatchedType {
    return this.types.numbered(this.context.rows.type(row));
  }

  /** Where a stream is seen for the first time, or no longer, its absence is judged anew. */
  private countStream(row: number, change: 1 | -1, affected: Affected[]): void {
    const { needed, patterns, name } = this.typeOf(row);
    if (!needed) return;
    const clinician = this.context.rows.clinician(row);
    if (clinician === -1) return;
    const seen = this.streams.add(name, clinician, change);
    if (seen === 'nothing') return;
    for (const pattern of patterns) {
      const needs = (pattern.declaration.needs ?? []).filter((need) => need.from.some(({ type }) => type === name));
      if (needs.length === 0) continue;
      const everybody = seen === 'anybody' && needs.some((need) => need.seenFor === 'anybody');
      for (const subject of everybody ? pattern.all() : pattern.of(clinician)) {
        pattern.rewind(subject, -Infinity);
        affected.push({ pattern, subject });
      }
    }
  }

  private judge(affected: readonly Affected[], cause: Cause, said: FindingRevision[]): void {
    for (const { pattern, subject } of affected) this.settle(pattern, subject, cause, said);
  }

  private settle(pattern: WatchedPattern, subject: number, cause: Cause, said: FindingRevision[]): void {
    pattern.settle(subject);
    if (pattern.undetermined.changed.size > 0) this.doubtful.add(pattern);
    this.say(pattern, subject, cause, said);
  }

  /** What changed for one subject, and for the stage machines that its findings feed. */
  private say(pattern: WatchedPattern, subject: number, cause: Cause, said: FindingRevision[]): void {
    const from = said.length;
    pattern.publish(subject, cause, said);
    if (said.length === from || !this.stages.takes(pattern.declaration.id)) return;
    const fed = new Map<string, Affected>();
    for (const revision of said.slice(from)) {
      for (const dyad of this.stages.feed(revision, (finding) => beginningOf(finding, pattern.reading.goTo(subject)))) {
        fed.set(`${dyad.machine.declaration.id} ${String(dyad.subject)}`, { pattern: dyad.machine, subject: dyad.subject });
      }
    }
    for (const machine of fed.values()) this.say(machine.pattern, machine.subject, cause, said);
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
