import type { SettingReference } from '../../settings';

/**
 * The window (t − within, t] against the window of the same length before it, raw and per unit of exposure, and the number in
 * the present window above the peers' 95th percentile.
 */
export interface TrendDeclaration {
  readonly measure: 'trend';
  readonly of: string;
  /** The kind of fact that the number is divided by. */
  readonly exposure: string;
  readonly ratio: SettingReference;
  /** Days of history that must be known before t, counted from the subject's first fact; less is undetermined. */
  readonly history: SettingReference;
  readonly peers: { readonly metric: string; readonly atLeast: SettingReference };
}

export const trend = (declaration: Omit<TrendDeclaration, 'measure'>): TrendDeclaration => ({ measure: 'trend', ...declaration });
