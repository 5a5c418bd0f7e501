import type { Condition } from '../../conditions';
import type { SettingReference } from '../../settings';

/**
 * A running sum of money within the window, in the institution's currency alone: amounts in another currency are named in the
 * finding and never added. Two shorter ways to the same finding stand beside it.
 */
export interface SumDeclaration {
  readonly measure: 'sum';
  readonly of: string;
  /** A field of type money. */
  readonly field: string;
  /** The sum must be greater than this many units of the currency. */
  readonly above: { readonly limit: SettingReference; readonly band: string };
  /** One fact of this kind is enough. */
  readonly anyOf: { readonly when: Condition; readonly band: string };
  /** So many facts are enough, whatever they are worth. */
  readonly atLeast: { readonly number: SettingReference; readonly band: string };
}

export const sum = (declaration: Omit<SumDeclaration, 'measure'>): SumDeclaration => ({ measure: 'sum', ...declaration });
