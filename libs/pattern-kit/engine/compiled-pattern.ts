import type { DomainEvent } from '@plumbline/events';
import type { FactDeclaration, PatternDeclaration, StreamNeed } from '../declaration';
import type { Condition } from '../conditions';
import { factsOfMeasure } from '../define-pattern';
import { SettingsInForce } from '../settings';
import type { PolicyView } from '../surroundings';
import { compileCondition, compileOwn, isOwn, mayBePersonal, type Test } from './compile-condition';
import { placeAt } from './columns';
import type { EngineContext } from './context';
import { Labels } from './labels';
import { compileMeasure } from './measure-folds';
import { undeterminedRank, type InForce, type MeasureFold, type PatternModel, type SubjectFacts } from './model';
import type { RowTest } from './own-answers';

/** The tests of one kind of fact for events of one type. */
export interface FactTests {
  /** Bits of what the event must say of itself; see `OwnAnswers`. */
  readonly asked: number;
  /** The same for conditions that have no bit. */
  readonly own: readonly RowTest[];
  /** What must be possible under some policy besides. */
  readonly channels: readonly ((row: number) => boolean)[];
  readonly when: readonly Test[];
  readonly unless: readonly { readonly test: Test; readonly code: number }[];
  readonly standsAlone: RowTest | undefined;
}

const DAY_MILLISECONDS = 86_400_000;

/** A declaration turned into closures over the flat columns: nothing is interpreted per event. */
export class CompiledPattern implements PatternModel {
  readonly labels = new Labels();
  readonly measure: MeasureFold;
  /** Names of the facts in the order of their kinds. */
  readonly factNames: readonly string[];
  readonly usesRoster: boolean;
  /** What is computed of peers for it; undefined where it compares nobody with peers. */
  readonly metric: string | undefined;
  /** Kinds of fact that hold whenever they happened, as bits. */
  readonly timeless: number;
  /** By the number of the event type, then by the kind of fact. */
  private readonly tests: (TestsByKind | undefined)[] = [];
  private readonly inForceOf = new Map<PolicyView, InForce | null>();
  private lastView: PolicyView | undefined;
  private lastInForce: InForce | null = null;
  private readonly noPolicy: number;
  private readonly needCodes: readonly number[];
  private readonly someStandAlone: boolean;

  constructor(
    readonly declaration: PatternDeclaration,
    readonly context: EngineContext,
  ) {
    this.noPolicy = this.labels.code('no-policy', 'no policy was in force');
    this.factNames = [...new Set(factsOfMeasure(declaration.measure))];
    this.usesRoster = Object.values(declaration.facts).some((fact) => fact.when.some(({ test }) => test === 'off-duty'));
    this.metric = 'peers' in declaration.measure ? declaration.measure.peers.metric : undefined;
    this.factNames.forEach((name, kind) => {
      this.compileFact(declaration.facts[name] as FactDeclaration, kind);
    });
    this.someStandAlone = Object.values(declaration.facts).some((fact) => fact.standsAlone !== undefined);
    this.needCodes = (declaration.needs ?? []).map((need) => this.labels.code('no-stream', need.because));
    this.measure = compileMeasure(this);
    this.timeless = this.factNames.reduce((bits, _, kind) => bits | (this.measure.isTimeless?.(kind) === true ? 1 << kind : 0), 0);
  }

  fact(kind: number): FactDeclaration {
    return this.declaration.facts[this.factNames[kind] as string] as FactDeclaration;
  }

  kindOf(name: string): number {
    return this.factNames.indexOf(name);
  }

  bandIndex(name: string): number {
    return this.declaration.bands.findIndex((band) => band.band === name);
  }

  /** The highest band whose bound an intensity reaches, or -1. */
  bandFor(inForce: InForce, intensityMilli: number): number {
    return inForce.bandsFrom.findLastIndex((from) => intensityMilli >= from);
  }

  /** The tests of events of a type, by the kind of fact. */
  testsOf(type: number): TestsByKind {
    return this.tests[type] ?? NO_TESTS;
  }

  kindsOf(row: number): number {
    const type = this.context.rows.type(row);
    const tests = this.testsOf(type);
    return possibleKinds(tests, row, everKinds(tests, row, this.context.answers(type).of(row)));
  }

  looksAhead(row: number): boolean {
    const kinds = this.kindsOf(row);
    return this.factNames.some((_, kind) => ((kinds >> kind) & 1) === 1 && this.measure.looksAhead(kind));
  }

  standsAlone(row: number): boolean {
    if (!this.someStandAlone) return false;
    return this.tests[this.context.rows.type(row)]?.some((tests) => tests?.standsAlone?.(row) === 1) ?? false;
  }

  /** A sure no comes first, then what is left out for sure, then what cannot be told. */
  classify(kind: number, row: number, clinician: number): number {
    const tests = this.tests[this.context.rows.type(row)]?.[kind];
    if (tests === undefined) return 0;
    let pending = 1;
    for (const test of tests.when) {
      const answer = test(row, clinician);
      if (answer === 0) return 0;
      if (answer > 1 && pending === 1) pending = answer;
    }
    for (const { test, code } of tests.unless) {
      const answer = test(row, clinician);
      if (answer === 1) return code;
      if (answer > 1 && pending === 1) pending = answer;
    }
    return pending;
  }

  judge(subject: SubjectFacts, at: number): void {
    const kind = subject.kind(at);
    if (!this.measure.judges(kind)) return;
    const inForce = this.inForce(subject.time(at));
    if (inForce === null) return;
    if (inForce === undefined) {
      subject.setRank(at, undeterminedRank(this.noPolicy));
      return;
    }
    const missing = this.missingNeed(subject);
    if (missing !== undefined) subject.setRank(at, undeterminedRank(missing));
    else this.measure.judge(subject, at, inForce);
  }

  /** The code of the first stream that the subject's clinician lacks. */
  missingNeed(subject: SubjectFacts): number | undefined {
    const { needs } = this.declaration;
    if (needs === undefined) return undefined;
    for (let index = 0; index < needs.length; index += 1) {
      if (!this.context.streams.seen(needs[index] as StreamNeed, subject.clinician)) return this.needCodes[index];
    }
    return undefined;
  }

  /** Undefined where no policy was in force, null where the policy leaves the pattern out. */
  inForce(instant: number): InForce | null | undefined {
    const view = this.context.surroundings.policyAt(instant);
    if (view === undefined) return undefined;
    if (view === this.lastView) return this.lastInForce;
    let found = this.inForceOf.get(view);
    if (found === undefined) {
      found = this.resolve(view);
      this.inForceOf.set(view, found);
    }
    this.lastView = view;
    this.lastInForce = found;
    return found;
  }

  reach(): number | undefined {
    const inForce = this.context.surroundings.allPolicies.map((view) => this.inForceOf.get(view) ?? this.resolve(view));
    if (inForce.length === 0) return undefined;
    return Math.max(...inForce.map((one) => (one === null ? 0 : (this.measure.reach?.(one) ?? one.within))));
  }

  private resolve(view: PolicyView): InForce | null {
    const chosen = view.pattern(this.declaration.id);
    if (chosen === undefined) return null;
    const settings = new SettingsInForce(this.declaration.settings, chosen.settings);
    const bandsFrom = this.declaration.bands.map((band) =>
      band.from === undefined ? Number.NaN : Math.round((chosen.tiers[band.tier] ?? band.from) * 1_000),
    );
    return { view, settings, within: settings.number(this.declaration.within) * DAY_MILLISECONDS, bandsFrom };
  }

  private compileFact(fact: FactDeclaration, kind: number): void {
    const { context, labels } = this;
    for (const { type } of fact.from) {
      const compile = (condition: Condition): Test => compileCondition(condition, type, context, labels);
      const number = context.types.number(type);
      const byKind = [...(this.tests[number] ?? this.factNames.map(() => undefined))];
      placeAt(this.tests, number, byKind);
      const own = fact.when.filter(isOwn).map((condition) => {
        const test = compileOwn(condition, type, context, labels);
        return { test, bit: context.answers(number).bitOf(condition, test) };
      });
      byKind[kind] = {
        asked: own.reduce((bits, { bit }) => bits | bit, 0),
        own: own.filter(({ bit }) => bit === 0).map(({ test }) => test),
        channels: fact.when.flatMap((condition) =>
          condition.test === 'personal-channel' ? [mayBePersonal(condition, type, context)] : [],
        ),
        when: fact.when.map(compile),
        unless: Object.entries(fact.unless ?? {}).map(([name, condition]) => ({ test: compile(condition), code: labels.code(name) })),
        standsAlone: fact.standsAlone === undefined ? undefined : compileOwn(fact.standsAlone, type, context, labels),
      };
    }
  }
}

export type TestsByKind = readonly (FactTests | undefined)[];
const NO_TESTS: TestsByKind = [];

/** Kinds of fact that a row may ever be, as bits, by what its event says of itself; what depends on the surroundings is asked later. */
export function everKinds(tests: TestsByKind, row: number, answers: number): number {
  let kinds = 0;
  for (let kind = 0; kind < tests.length; kind += 1) {
    const fact = tests[kind];
    if (fact === undefined || (fact.asked & ~answers) !== 0) continue;
    if (fact.own.length === 0 || allHold(fact.own, row)) kinds |= 1 << kind;
  }
  return kinds;
}

/** Of those, the kinds that it may be under the policies that are known. */
export function possibleKinds(tests: TestsByKind, row: number, ever: number): number {
  let kinds = ever;
  for (let kind = 0; ever >> kind !== 0; kind += 1) {
    if (((ever >> kind) & 1) === 0) continue;
    for (const possible of (tests[kind] as FactTests).channels) if (!possible(row)) kinds &= ~(1 << kind);
  }
  return kinds;
}

function allHold(tests: readonly RowTest[], row: number): boolean {
  for (const test of tests) if (test(row) === 0) return false;
  return true;
}

/** Event types that a pattern takes, those that only end a record included. */
export function typesOf(declaration: PatternDeclaration): readonly DomainEvent['type'][] {
  const facts = Object.values(declaration.facts);
  const needs = declaration.needs ?? [];
  return [...facts.flatMap((fact) => [...fact.from, ...(fact.endedBy ?? [])]), ...needs.flatMap((need) => need.from)].map(
    ({ type }) => type,
  );
}
