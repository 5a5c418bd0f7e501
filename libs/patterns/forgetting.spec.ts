import type { DomainEvent } from '@plumbline/events';
import { PatternEngine, specification, type Changes, type Forgetting, type PatternDeclaration } from '@plumbline/pattern-kit';
import * as fc from 'fast-check';
import { patterns } from './catalogue.generated';

const { activation, baseline, clinician, closedDay, listing, message, order, patient, relation, shift, specifiedPolicy, years } =
  specification;
const RUNS = Math.ceil(Number(process.env['PLUMBLINE_PROPERTY_RUNS'] ?? 100) / 8);
const SEED = Number(process.env['PLUMBLINE_PROPERTY_SEED'] ?? 20_260_303);
/** Histories of years are long: the first that fails is enough. */
const PARAMETERS = { numRuns: RUNS, seed: SEED, endOnFailure: true };

const NEVER: Partial<Forgetting> = { worthwhileFrom: Infinity };
const SOON: Partial<Forgetting> = { worthwhileFrom: 1 };
const TOO_LATE = 'it came more than 400 days late: what happened then is judged for good';

const optionsOf = (forgetting: Partial<Forgetting>) => ({ policyView: specifiedPolicy, forgetting });
/** Changes with everything in words: a finding is made when it is read. */
const read = ({ findings, undetermined }: Changes) => ({
  findings: findings.map((revision) => ({ ...revision, finding: revision.finding })),
  undetermined,
});
type Told = ReturnType<typeof read>;
/** Of whom something was said to be undetermined, and for what reason. */
const doubtsIn = (said: readonly Told[]): ReadonlySet<string> =>
  new Set(
    said.flatMap(({ undetermined }) => undetermined.map(({ pattern, subject, because }) => JSON.stringify([pattern, subject, because]))),
  );
const factTypes = (pattern: PatternDeclaration): string[] =>
  Object.values(pattern.facts).flatMap((fact) => [...fact.from, ...(fact.endedBy ?? [])].map(({ type }) => type));

/** A relation that is registered years after an order speaks of it only where that order is not judged for good. */
const typesOf = (declarations: readonly PatternDeclaration[]): ReadonlySet<string> =>
  new Set(declarations.flatMap(factTypes).filter((type) => type !== 'relationships.relation-registered'));

/** What an engine says of a log, event by event. */
function told(engine: PatternEngine, events: readonly DomainEvent[]) {
  return events.map((event) => {
    engine.apply(event);
    return read(engine.drain());
  });
}

/** Whom a registry relates is known from the beginning on. */
const relations = ['1', '2'].map((name) =>
  relation({ at: '2026-01-02 12:00', clinician: clinician(name), patient: patient('1'), id: `relative-of-${name}` }),
);

/**
 * Holds an engine that forgets to one that does not; how many revisions both said, and how many rows fewer the first one holds. What is
 * undetermined of those who were forgotten is counted anew, so of that only of whom it is said is compared.
 */
function compare(declarations: readonly PatternDeclaration[], types: ReadonlySet<string>, forgetting = SOON) {
  let revisions = 0;
  let forgotten = 0;
  const same = fc.property(years(fc, types), (drawn) => {
    const events = [...drawn.slice(0, 1), ...relations, ...drawn.slice(1)];
    const [remembering, forgetful] = [NEVER, forgetting].map((options) => new PatternEngine(declarations, optionsOf(options)));
    const expected = told(remembering!, events);
    revisions += expected.reduce((sum, { findings }) => sum + findings.length, 0);
    const said = told(forgetful!, events);
    expect(said.map(({ findings }) => findings)).toEqual(expected.map(({ findings }) => findings));
    expect(doubtsIn(said)).toEqual(doubtsIn(expected));
    forgotten += remembering!.held.rows - forgetful!.held.rows;
  });
  fc.assert(same, PARAMETERS);
  return { revisions, forgotten };
}

describe('what is forgotten changes nothing that is said, with lateness up to 400 days', () => {
  const alone = patterns.filter(({ id }) => id !== 'five-stage-slope');

  it.each(alone.map((pattern) => [pattern.id, pattern] as const))('%s', (_id, pattern) => {
    const { revisions, forgotten } = compare([pattern], typesOf([pattern]));
    expect(revisions).toBeGreaterThan(0);
    expect(forgotten).toBeGreaterThan(0);
  });

  it('all of them together, the slope included', () => {
    const { revisions, forgotten } = compare(patterns, typesOf(patterns));
    expect(revisions).toBeGreaterThan(0);
    expect(forgotten).toBeGreaterThan(0);
  });

  it('notices judgements that are sealed too early', () => {
    const gifts = patterns.filter(({ id }) => id === 'gift-accumulation');
    expect(() => compare(gifts, typesOf(gifts), { ...SOON, latestDays: 30 })).toThrow();
  });
});

describe('an engine that forgets', () => {
  it('goes on from a snapshot as it would have without a restart', () => {
    const same = fc.property(years(fc, new Set(patterns.flatMap(factTypes))), fc.nat(), (events, cut) => {
      const at = Math.ceil(events.length / 2) + (cut % Math.floor(events.length / 2));
      const straight = new PatternEngine(patterns, optionsOf(SOON));
      told(straight, events.slice(0, at));
      const restored = PatternEngine.restore(patterns, optionsOf(SOON), straight.snapshot())!;
      expect(told(restored, events.slice(at))).toEqual(told(straight, events.slice(at)));
      expect(restored.held).toEqual(straight.held);
    });
    fc.assert(same, PARAMETERS);
  });

  const DAYS = 1_800;
  const dayOf = (day: number): string => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
  /** Every day a text to a patient who never comes again. */
  const passing = Array.from({ length: DAYS }, (_, day) => [
    message({ at: `${dayOf(day)} 12:00`, patient: patient(String(day)), channel: 'personal-text', id: `text-${String(day)}` }),
    closedDay(dayOf(day)),
  ]).flat();
  const afterYears = (): PatternEngine => {
    const engine = new PatternEngine(patterns, optionsOf({ worthwhileFrom: 100 }));
    told(engine, [activation(), ...passing]);
    return engine;
  };

  it('gives the rows and the pairs back of those of whom nothing is heard any more', () => {
    const { rows, pairs } = afterYears().held;
    // 400 days and the windows, and as much again as may wait to be worth it.
    expect(rows).toBeLessThan(1_000);
    expect(rows).toBeGreaterThan(400);
    expect(pairs).toBeLessThan(DAYS);
  });

  it('says of what comes too late that it is not judged, and raises nothing for it', () => {
    const engine = afterYears();
    const [late] = told(engine, [message({ at: `${dayOf(5)} 23:00`, recorded: `${dayOf(DAYS)} 09:00`, channel: 'personal-text' })]);
    expect(late?.findings).toEqual([]);
    expect(late?.undetermined).toContainEqual(
      expect.objectContaining({ because: TOO_LATE, facts: 1, pattern: 'unapproved-channel-contact' }),
    );
  });

  it('says the same of an amendment of what is judged for good, and withdraws nothing', () => {
    const engine = afterYears();
    const sealed = DAYS - 560;
    const amended = message({
      at: `${dayOf(sealed)} 12:00`,
      recorded: `${dayOf(DAYS)} 09:00`,
      patient: patient(String(sealed)),
      channel: 'portal',
      id: `text-${String(sealed)}-mended`,
      record: `text-${String(sealed)}`,
      version: 2,
    });
    const [late] = told(engine, [amended]);
    expect(late?.findings).toEqual([]);
    expect(late?.undetermined.map(({ because }) => because)).toContain(TOO_LATE);
  });

  it('judges what comes late while nothing was worth forgetting', () => {
    const engine = new PatternEngine(patterns, optionsOf({}));
    told(engine, [activation(), ...passing]);
    const [late] = told(engine, [message({ at: `${dayOf(5)} 23:00`, recorded: `${dayOf(DAYS)} 09:00`, channel: 'personal-text' })]);
    expect(late?.findings.map(({ status }) => status)).toContain('raised');
  });

  describe('of a run that goes on for years', () => {
    const HOURS = optionsOf({ worthwhileFrom: 100 });
    const contact = patterns.filter(({ id }) => id === 'repeated-after-hours-contact');
    const named = <Event extends DomainEvent>(event: Event, id: string): Event => ({ ...event, id, recordId: id });
    /** Shifts by day, figures of peers by month, and a text every ten days at night. */
    const nights = Array.from({ length: DAYS }, (_, day) => {
      const date = dayOf(day);
      const effectiveFrom = date;
      return [
        named(shift(`${date} 09:00`, `${date} 17:00`), `shift-${date}`),
        ...(day % 30 === 0 ? [baseline({ at: date, id: `peers-${date}`, effectiveFrom, shrunkPercentile95Milli: 2_000 + day })] : []),
        ...(day % 10 === 0 ? [message({ at: `${date} 23:00`, channel: 'personal-text', id: `night-${date}` })] : []),
        closedDay(date),
      ];
    }).flat();
    const history = [activation(), listing({ at: '2026-01-01', id: 'listed' }), ...nights];

    it('keeps the shifts and the figures of peers by which its first facts were judged', () => {
      const [remembering, forgetful] = [NEVER, { worthwhileFrom: 100 }].map((options) => new PatternEngine(contact, optionsOf(options)));
      expect(told(forgetful!, history)).toEqual(told(remembering!, history));
      expect(forgetful!.current().length).toBeGreaterThan(0);
    });

    it('and without one nothing is left of the shifts and figures of years ago', () => {
      const quiet = history.filter(({ type }) => type !== 'messaging.message-sent');
      const passed = (options: typeof HOURS): number => {
        const engine = new PatternEngine(patterns, options);
        told(
          engine,
          [...quiet, ...passing].sort((left, right) => left.recordedAt - right.recordedAt),
        );
        return engine.snapshot().length;
      };
      expect(passed(HOURS)).toBeLessThan(passed(optionsOf(NEVER)) / 2);
    });
  });

  describe('of a registry', () => {
    const pair = { clinician: clinician('3'), patient: patient('relative') };
    const ordered = (day: number, id: string): DomainEvent => order({ ...pair, at: `${dayOf(day)} 12:00`, id });
    const registered = (day: number, more: object = {}): DomainEvent =>
      relation({ ...pair, at: '2019-05-01 12:00', recorded: `${dayOf(day)} 13:00`, id: 'relative', record: 'relative', ...more });
    const statuses = (said: readonly Told[]): string[] =>
      said.flatMap(({ findings }) =>
        findings.filter(({ finding }) => finding.pattern === 'prescribing-for-own-circle').map(({ status }) => status),
      );

    it('takes an entry of any age, for the orders that are not judged for good', () => {
      const engine = new PatternEngine(patterns, optionsOf({ worthwhileFrom: 100 }));
      told(engine, [activation(), ordered(3, 'long-ago'), ...passing, ordered(DAYS - 50, 'lately')]);
      const [late] = told(engine, [registered(DAYS)]);
      expect(statuses([late!])).toEqual(['raised']);
      expect(late?.findings[0]?.finding.evidence).toHaveLength(2);
    });

    it('goes by an entry for as long as it stands, and no longer', () => {
      const engine = new PatternEngine(patterns, optionsOf({ worthwhileFrom: 100 }));
      const before = told(engine, [activation(), registered(1), ordered(3, 'first'), ...passing, ordered(DAYS, 'second')]);
      expect(statuses(before)).toEqual(['raised', 'raised']);
      const withdrawn = registered(DAYS + 1, { id: 'relative-withdrawn', version: 2, retracted: true });
      const after = told(engine, [withdrawn, ordered(DAYS + 2, 'third')]);
      // What was said of the first order was judged for good.
      expect(statuses(after)).toEqual(['withdrawn']);
    });
  });
});
