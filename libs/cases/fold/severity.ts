import type { Comparison, Finding, Tier } from '@plumbline/pattern-kit';

/** The ladder of response; `task` asks for an action and stands below it. */
const ladder: readonly Tier[] = ['task', 'informal-conversation', 'awareness', 'guided-plan', 'disciplinary'];

/** What of a finding can rise. */
export interface Severity {
  readonly tier: Tier;
  readonly values: readonly Pick<Comparison, 'against' | 'valueMilli' | 'limitMilli'>[];
}

export const severityOf = (finding: Pick<Finding, 'tier' | 'comparisons'>): Severity => ({
  tier: finding.tier,
  values: finding.comparisons.map(({ against, valueMilli, limitMilli }) => ({ against, valueMilli, limitMilli })),
});

export const tierRose = (before: Severity, now: Severity): boolean => ladder.indexOf(now.tier) > ladder.indexOf(before.tier);

/**
 * Whether a finding rose since somebody saw it: a higher tier, or on the same tier a value farther beyond its limit. Some measures
 * cross their limit from above (a reply latency), so "farther" goes by the side on which it was seen. A band is a step of the
 * same value and is not looked at apart.
 */
export function isWorse(before: Severity, now: Severity): boolean {
  if (now.tier !== before.tier) return tierRose(before, now);
  return now.values.some((value) => {
    const earlier = before.values.find((candidate) => candidate.against === value.against);
    if (earlier === undefined) return false;
    return earlier.valueMilli >= earlier.limitMilli ? value.valueMilli > earlier.valueMilli : value.valueMilli < earlier.valueMilli;
  });
}
