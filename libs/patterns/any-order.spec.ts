import type { DomainEvent } from '@plumbline/events';
import { PatternEngine, specification, type Changes, type PatternDeclaration } from '@plumbline/pattern-kit';
import * as fc from 'fast-check';
import { patterns } from './catalogue.generated';

const { histories, specifiedPolicy } = specification;
const RUNS = Number(process.env['PLUMBLINE_PROPERTY_RUNS'] ?? 100);
/** The same histories in every run of the suite; another seed looks elsewhere. */
const SEED = Number(process.env['PLUMBLINE_PROPERTY_SEED'] ?? 20_260_303);
const options = { policyView: specifiedPolicy };

const run = (declarations: readonly PatternDeclaration[], events: readonly DomainEvent[]): PatternEngine => {
  const engine = new PatternEngine(declarations, options);
  for (const event of events) engine.apply(event);
  return engine;
};
const outcome = (engine: PatternEngine) => ({ findings: engine.current(), undetermined: engine.undetermined() });
/** Changes with everything in words: a finding is made when it is read. */
const read = ({ findings, undetermined }: Changes) => ({
  findings: findings.map((revision) => ({ ...revision, finding: revision.finding })),
  undetermined,
});
const typesOf = (pattern: PatternDeclaration): ReadonlySet<string> =>
  new Set(Object.values(pattern.facts).flatMap((fact) => [...fact.from, ...(fact.endedBy ?? [])].map(({ type }) => type)));
const shuffled = (history: fc.Arbitrary<readonly DomainEvent[]>) =>
  history.chain((events) => fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length })));
const inOrder = (events: readonly DomainEvent[]): DomainEvent[] =>
  [...events].sort((left, right) => left.occurred.instant - right.occurred.instant);

describe('findings do not depend on the order of arrival', () => {
  // The slope has only what the others find; it is held to the same among all of them.
  const alone = patterns.filter(({ id }) => id !== 'five-stage-slope');

  it.each(alone.map((pattern) => [pattern.id, pattern] as const))('%s', (_id, pattern) => {
    let found = 0;
    fc.assert(
      fc.property(shuffled(histories(fc, typesOf(pattern))), ([events, another]) => {
        const expected = outcome(run([pattern], inOrder(events)));
        found += expected.findings.length;
        expect(outcome(run([pattern], another))).toEqual(expected);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(found).toBeGreaterThan(0);
  });

  it('all of them together, the slope included', () => {
    const found = new Set<string>();
    fc.assert(
      fc.property(shuffled(histories(fc, undefined, 80)), ([events, another]) => {
        const expected = outcome(run(patterns, inOrder(events)));
        for (const { pattern } of expected.findings) found.add(pattern);
        expect(outcome(run(patterns, another))).toEqual(expected);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(found).toContain('five-stage-slope');
  });
});

describe('what was said adds up', () => {
  it('the revisions of every finding are numbered from 1 and end in what holds now', () => {
    fc.assert(
      fc.property(shuffled(histories(fc, undefined, 60)), ([, events]) => {
        const engine = run(patterns, events);
        const last = new Map<string, { revision: number; status: string; knownAt: number; finding: unknown }>();
        for (const revision of engine.drain().findings) {
          const before = last.get(revision.finding.id);
          expect(revision.revision).toBe((before?.revision ?? 0) + 1);
          expect(revision.status === 'raised').toBe(before === undefined || before.status === 'withdrawn');
          expect(revision.knownAt).toBeGreaterThanOrEqual(before?.knownAt ?? -Infinity);
          last.set(revision.finding.id, revision);
        }
        const standing = [...last.values()].filter(({ status }) => status !== 'withdrawn').map(({ finding }) => finding);
        expect(standing).toHaveLength(engine.current().length);
        expect(standing).toEqual(expect.arrayContaining([...engine.current()]));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('a restart from a snapshot at any event says the same from there on', () => {
    fc.assert(
      fc.property(shuffled(histories(fc, undefined, 60)), fc.nat(), ([, events], cut) => {
        const at = cut % events.length;
        const straight = run(patterns, events.slice(0, at));
        straight.drain();
        const restored = PatternEngine.restore(patterns, options, straight.snapshot())!;
        for (const event of events.slice(at)) {
          straight.apply(event);
          restored.apply(event);
          expect(read(restored.drain())).toEqual(read(straight.drain()));
        }
        expect(outcome(restored)).toEqual(outcome(straight));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('discards a snapshot that other declarations made', () => {
    const engine = run(patterns, []);
    expect(PatternEngine.restore(patterns.slice(1), options, engine.snapshot())).toBeUndefined();
  });

  it('says nothing twice when the log delivers an event twice', () => {
    fc.assert(
      fc.property(histories(fc, undefined, 40), (events) => {
        const once = run(patterns, events);
        const said = once.drain();
        for (const event of events) once.apply(event);
        expect(once.drain()).toEqual({ findings: [], undetermined: [] });
        expect(said.findings.length).toBeGreaterThanOrEqual(once.current().length);
      }),
      { numRuns: Math.ceil(RUNS / 4), seed: SEED },
    );
  });
});
