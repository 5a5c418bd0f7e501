import type { Comparison } from '../finding';
import type { PeerBaseline } from '../surroundings';
import { capitalised, inTenths } from '../engine/words';

/** What a finding says of the peers: placeholders and the comparison. Nothing where there is no baseline. */
export function peerComparison(
  baseline: PeerBaseline | undefined,
  valueMilli: number,
): { readonly values: Readonly<Record<string, string | number>>; readonly comparisons: readonly Comparison[] } {
  if (baseline === undefined) return { values: {}, comparisons: [] };
  const { peers, among, shrunkPercentile95Milli: limitMilli } = baseline;
  return {
    values: { among: capitalised(among), peers, peerLimit: inTenths(limitMilli) },
    comparisons: [{ against: 'peers', valueMilli, limitMilli, peers, among }],
  };
}
