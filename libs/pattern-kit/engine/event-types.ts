import type { TestsByKind } from './compiled-pattern';
import type { EngineContext } from './context';
import { Recent } from './interner';
import type { OwnAnswers } from './own-answers';
import type { FieldPlan, Plan } from './plan';
import type { WatchedPattern } from './watched-pattern';

/** What one pattern asks of events of one type. */
export interface Step {
  readonly pattern: WatchedPattern;
  readonly tests: TestsByKind;
}

/** What is done with events of one type. */
export interface WatchedType {
  readonly number: number;
  readonly name: string;
  readonly fields: readonly FieldPlan[];
  readonly patterns: readonly WatchedPattern[];
  /** The same patterns, where they may make a fact of the event. */
  readonly steps: readonly Step[];
  readonly answers: OwnAnswers;
  /** Some pattern keeps its events by giver. */
  readonly givers: boolean;
  /** Some pattern notices where there is none of them. */
  readonly needed: boolean;
}

/** The event types that some pattern watches. */
export class WatchedTypes {
  private readonly byNumber: (WatchedType | undefined)[] = [];
  private readonly numbers: Recent;

  constructor(patterns: readonly WatchedPattern[], { types, answers }: EngineContext, plan: Plan) {
    const needs = patterns.flatMap((pattern) => pattern.declaration.needs ?? []);
    const needed = new Set(needs.flatMap((need) => need.from.map(({ type }) => type)));
    for (const name of new Set(patterns.flatMap((pattern) => [...pattern.types]))) {
      const watching = patterns.filter((pattern) => pattern.types.has(name));
      const number = types.number(name);
      this.byNumber[number] = {
        number,
        name,
        fields: plan.fields.get(name) ?? [],
        patterns: watching,
        steps: watching.map((pattern) => ({ pattern, tests: pattern.compiled.testsOf(number) })).filter(({ tests }) => tests.length > 0),
        answers: answers(number),
        givers: watching.some(({ declaration }) => declaration.per === 'giver'),
        needed: needed.has(name),
      };
    }
    this.numbers = new Recent(types);
  }

  /** Undefined where no pattern watches the type. */
  named(type: string): WatchedType | undefined {
    return this.byNumber[this.numbers.number(type)];
  }

  /** The type of a row. */
  numbered(type: number): WatchedType {
    return this.byNumber[type] as WatchedType;
  }
}
