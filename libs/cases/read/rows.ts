import type { AlertState, CaseHistoryEntry } from '../alert-state';

/** A row as the store gives it: snake case, instants as RFC 3339 text, flags as 0 and 1, absent values as the empty text or null. */
export type TableRow = Readonly<Record<string, string | number | null>>;

const fieldName = (column: string): string => column.replaceAll(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());

const instants: readonly string[] = [
  ...['startedAt', 'lastAt', 'knownAt', 'stateKnownAt', 'learnedAt', 'firstLearnedAt', 'acknowledgedAt', 'respondBy', 'snoozedUntil'],
  'happenedAt',
];
/** Texts that are absent, not empty, where there is none. */
const absentWhenEmpty: readonly string[] = ['patient', 'donor'];

function valueOf(field: string, value: string | number | null): unknown {
  if (value === null || (value === '' && absentWhenEmpty.includes(field))) return undefined;
  if (instants.includes(field) && typeof value === 'string') return Date.parse(value);
  return field === 'accepted' ? value === 1 : value;
}

function objectOf(row: TableRow): object {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const field = fieldName(column);
      return [field, valueOf(field, value)];
    }),
  );
}

/** The table holds what the fold wrote field by field, so that a row read back is the state that was written. */
export const alertStateOf = (row: TableRow): AlertState => objectOf(row) as AlertState;

export const caseHistoryEntryOf = (row: TableRow): CaseHistoryEntry => objectOf(row) as CaseHistoryEntry;
