/** One begun stage: the start of a finding of another pattern, or a fact of the pattern's own. */
export interface StageFact {
  readonly stage: number;
  readonly time: number;
  readonly knownAt: number;
  /** Tells facts of one time and stage apart, the same in any order of arrival. */
  readonly order: string;
  /** Keys of the events that it rests on. */
  readonly evidence: readonly string[];
}

/** The longest run of ever higher stages, in time order, among the facts in (t − within, t] of the fact at `index`. Earliest where several are as long. */
export function longestAscent(facts: readonly StageFact[], index: number, within: number): readonly StageFact[] {
  const opens = (facts[index]?.time ?? 0) - within;
  const best: StageFact[][] = [];
  let longest: StageFact[] = [];
  const inWindow = facts.slice(0, index + 1).filter((fact) => fact.time > opens);
  inWindow.forEach((fact, position) => {
    let chain: StageFact[] = [];
    for (let earlier = 0; earlier < position; earlier += 1) {
      const candidate = best[earlier] ?? [];
      if ((candidate.at(-1)?.stage ?? 0) < fact.stage && candidate.length > chain.length) chain = candidate;
    }
    best.push([...chain, fact]);
    if (chain.length + 1 > longest.length) longest = [...chain, fact];
  });
  return longest;
}
