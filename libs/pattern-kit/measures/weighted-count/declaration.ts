import type { SettingReference } from '../../settings';

/** Facts within the window, some counting more than once, above a threshold and above the peers. */
export interface WeightedCountDeclaration {
  readonly measure: 'weighted-count';
  readonly of: string;
  /** The weighted count from which the rule holds. */
  readonly atLeast: SettingReference;
  /** A fact between these local times (the span may pass midnight) counts so many times. */
  readonly nightly: { readonly from: SettingReference; readonly to: SettingReference; readonly times: SettingReference };
  /** The field whose weight in the policy multiplies a fact's part in the intensity, which decides the band but not whether the rule holds. */
  readonly channel: string;
  /** The weighted count must also lie above the peers' 95th percentile of `metric`: each colleague's busiest subject in the same window. */
  readonly peers: PeerComparison;
}

export interface PeerComparison {
  /** Name in `baselines.peer-baseline-computed`, whose figures are in the unit of the measure's value. */
  readonly metric: string;
  readonly atLeast: SettingReference;
  /** A text setting: `undetermined` or `threshold-alone`, for subjects that have no baseline with enough peers. */
  readonly otherwise: SettingReference;
}

export const weightedCount = (declaration: Omit<WeightedCountDeclaration, 'measure'>): WeightedCountDeclaration => ({
  measure: 'weighted-count',
  ...declaration,
});
