import type { SettingReference } from '../../settings';

/** So many facts of one kind within the window. */
export interface CountDeclaration {
  readonly measure: 'count';
  readonly of: string;
  readonly atLeast: SettingReference;
}

export const count = (declaration: Omit<CountDeclaration, 'measure'>): CountDeclaration => ({ measure: 'count', ...declaration });
