import { sql, type Sql } from '@plumbline/analytics-store';
import type { Gift, GiftState } from '../schema.generated';

/** An entry is named by its place in the log, because a source's own ids may say whom they are about. */
export const giftId = sql`concat('E', toString(partition), '-', toString(position))`;

/** What has become of an entry. `amended` says that there are earlier versions of it. */
export const giftState = (amended: Sql): Sql =>
  sql`multiIf(type = 'gifts.withdrawn' OR retracted = 1, 'withdrawn', type = 'gifts.offered', 'offered', ${amended}, 'corrected', 'declared')`;

/** Columns of a {@link StoredGiftRow}: of an entry's newest version with its clinician's place, `versions` and `running_minor`. */
export const giftColumns = sql`
  ${giftId} AS id, ${giftState(sql`versions > 1`)} AS state, clinician AS clinicianId, toString(department) AS department,
  toString(specialty) AS specialty, toString(site) AS site, nullIf(donor, '') AS donor, nullIf(toString(donor_kind), '') AS donorKind,
  nullIf(patient, '') AS patient, nullIf(toString(kind), '') AS kind, nullIf(toString(acceptance), '') AS acceptance,
  nullIf(value_as_printed, '') AS valueAsPrinted, minor, toString(currency) AS currency, toInt64(running_minor) AS runningMinor,
  occurred_at AS occurredInstant, toString(time_precision) AS precision, toString(time_zone) AS zone, declared_on AS declaredText,
  recorded_at AS recordedAt, toUInt32(versions) AS versions, toString(source) AS source`;

export interface StoredGiftRow extends Omit<Gift, 'clinician' | 'value' | 'runningTotal' | 'occurredAt' | 'declaredOn'> {
  readonly clinicianId: string;
  readonly department: string;
  readonly specialty: string;
  readonly site: string;
  readonly occurredInstant: string;
  readonly precision: Gift['occurredAt']['precision'];
  readonly zone: string;
  readonly declaredText: string;
  readonly minor: number;
  readonly currency: string;
  readonly runningMinor: number;
}

export function giftOf(row: StoredGiftRow): Gift {
  const { clinicianId, department, specialty, site, occurredInstant, precision, zone, declaredText, minor, currency, runningMinor } = row;
  const valued = currency !== '';
  return {
    id: row.id,
    state: row.state satisfies GiftState,
    clinician: { id: clinicianId, department, specialty, site },
    donor: row.donor,
    donorKind: row.donorKind,
    patient: row.patient,
    kind: row.kind,
    acceptance: row.acceptance,
    value: valued ? { minor, currency } : null,
    valueAsPrinted: row.valueAsPrinted,
    // A giver without a pseudonym is nobody in particular: such gifts never add up.
    runningTotal: valued && row.donor !== null ? { minor: runningMinor, currency } : null,
    occurredAt: { at: occurredInstant, precision, zone },
    declaredOn: declaredText === '' ? null : declaredText,
    recordedAt: row.recordedAt,
    versions: row.versions,
    source: row.source,
  };
}
