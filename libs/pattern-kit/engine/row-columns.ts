/** All rows as plain data. */
export interface RowColumns {
  readonly count: number;
  readonly ids: readonly string[];
  readonly recordIds: readonly (readonly [row: number, recordId: string])[];
  readonly instants: Float64Array;
  readonly recorded: Float64Array;
  readonly versions: Float64Array;
  readonly types: Uint16Array;
  readonly flags: Uint8Array;
  readonly zones: Int32Array;
  readonly clinicians: Int32Array;
  readonly patients: Int32Array;
  readonly donors: Int32Array;
  readonly sources: Int32Array;
  readonly slots: Float64Array;
}
