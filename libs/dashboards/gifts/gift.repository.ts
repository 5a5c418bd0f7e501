import { instant, sql, table, typed } from '@plumbline/analytics-store';
import type { Viewer } from '@plumbline/access';
import { connectionOf, decodeCursor, pageSize, type Connection, type CursorKey } from '../common/paging';
import { inScope, knownBy, Reading } from '../common/reading';
import type { Gift, GiftFilter, GiftState } from '../schema.generated';
import { directory } from '../clinicians/directory';

interface Row extends Omit<Gift, 'clinician' | 'value' | 'runningTotal' | 'occurredAt' | 'declaredOn'> {
  readonly clinicianId: string;
  readonly department: string;
  readonly specialty: string;
  readonly site: string;
  readonly occurredInstant: string;
  readonly milliseconds: number;
  readonly precision: Gift['occurredAt']['precision'];
  readonly zone: string;
  readonly declaredText: string;
  readonly minor: number;
  readonly currency: string;
  readonly runningMinor: number;
  readonly total: number;
}

/** The rolling window of a giver's total. */
const WINDOW_SECONDS = 365 * 24 * 3_600;

export class GiftRepository {
  constructor(private readonly reading: Reading) {}

  /** Register entries in their newest versions, newest first, each with what its giver gave in the 12 months up to it. */
  async page(
    viewer: Viewer,
    filter: GiftFilter,
    request: { readonly first?: number | null | undefined; readonly after?: string | null | undefined; readonly asOf?: number | undefined },
  ): Promise<Connection<Gift>> {
    const size = pageSize(request.first, 50);
    const after = decodeCursor(request.after, 'number');
    const at = request.asOf ?? this.reading.clock.now();
    const rows = await this.reading.store.query<Row>(sql`
      SELECT concat('E', toString(partition), '-', toString(position)) AS id, gift_state AS state, clinician AS clinicianId, department_ AS department,
        specialty_ AS specialty, site_ AS site, nullIf(donor, '') AS donor, nullIf(JSONExtractString(data, 'donorKind'), '') AS donorKind,
        nullIf(patient, '') AS patient, nullIf(JSONExtractString(data, 'kind'), '') AS kind, nullIf(acceptance, '') AS acceptance,
        nullIf(JSONExtractString(data, 'valueAsPrinted'), '') AS valueAsPrinted, minor, currency, toInt64(running_minor) AS runningMinor,
        occurred_at AS occurredInstant, toUnixTimestamp64Milli(occurred_at) AS milliseconds, toString(time_precision) AS precision, toString(time_zone) AS zone,
        JSONExtractString(data, 'declaredOn') AS declaredText, recorded_at AS recordedAt, toUInt32(versions) AS versions, toString(source) AS source, total
      FROM (SELECT *, count() OVER () AS total FROM (
        SELECT *, sum(if(gift_state != 'withdrawn' AND acceptance = 'accepted', minor, 0)) OVER (
            PARTITION BY clinician, donor, currency ORDER BY toUnixTimestamp(occurred_at) RANGE BETWEEN ${typed('UInt32', WINDOW_SECONDS)} PRECEDING AND CURRENT ROW) AS running_minor
        FROM (${this.entries(viewer, at, request.asOf)}))
        WHERE ${condition(filter)})
      WHERE ${after === undefined ? sql`true` : sql`(toUnixTimestamp64Milli(occurred_at), concat('E', toString(partition), '-', toString(position))) < (${after[0]}, ${after[1]})`}
      ORDER BY occurred_at DESC, id DESC LIMIT ${size + 1}`);
    const keys = new Map<string, CursorKey>(rows.map((row) => [row.id, [row.milliseconds, row.id]]));
    return connectionOf(rows.map(giftOf), size, rows[0]?.total ?? 0, ({ id }) => keys.get(id) ?? [0, id]);
  }

  private entries(viewer: Viewer, at: number, asOf: number | undefined): ReturnType<typeof sql> {
    return sql`
      SELECT g.*, d.department AS department_, d.specialty AS specialty_, d.site AS site_, JSONExtractString(g.data, 'donor') AS donor,
        JSONExtractString(g.data, 'acceptance') AS acceptance, JSONExtractInt(g.data, 'value', 'minor') AS minor, JSONExtractString(g.data, 'value', 'currency') AS currency,
        multiIf(g.type = 'gifts.withdrawn' OR g.retracted = 1, 'withdrawn', g.type = 'gifts.offered', 'offered', g.versions > 1, 'corrected', 'declared') AS gift_state
      FROM (SELECT *, count() OVER (PARTITION BY source, record_id) AS versions FROM ${table('events')}
        WHERE startsWith(toString(type), 'gifts.') AND ${knownBy(sql`recorded_at`, asOf)}
        ORDER BY record_version DESC, source DESC, id DESC LIMIT 1 BY source, record_id) AS g
      LEFT JOIN (${directory(at, asOf)}) AS d ON g.clinician = d.clinician
      WHERE ${viewer.departments === 'all' ? sql`true` : sql`d.clinician IN (SELECT clinician FROM (${directory(at, asOf)}) WHERE ${inScope(viewer)})`}`;
  }
}

function condition({ clinician, donor, departments, states, from, to }: GiftFilter): ReturnType<typeof sql> {
  return sql`
    ${typeof clinician === 'string' ? sql`clinician = ${clinician}` : sql`true`} AND ${typeof donor === 'string' ? sql`donor = ${donor}` : sql`true`}
    AND ${departments ? sql`has(${departments}, department_)` : sql`true`} AND ${states ? sql`has(${states}, gift_state)` : sql`true`}
    AND ${typeof from === 'string' ? sql`occurred_at >= ${instant(Date.parse(from))}` : sql`true`}
    AND ${typeof to === 'string' ? sql`occurred_at < ${instant(Date.parse(to))}` : sql`true`}`;
}

function giftOf(row: Row): Gift {
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
