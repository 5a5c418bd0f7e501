import type { EventShape } from '../core/event-shapes';

/** A column of a table under all the headings that it has had. */
export interface MappedColumn {
  readonly headings: readonly string[];
  readonly optional: boolean;
}

/** Where a field's value comes from. Exactly one of `column`, `constant`, `template`. */
export interface MappedValue {
  readonly column?: string;
  readonly constant?: string | number | boolean;
  /** Text with columns in braces, `Encounter/{about}`. */
  readonly template?: string;
  /** Words of the table → words of the vocabulary; compared without case and outer blanks. */
  readonly values?: Readonly<Record<string, string>>;
  /** For words that `values` lacks. Without it they send the row to quarantine. */
  readonly otherwise?: string;
  /** ISO 4217, for money. */
  readonly currency?: string;
  /** People: one spelling counts as another, compared without case, and runs of blanks count as one. */
  readonly fold?: boolean;
  /** People: the name that counts → the other names for the same one. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  /** People: words that hide who it was; each such entry is a person of its own. */
  readonly placeholders?: readonly string[];
}

export interface MappedEvent {
  readonly shape: EventShape;
  /** Columns and the words of which one must stand there, for tables that hold several kinds of facts. */
  readonly when: Readonly<Record<string, readonly string[]>>;
  /** Names the record in its source, `note/{note}`; without it a row is named by its content. */
  readonly record: string | undefined;
  /** Columns with the time at which it happened, the first that is filled counts. */
  readonly time: readonly string[];
  /** The same for the time at which the source wrote it down. */
  readonly recorded: readonly string[];
  readonly data: Readonly<Record<string, MappedValue>>;
}

export interface MappedRegister {
  readonly name: string;
  /** The column that identifies an entry from one snapshot to the next. */
  readonly entry: string;
  /** A regular expression with the groups year, month and day that finds the snapshot's date in a file name. */
  readonly fileName: RegExp | undefined;
}

/** A table's mapping after it has been checked. */
export interface Mapping {
  readonly name: string;
  readonly description: string;
  readonly columns: Readonly<Record<string, MappedColumn>>;
  /** Luxon formats, tried in this order after ISO 8601. */
  readonly dates: readonly string[];
  /** An IANA zone, or the column that holds one, or undefined for the source's. */
  readonly zone: { readonly name: string } | { readonly column: string } | undefined;
  /** Rows that declare that there is nothing: columns and the words of which one stands there. */
  readonly nil: Readonly<Record<string, readonly string[]>> | undefined;
  readonly register: MappedRegister | undefined;
  readonly events: readonly MappedEvent[];
}

/** The columns that a template names. */
export const columnsIn = (template: string): readonly string[] => [...template.matchAll(/\{([^}]+)\}/g)].map(([, column]) => column ?? '');
