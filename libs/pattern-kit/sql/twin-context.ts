import type { PatternDeclaration } from '../declaration';
import { SettingsInForce } from '../settings';
import type { PolicyView } from '../surroundings';
import type { Span } from './rows-sql';
import { policyParameters, type PolicyParameters } from './policy-parameters';

const DAY_MILLISECONDS = 86_400_000;

/** A pattern under one policy: what a measure's twin is written from. */
export interface TwinContext {
  readonly pattern: PatternDeclaration;
  readonly policy: PolicyParameters;
  readonly settings: SettingsInForce;
  /** Length of the window, milliseconds. */
  readonly within: number;
  /** In thousandths: below it no band applies and nothing is found. 0 where rules name the bands. */
  readonly leastIntensityMilli: number;
  /** Facts of other times are not asked for, and may be missing; absent where all of history is. */
  readonly during?: Span;
}

/** Undefined where the policy leaves the pattern out. */
export function twinContext(pattern: PatternDeclaration, policy: PolicyView): TwinContext | undefined {
  const chosen = policy.pattern(pattern.id);
  if (chosen === undefined) return undefined;
  const settings = new SettingsInForce(pattern.settings, chosen.settings);
  const bounds = pattern.bands.flatMap(({ tier, from }) => (from === undefined ? [] : [Math.round((chosen.tiers[tier] ?? from) * 1_000)]));
  return {
    pattern,
    policy: policyParameters(policy),
    settings,
    within: Math.round(settings.number(pattern.within) * DAY_MILLISECONDS),
    leastIntensityMilli: bounds.length === 0 ? 0 : Math.min(...bounds),
  };
}
