import { flagOf, textOf, textsOf } from '../../url/read-search';

export interface ClinicianSearch {
  readonly search?: string | undefined;
  readonly department?: readonly string[] | undefined;
  /** Only those with an open alert. */
  readonly open?: true | undefined;
}

export function readClinicianSearch(search: Readonly<Record<string, unknown>>): ClinicianSearch {
  return { search: textOf(search.search), department: textsOf(search.department), open: flagOf(search.open) };
}
