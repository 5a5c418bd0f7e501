/**
 * `event`: one CloudEvent in structured form; `event-batch`: a JSON array of them; `event-ndjson`: one a line.
 * `fhir`: one resource or Bundle; `fhir-ndjson`: one a line. `csv`: a table with a mapping.
 */
export const FORMATS = ['event', 'event-batch', 'event-ndjson', 'fhir', 'fhir-ndjson', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export interface AcceptOptions {
  /** The mapping that a CSV is read by: its name. */
  readonly mapping?: string;
  /** The date of a register snapshot, `2026-03-01`; otherwise found in `fileName` as the mapping says. */
  readonly snapshot?: string;
  readonly fileName?: string;
  /** Some rows of a register and not the whole of it: what is missing was not withdrawn. */
  readonly partial?: boolean;
  /** Called after each group of records. */
  readonly onProgress?: (records: number) => void;
  readonly signal?: AbortSignal;
}
