import type { DomainEvent } from '@plumbline/events';
import type { FindingRevision, Undetermined } from '@plumbline/pattern-kit';

/** Where a row comes from: it is written into every row, and counting rows by it tells whether a batch arrived whole. */
export interface RowOrigin {
  readonly partition: number;
  readonly position: number;
}

/** Where a clinician belonged when it began. */
export interface Place {
  readonly specialty: string;
  readonly department: string;
  readonly site: string;
}

/** An event as it is projected: decoded, and its data as the JSON text that stands in the log (at the newest version of its type). */
export interface LoggedEvent extends RowOrigin {
  readonly event: DomainEvent;
  readonly dataText: string;
  /** The times as they stand in the log; a row takes them over. They are made of the event where this is absent. */
  readonly stored?: StoredTimes;
}

/** Of a stored event: RFC 3339 in UTC with milliseconds. */
export interface StoredTimes {
  readonly time: string;
  readonly recordedtime: string;
  readonly ingestedtime: string;
}

export interface LoggedRevision extends RowOrigin {
  readonly revision: FindingRevision;
  readonly place: Place;
}

export interface LoggedUndetermined extends RowOrigin {
  readonly undetermined: Undetermined;
  readonly place: Place;
}

/** An event that could not be folded: what kind it is, and a code and a reason that name nobody. */
export interface DeadLetter extends RowOrigin {
  readonly type: string;
  readonly source: string;
  readonly code: string;
  readonly reason: string;
}

/** What projections are made from. An alert's state and a case's history come as the fold's own plain objects, a field for each column. */
export interface Sources {
  readonly events: LoggedEvent;
  readonly findings: LoggedRevision;
  readonly undetermined: LoggedUndetermined;
  readonly alertStates: RowOrigin;
  readonly caseHistory: RowOrigin;
  readonly deadLetters: DeadLetter;
}

/** A table that is filled from the log: its name, what goes into it, the form of a row and the version of all three, in one place. */
export interface Projection<Source extends keyof Sources = keyof Sources> {
  readonly table: string;
  /** To be raised when the same log would make other rows; the table is then filled anew. */
  readonly version: number;
  readonly source: Source;
  /** For projections of events: the types that are taken, or all. */
  readonly types: readonly string[] | 'all';
  /** The columns of the key under which rows replace each other when ClickHouse merges, so that their number says nothing; false where all stay. */
  readonly replacing: false | readonly string[];
  /** What the values of a row belong to, in their order. A column that is not named here takes its default. */
  readonly columns: readonly string[];
  /** A JSON array without a line end: a value for each column. Method syntax, so that projections of all sources fit into one list. */
  row(item: Sources[Source]): string;
}

interface Declaration<Source extends keyof Sources, Column extends string>
  extends Pick<Projection<Source>, 'table' | 'version' | 'source'>, Partial<Pick<Projection<Source>, 'types' | 'replacing'>> {
  readonly columns: readonly Column[];
  /** What is undefined takes the column's default: the empty text, or null. */
  readonly values: (item: Sources[Source]) => Readonly<Record<Column, unknown>>;
}

export const defineProjection = <Source extends keyof Sources, const Column extends string>({
  columns,
  values,
  ...rest
}: Declaration<Source, Column>): Projection<Source> => ({
  types: 'all',
  replacing: false,
  ...rest,
  columns,
  row(item) {
    const row = values(item);
    return JSON.stringify(columns.map((column) => row[column]));
  },
});

/** A projection of plain objects whose fields are the columns: `alertId` of an object is `alert_id` of its table. */
export function definePlainProjection<Source extends keyof Sources>({
  columns,
  ...rest
}: Pick<Projection<Source>, 'table' | 'version' | 'source' | 'columns'>): Projection<Source> {
  const fields = columns.map((column) => column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
  return {
    types: 'all',
    replacing: false,
    ...rest,
    columns,
    row: (item) => JSON.stringify(fields.map((field) => Reflect.get(item, field) as unknown)),
  };
}
