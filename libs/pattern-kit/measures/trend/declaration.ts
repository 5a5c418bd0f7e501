import type { SettingReference } from '../../settings';

/**
 * The window (t − within, t] against the one before it, day by day and per unit of exposure, and the number in the present window above
 * the peers' 95th percentile.
 */
export interface TrendDeclaration {
  readonly measure: 'trend';
  readonly of: string;
  /** Days of the window before; as long as the present one where absent. */
  readonly against?: SettingReference;
  /** How many the present window must have; one where absent. */
  readonly atLeast?: SettingReference;
  /** The kind of fact that the number is divided by. Absent: the raw rise is enough. */
  readonly exposure?: string;
  readonly ratio: SettingReference;
  /** Days of history that must be known before t, counted from the subject's first fact; less is undetermined. */
  readonly history: SettingReference;
  /** Absent: the own past is enough. */
  readonly peers?: { readonly metric: string; readonly atLeast: SettingReference };
}

export const trend = (declaration: Omit<TrendDeclaration, 'measure'>): TrendDeclaration => ({ measure: 'trend', ...declaration });
