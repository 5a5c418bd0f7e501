import type { Clock } from '@plumbline/kernel';
import type { AlertRow } from './alert-row';

const MOST_REMEMBERED = 20_000;
/** A table that is filled anew by a newer version of the platform may say something else under the same sequence; milliseconds. */
const LONGEST_REMEMBERED = 60_000;

/** What names a state of an alert. */
export interface AlertStateKey {
  readonly id: string;
  readonly sequence: number;
}

/** States of alerts that were read before. A state is never changed, another one follows it, so only the keys of a list need be read anew. */
export class RememberedAlerts {
  private readonly rows = new Map<string, { readonly row: AlertRow; readonly until: number }>();

  constructor(private readonly clock: Clock) {}

  find({ id, sequence }: AlertStateKey): AlertRow | undefined {
    const known = this.rows.get(id);
    return known?.row.sequence === sequence && known.until > this.clock.now() ? known.row : undefined;
  }

  remember(rows: readonly AlertRow[]): void {
    if (this.rows.size + rows.length > MOST_REMEMBERED) this.rows.clear();
    const until = this.clock.now() + LONGEST_REMEMBERED;
    for (const row of rows) this.rows.set(row.id, { row, until });
  }
}
