import type { RowIdColumns } from './row-ids';
import type { SlotColumns } from './slots';
import type { StampColumns } from './stamps';

/** All rows as plain data. */
export interface RowColumns {
  readonly count: number;
  readonly ids: RowIdColumns;
  readonly instants: Float64Array;
  readonly recorded: Float64Array;
  readonly stamps: Int32Array;
  readonly stamped: StampColumns;
  readonly clinicians: Int32Array;
  readonly patients: Int32Array;
  readonly donors: Int32Array;
  readonly slots: SlotColumns;
}
