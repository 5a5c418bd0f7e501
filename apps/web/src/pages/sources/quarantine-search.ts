import type { QuarantineFilter, QuarantineState } from '../../graphql/operations.generated';
import { oneOf, textOf } from '../../url/read-search';

export const quarantineStateWords: Readonly<Record<QuarantineState, string>> = {
  WAITING: 'Waiting',
  REPLAYED: 'Replayed',
  DISMISSED: 'Dismissed',
};

export interface QuarantineSearch {
  readonly source?: string | undefined;
  readonly state?: QuarantineState | undefined;
  /** The record that is open beside the list. */
  readonly record?: string | undefined;
}

export function readQuarantineSearch(search: Readonly<Record<string, unknown>>): QuarantineSearch {
  return { source: textOf(search.source), state: oneOf(quarantineStateWords, search.state), record: textOf(search.record) };
}

export function quarantineFilterOf({ source, state }: QuarantineSearch): QuarantineFilter {
  return { states: [state ?? 'WAITING'], ...(source === undefined ? {} : { sources: [source] }) };
}
