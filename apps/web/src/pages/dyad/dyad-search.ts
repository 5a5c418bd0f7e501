import { instantOf } from '../../url/read-search';

/** The part of the timeline that is shown; the last ninety days of the dyad where nothing is said. */
export interface DyadSearch {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export function readDyadSearch(search: Readonly<Record<string, unknown>>): DyadSearch {
  return { from: instantOf(search.from), to: instantOf(search.to) };
}
