import type { DomainEvent } from '@plumbline/events';
import type { PatternDeclaration } from '../declaration';
import type { Finding, FindingRevision, Undetermined } from '../finding';
import type { Surroundings } from '../surroundings';
import type { EngineContext } from './context';
import { Evaluation } from './evaluation';
import { Interner } from './interner';
import { OwnAnswers } from './own-answers';
import { Pairs } from './pairs';
import { People } from './people';
import { planFields } from './plan';
import { Pseudonyms } from './pseudonyms';
import { Records } from './records';
import { Rows } from './rows';
import { readSnapshot, snapshotVersion, writeSnapshot } from './snapshot';
import { Sealing, type Forgetting } from './sealing';
import { StreamsSeen } from './streams-seen';
import { SurroundingsFold, type PolicyReader } from './surroundings-fold';
import { Unread } from './unread';
import { WatchedPattern } from './watched-pattern';

export interface PatternEngineOptions {
  /** Reads a policy's document; a pure function. */
  readonly policyView: PolicyReader;
  /** From when on facts are forgotten that nothing late can reach any more. */
  readonly forgetting?: Partial<Forgetting>;
}

/** What changed since the last drain. */
export interface Changes {
  /** In the order of their causes in the log. */
  readonly findings: readonly FindingRevision[];
  /** By pattern, subject and reason. */
  readonly undetermined: readonly Undetermined[];
}

const NO_CHANGES: Changes = { findings: [], undetermined: [] };

/**
 * The patterns over one partition of the log. Findings are a function of the facts, of what surrounds them and of the closed days,
 * never of the order of arrival; each change is attributed to the event that caused it, so that a replay cut into other
 * batches says the same.
 */
export class PatternEngine {
  private readonly surroundingsFold: SurroundingsFold;
  private readonly context: EngineContext;
  private readonly evaluation: Evaluation;
  private readonly version: string;
  private changes: FindingRevision[] = [];
  private dayClosed = false;

  constructor(declarations: readonly PatternDeclaration[], options: PatternEngineOptions) {
    const texts = new Interner();
    const types = new Interner();
    const plan = planFields(declarations, types, texts);
    const pseudonyms = new Pseudonyms();
    const people = new People(pseudonyms);
    const pairs = new Pairs(pseudonyms);
    const rows = new Rows(texts, people, pairs);
    const records = new Records(rows);
    const streams = new StreamsSeen();
    const surroundings = new SurroundingsFold(options.policyView, people);
    const { slot, slotOfChannel } = plan;
    const answersOf: OwnAnswers[] = [];
    const answers = (type: number): OwnAnswers => (answersOf[type] ??= new OwnAnswers());
    const unread = new Unread();
    const sealing = new Sealing(options.forgetting);
    const context = {
      rows,
      records,
      texts,
      types,
      answers,
      pseudonyms,
      people,
      pairs,
      unread,
      sealing,
      streams,
      surroundings,
      slot,
      slotOfChannel,
    };
    const patterns = declarations.map((declaration) => new WatchedPattern(declaration, context));
    this.version = snapshotVersion(declarations);
    this.context = context;
    this.surroundingsFold = surroundings;
    this.evaluation = new Evaluation(patterns, context, streams, plan);
  }

  /** The engine as it was when the snapshot was taken; undefined where other declarations made it, so that the log must be read again. */
  static restore(
    declarations: readonly PatternDeclaration[],
    options: PatternEngineOptions,
    snapshot: Uint8Array,
  ): PatternEngine | undefined {
    const engine = new PatternEngine(declarations, options);
    const state = readSnapshot(engine.version, snapshot);
    if (state === undefined) return undefined;
    const { texts, types, pseudonyms, people, pairs, records, rows } = engine.context;
    for (const text of state.texts) texts.number(text);
    for (const type of state.types) types.number(type);
    for (const name of state.names) pseudonyms.read(name);
    for (const person of state.people) people.number(person);
    pairs.load(state.pairs);
    rows.load(state.rows);
    records.restore();
    engine.surroundingsFold.load(state.surroundings);
    engine.context.sealing.load(state.sealing);
    engine.evaluation.load(state.evaluation);
    return engine;
  }

  /** The state between two events, to be taken when everything has been drained. */
  snapshot(): Uint8Array {
    const undrained = this.evaluation.patterns.some(({ undetermined }) => undetermined.changed.size > 0);
    if (this.changes.length > 0 || undrained) throw new Error('a snapshot is taken after a drain');
    const { texts, types, pseudonyms, people, pairs, rows } = this.context;
    return writeSnapshot(this.version, {
      texts: texts.all(),
      types: types.all(),
      names: pseudonyms.all(),
      people: people.all(),
      pairs: pairs.dump(),
      rows: rows.columns(),
      surroundings: this.surroundingsFold.dump(),
      sealing: this.context.sealing.dump(),
      evaluation: this.evaluation.dump(),
    });
  }

  /** Policies, directory, rosters and baselines as the events so far tell them. */
  get surroundings(): Surroundings {
    return this.surroundingsFold;
  }

  /** What is held in memory: versions of records, and pairs of a clinician with somebody. */
  get held(): { readonly rows: number; readonly pairs: number } {
    return { rows: this.context.rows.count, pairs: this.context.pairs.size };
  }

  /**
   * Applies one event of the partition, in log order. An event that was applied before changes nothing. What it changes is known at
   * once, so that a row's place in the log never depends on how the log is cut into batches.
   */
  apply(event: DomainEvent): void {
    if (this.evaluation.take(event, this.changes)) return;
    if (!this.surroundingsFold.takes(event.type)) return;
    this.context.unread.readAll();
    const disturbance = this.surroundingsFold.apply(event);
    if (disturbance === undefined) return;
    if (disturbance.of === 'closed-day') this.closeDay();
    this.evaluation.disturb(disturbance, event, this.changes);
    if (disturbance.of === 'closed-day') this.evaluation.forget();
  }

  /** Changes since the last call. */
  drain(): Changes {
    if (this.evaluation.doubtful.size === 0 && this.changes.length === 0 && !this.dayClosed) return NO_CHANGES;
    const undetermined = this.undeterminedChanges();
    if (undetermined.length === 0 && this.changes.length === 0) return NO_CHANGES;
    const findings = this.changes;
    this.changes = [];
    return { findings, undetermined };
  }

  /** Findings that hold now, by pattern, subject and start. */
  current(): readonly Finding[] {
    return this.evaluation.patterns.flatMap((pattern) =>
      pattern.said().flatMap(({ published }) => published.current.map(({ finding }) => finding)),
    );
  }

  /** What is undetermined now, by pattern, subject and reason. */
  undetermined(): readonly Undetermined[] {
    return this.evaluation.patterns.flatMap((pattern) =>
      pattern.all().flatMap((subject) =>
        [...pattern.undetermined.of(subject)]
          .sort(([left], [right]) => (left < right ? -1 : 1))
          .map(([because, { since, facts }]) => ({
            pattern: pattern.declaration.id,
            subject: pattern.index.whoIs(subject),
            because,
            since,
            facts,
          })),
      ),
    );
  }

  private closeDay(): void {
    this.dayClosed = true;
    for (const pattern of this.evaluation.patterns) {
      pattern.undetermined.closeDay();
      this.evaluation.doubtful.add(pattern);
    }
  }

  private undeterminedChanges(): readonly Undetermined[] {
    const changes: { readonly order: string; readonly change: Undetermined }[] = [];
    for (const pattern of this.evaluation.doubtful) {
      const { undetermined, declaration } = pattern;
      for (const subject of [...undetermined.changed]) {
        for (const change of undetermined.take(subject, this.dayClosed)) {
          const order = `${declaration.id}\u0000${pattern.index.identityOf(subject)}\u0000${change.because}`;
          changes.push({ order, change: { pattern: declaration.id, subject: pattern.index.whoIs(subject), ...change } });
        }
      }
    }
    this.dayClosed = false;
    this.evaluation.doubtful.clear();
    return changes.sort((left, right) => (left.order < right.order ? -1 : 1)).map(({ change }) => change);
  }
}

/** An engine for one partition. */
export function createPatternEngine(declarations: readonly PatternDeclaration[], options: PatternEngineOptions): PatternEngine {
  return new PatternEngine(declarations, options);
}
