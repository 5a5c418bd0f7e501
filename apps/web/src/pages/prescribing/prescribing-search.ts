import { oneOf, textOf } from '../../url/read-search';

/** How many months back the trend goes. */
export const monthWords = { '6': '6 months', '12': '12 months', '24': '24 months' } as const;
export type Months = keyof typeof monthWords;

export interface PrescribingSearch {
  readonly clinician?: string | undefined;
  readonly department?: string | undefined;
  readonly months?: Months | undefined;
}

export function readPrescribingSearch(search: Readonly<Record<string, unknown>>): PrescribingSearch {
  return { clinician: textOf(search.clinician), department: textOf(search.department), months: oneOf(monthWords, search.months) };
}
