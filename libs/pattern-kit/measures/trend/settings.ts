import { DAY } from '@plumbline/kernel';
import type { SettingsInForce } from '../../settings';
import type { TrendDeclaration } from './declaration';

/** What a trend takes from the policy; the fold and its SQL twin read the same. */
export interface TrendSettings {
  readonly ratioMilli: number;
  /** Milliseconds that must be known before a fact. */
  readonly history: number;
  readonly minimumPeers: number;
  /** Length of the earlier window, milliseconds. */
  readonly earlier: number;
  readonly atLeast: number;
  /** The two lengths in lowest terms, so that numbers per day are compared as whole numbers that stay small. */
  readonly overNow: number;
  readonly overBefore: number;
}

export function trendSettings(measure: TrendDeclaration, settings: SettingsInForce, within: number): TrendSettings {
  const earlier = measure.against === undefined ? within : Math.round(settings.number(measure.against) * DAY);
  const present = Math.round(within);
  const common = greatestCommonDivisor(present, earlier);
  return {
    ratioMilli: settings.milli(measure.ratio),
    history: Math.round(settings.number(measure.history) * DAY),
    minimumPeers: measure.peers === undefined ? 0 : settings.number(measure.peers.atLeast),
    earlier,
    atLeast: measure.atLeast === undefined ? 1 : settings.number(measure.atLeast),
    overNow: present / common,
    overBefore: earlier / common,
  };
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right);
}
