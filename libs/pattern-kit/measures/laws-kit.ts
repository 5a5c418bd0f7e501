import { DAY, HOUR } from '@plumbline/kernel';
import type { DomainEvent } from '@plumbline/events';
import type * as fc from 'fast-check';
import type { PatternDeclaration } from '../declaration';
import { definePattern } from '../define-pattern';
import { PatternEngine } from '../engine/engine';
import { activation, type When } from '../specification/events';
import { specifiedPolicy } from '../specification/policy';

type FastCheck = typeof fc;

/** A fact as the law of a measure sees it. */
interface LawFact {
  readonly at: number;
  readonly kind: string;
}

/** A finding as a law foresees it: its first and last fact. */
interface Run {
  readonly startedAt: number;
  readonly lastAt: number;
}

/** When a fact happens, and how long after that it is recorded: up to 400 days. */
interface Moment {
  readonly hour: number;
  readonly late: number;
}

const START = Date.UTC(2026, 0, 5, 9);

/** Every fact has a moment of its own, so that no order is left open. */
const instantOf = ({ hour }: Moment, index: number): number => START + hour * HOUR + index * 1_000;

const text = (instant: number): string => new Date(instant).toISOString().slice(0, 19).replace('T', ' ');

function whenOf(moment: Moment, index: number): When {
  const at = instantOf(moment, index);
  return { at: text(at), recorded: text(at + moment.late * HOUR), id: `fact-${String(index)}`, zone: 'UTC' };
}

/** A pattern with nothing but a measure: windows of `days`, one band unless others are given. */
export const lawPattern = (
  declaration: Pick<PatternDeclaration, 'facts' | 'measure' | 'settings'> & Partial<PatternDeclaration>,
): PatternDeclaration =>
  definePattern({
    id: 'law',
    catalogue: ['law'],
    version: 1,
    question: 'Does the law hold?',
    domain: 'communication',
    route: 'review',
    per: 'dyad',
    within: { setting: 'days' },
    bands: [{ band: 'holds', tier: 'task', from: 0, meaning: 'It holds.' }],
    words: { title: 'Law', reason: ['{number}.'], counterfactual: [] },
    falsePositives: [],
    source: 'law',
    playbook: 'F1',
    ...declaration,
  });

export const days = (value: number) => ({ default: value, unit: 'days', origin: 'P', meaning: 'Window.' }) as const;
export const number = (value: number) => ({ default: value, unit: 'number', origin: 'P', meaning: 'Threshold.' }) as const;

/** The findings of the fold over events in the order in which they arrive. */
function found(pattern: PatternDeclaration, events: readonly DomainEvent[]): readonly Run[] {
  const engine = new PatternEngine([pattern], { policyView: specifiedPolicy });
  for (const event of [activation({}, { id: 'policy' }), ...events]) engine.apply(event);
  return engine.current().map(({ startedAt, lastAt }) => ({ startedAt, lastAt }));
}

/**
 * The runs of facts of one kind at which a rule holds: a fact carries the run of the one before it on where the rule held there and the two lie
 * within one window. `holds` gets the facts of the window (t − within, t] up to the fact, itself the last.
 */
export function runs<Fact extends LawFact>(
  facts: readonly Fact[],
  kind: string,
  within: number,
  holds: (window: readonly Fact[], fact: Fact) => boolean,
): readonly Run[] {
  const sorted = [...facts].sort((left, right) => left.at - right.at);
  const found: { startedAt: number; lastAt: number }[] = [];
  let before: { readonly at: number; readonly held: boolean } | undefined;
  for (const fact of sorted) {
    if (fact.kind !== kind) continue;
    const window = sorted.filter(({ at }) => at > fact.at - within && at <= fact.at);
    const held = holds(window, fact);
    const goesOn = before !== undefined && before.held && before.at > fact.at - within;
    const last = found.at(-1);
    if (held && goesOn && last !== undefined) last.lastAt = fact.at;
    else if (held) found.push({ startedAt: fact.at, lastAt: fact.at });
    before = { at: fact.at, held };
  }
  return found;
}

/** The window of every law. */
export const WITHIN = 10 * DAY;

/**
 * Holds the fold of a pattern to a law: whatever the facts and in whatever order they arrive, its findings are those of the pure function.
 * `before` stands in front of every history.
 * @throws Error where they are not, and where no history had a finding: such a law would hold of anything.
 */
export function holdToLaw(
  check: FastCheck,
  pattern: PatternDeclaration,
  events: Readonly<Record<string, (when: When, size: number) => DomainEvent>>,
  law: (facts: readonly (LawFact & { readonly size: number })[]) => readonly Run[],
  before: readonly DomainEvent[] = [],
): void {
  const drawn = check.record({
    kind: check.constantFrom(...Object.keys(events)),
    hour: check.integer({ min: 0, max: 60 * 24 }),
    late: check.integer({ min: 0, max: 400 * 24 }),
    size: check.integer({ min: 1, max: 40 }),
  });
  const histories = check
    .array(drawn, { minLength: 1, maxLength: 25 })
    .chain((all) => check.tuple(check.constant(all), check.shuffledSubarray([...all.keys()], { minLength: all.length })));
  let findings = 0;
  const agrees = check.property(histories, ([all, order]) => {
    const arriving = order.flatMap((index) => {
      const fact = all[index];
      const made = fact === undefined ? undefined : events[fact.kind]?.(whenOf(fact, index), fact.size);
      return made === undefined ? [] : [made];
    });
    const expected = law(all.map((fact, index) => ({ at: instantOf(fact, index), kind: fact.kind, size: fact.size })));
    findings += expected.length;
    const said = JSON.stringify(found(pattern, [...before, ...arriving]));
    if (said !== JSON.stringify(expected)) throw new Error(`the fold says ${said}, the law ${JSON.stringify(expected)}`);
  });
  check.assert(agrees, { numRuns: 150, seed: 20_260_303 });
  if (findings === 0) throw new Error('no history had a finding');
}
