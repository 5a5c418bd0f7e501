import type { SettingReference } from '../../settings';

/**
 * Facts whose companion is missing on the same local day. Judged when the day is closed, over the window that ends with that
 * day: at least so many facts, and at least this share of them alone.
 */
export interface AbsenceByDayEndDeclaration {
  readonly measure: 'absence-by-day-end';
  readonly of: string;
  readonly companion: string;
  readonly atLeast: SettingReference;
  /** Per cent. */
  readonly share: SettingReference;
}

export const absenceByDayEnd = (declaration: Omit<AbsenceByDayEndDeclaration, 'measure'>): AbsenceByDayEndDeclaration => ({
  measure: 'absence-by-day-end',
  ...declaration,
});
