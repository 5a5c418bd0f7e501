import type { Crossing, InForce, MeasureFold, PatternModel, SubjectFacts } from '../../engine/model';
import { formatDate } from '../../engine/date-words';
import type { StageMachineDeclaration } from './declaration';
import { perPolicy } from '../per-policy';
import { longestAscent, type StageFact } from './ascent';

interface Run {
  readonly first: StageFact;
  last: StageFact;
  chain: readonly StageFact[];
  rank: number;
}

/** Holds while the window has enough stages, each begun after a lower one. */
export function stageMachineFold(pattern: PatternModel, measure: StageMachineDeclaration): MeasureFold {
  const { rows, surroundings } = pattern.context;
  const stageOfFact = new Map(measure.stages.flatMap((stage) => stage.facts.map((fact) => [pattern.kindOf(fact), stage.stage] as const)));
  const atLeastOf = perPolicy(({ settings }) => settings.number(measure.atLeast));
  const nameOf = new Map(measure.stages.map((stage) => [stage.stage, stage.name]));

  const factsOf = (subject: SubjectFacts): StageFact[] => {
    const facts = [...subject.stageFacts.values()];
    for (let at = 0; at < subject.length; at += 1) {
      const stage = stageOfFact.get(subject.kind(at));
      if (stage === undefined || !subject.counts(at)) continue;
      const row = subject.row(at);
      facts.push({ stage, time: rows.time(row), knownAt: rows.recordedAt(row), order: rows.key(row), evidence: [rows.key(row)] });
    }
    return facts.sort((left, right) => left.time - right.time || left.stage - right.stage || (left.order < right.order ? -1 : 1));
  };

  /** Whether the subject has as many different stages as some policy asks for: most have one, and are looked at no further. */
  const mayAscend = (subject: SubjectFacts): boolean => {
    let stages = 0;
    let fewest = Infinity;
    const take = (stage: number, time: number): void => {
      stages |= 1 << stage;
      const inForce = pattern.inForce(time);
      if (inForce) fewest = Math.min(fewest, atLeastOf(inForce));
    };
    for (let at = 0; at < subject.length; at += 1) {
      const stage = stageOfFact.get(subject.kind(at));
      if (stage !== undefined && subject.counts(at)) take(stage, subject.time(at));
    }
    for (const { stage, time } of subject.stageFacts.values()) take(stage, time);
    let different = 0;
    for (; stages !== 0; stages &= stages - 1) different += 1;
    return different >= fewest;
  };

  const runs = (facts: readonly StageFact[]): Run[] => {
    const found: Run[] = [];
    let open: Run | undefined;
    let before = -Infinity;
    facts.forEach((fact, index) => {
      const inForce = pattern.inForce(fact.time);
      const chain = inForce ? longestAscent(facts, index, inForce.within) : [];
      const rank = inForce && chain.length >= atLeastOf(inForce) ? pattern.bandFor(inForce, chain.length * 1_000) : -1;
      if (rank < 0 || before <= fact.time - (inForce?.within ?? 0)) open = undefined;
      before = fact.time;
      if (rank < 0) return;
      if (open === undefined) found.push((open = { first: fact, last: fact, chain, rank }));
      open.last = fact;
      if (rank > open.rank || chain.length > open.chain.length) Object.assign(open, { chain, rank });
    });
    return found;
  };

  /** The first moment at which what was known by then made a run that overlaps this one. */
  const knownAt = (facts: readonly StageFact[], run: Run): number => {
    const moments = [...new Set(facts.map((fact) => fact.knownAt))].sort((left, right) => left - right);
    const overlaps = (other: Run): boolean => other.first.time <= run.last.time && run.first.time <= other.last.time;
    return moments.find((moment) => runs(facts.filter((fact) => fact.knownAt <= moment)).some(overlaps)) ?? run.last.knownAt;
  };

  const crossing = (subject: SubjectFacts, facts: readonly StageFact[], run: Run, inForce: InForce): Crossing => {
    const limit = atLeastOf(inForce);
    const zone = surroundings.zoneOf(subject.clinician, run.first.time);
    const step = (fact: StageFact): string => `${nameOf.get(fact.stage) ?? ''} (${formatDate(fact.time, zone)})`;
    return {
      startedAt: run.first.time,
      lastAt: run.last.time,
      knownAt: knownAt(facts, run),
      band: run.rank,
      inForce,
      evidence: [...new Set(run.chain.flatMap((fact) => fact.evidence))],
      leftOut: {},
      caveats: [],
      comparisons: [{ against: 'threshold', valueMilli: run.chain.length * 1_000, limitMilli: limit * 1_000 }],
      values: {
        number: run.chain.length,
        stages: measure.stages.length,
        window: inForce.within / 86_400_000,
        steps: run.chain.map(step).join(', '),
      },
    };
  };

  return {
    weighs: false,
    judges: () => false,
    looksAhead: () => false,
    judge: () => undefined,
    isEvidence: () => false,
    crossings: (subject) => {
      if (!mayAscend(subject)) return [];
      const facts = factsOf(subject);
      return runs(facts).flatMap((run) => {
        const inForce = pattern.inForce(run.first.time);
        return inForce ? [crossing(subject, facts, run, inForce)] : [];
      });
    },
    figures: () => ({ values: {}, comparisons: [] }),
  };
}
