import { instant, sql, table, typed } from '@plumbline/analytics-store';
import type { Viewer } from '@plumbline/access';
import { DAY, type ClinicianId } from '@plumbline/kernel';
import { connectionOf, decodeCursor, pageSize, totalOf, type Connection, type CursorKey } from '../common/paging';
import { inScope, knownBy, Reading } from '../common/reading';
import type { ClinicianFilter, ClinicianRow, DyadRow, Exposure } from '../schema.generated';
import type { RequestContext } from '../common/context';
import type { ClinicianEvents } from '../timeline/clinician-events';
import { family } from '../timeline/lanes';
import { directory } from './directory';

/** A clinician as resolvers see it. */
export interface ClinicianRecord {
  readonly id: ClinicianId;
  readonly department: string;
  readonly specialty: string;
  readonly site: string;
  readonly zone: string;
  readonly active: number;
  readonly supervisor: string | null;
  readonly asOf?: number | undefined;
}

const PSEUDONYM_BEGINNING = /^[A-Z0-9-]{1,40}$/;
const EXPOSURE_DAYS = 90;

export class ClinicianRepository {
  constructor(
    private readonly reading: Reading,
    private readonly events: ClinicianEvents,
  ) {}

  /** Undefined where there is none, it was not known yet, or it belongs to a department that the viewer may not see. */
  async find(viewer: Viewer, id: string, asOf?: number): Promise<ClinicianRecord | undefined> {
    const at = asOf ?? this.reading.clock.now();
    const [row] = await this.reading.store.query<ClinicianRecord>(sql`
      SELECT clinician AS id, toString(department) AS department, toString(specialty) AS specialty, toString(site) AS site,
        toString(zone) AS zone, state = 'active' AS active, nullIf(supervisor, '') AS supervisor
      FROM (${directory(at, asOf, sql`clinician = ${id}`)}) WHERE ${inScope(viewer)}`);
    if (row !== undefined) return { ...row, asOf };
    return viewer.departments === 'all' ? this.unlisted(id, asOf) : undefined;
  }

  async page(
    viewer: Viewer,
    filter: ClinicianFilter,
    first: number | null | undefined,
    after: string | null | undefined,
  ): Promise<Connection<ClinicianRow>> {
    const size = pageSize(first, 50);
    const from = decodeCursor(after, 'number');
    const search = (filter.search ?? '').trim().toUpperCase();
    const matches = search === '' ? sql`true` : PSEUDONYM_BEGINNING.test(search) ? sql`startsWith(clinician, ${search})` : sql`false`;
    const departments = filter.departments ?? undefined;
    const specialties = filter.specialties ?? undefined;
    const rows = await this.reading.store.query<ClinicianRow & { sortedBy: number; total: number }>(sql`
      SELECT clinician AS id, toString(department) AS department, toString(specialty) AS specialty, toString(site) AS site,
        open_alerts AS openAlerts, all_alerts AS allAlerts, last_alert AS lastAlertAt, sort_value AS sortedBy, total
      FROM (SELECT *, toInt64(open_alerts) * 1000000 + all_alerts AS sort_value, count() OVER () AS total FROM (
          SELECT d.clinician AS clinician, d.department AS department, d.specialty AS specialty, d.site AS site, a.open_alerts AS open_alerts,
            a.all_alerts AS all_alerts, if(a.all_alerts = 0, NULL, a.last_alert) AS last_alert
          FROM (SELECT * FROM (${directory(this.reading.clock.now(), undefined)}) WHERE ${inScope(viewer)} AND ${matches}
            AND ${departments === undefined ? sql`true` : sql`has(${departments}, department)`}
            AND ${specialties === undefined ? sql`true` : sql`has(${specialties}, specialty)`}) AS d
          LEFT JOIN (
            SELECT clinician, toUInt32(countIf(state != 'resolved')) AS open_alerts, toUInt32(count()) AS all_alerts, max(known_at) AS last_alert
            FROM (SELECT * FROM ${table('alert_states')} ORDER BY alert_id DESC, sequence DESC LIMIT 1 BY alert_id)
            WHERE route = 'review' AND state != 'withdrawn' AND ${inScope(viewer)} GROUP BY clinician) AS a ON d.clinician = a.clinician)
        WHERE ${filter.withOpenAlerts === true ? sql`open_alerts > 0` : sql`true`})
      WHERE ${from === undefined ? sql`true` : sql`(-sort_value, clinician) > (${typed('Int64', -Number(from[0]))}, ${from[1]})`}
      ORDER BY sort_value DESC, clinician LIMIT ${size + 1}`);
    const keys = new Map<string, CursorKey>(rows.map((row) => [row.id, [row.sortedBy, row.id]]));
    const total = await totalOf(rows, after, () => this.page(viewer, filter, 1, undefined));
    return connectionOf(rows, size, total, ({ id }) => keys.get(id) ?? [0, id]);
  }

  /** What stands behind a clinician's figures over the 90 days before the point in time. */
  async exposure(context: RequestContext, clinician: string, asOf: number | undefined): Promise<Exposure> {
    const at = asOf ?? this.reading.clock.now();
    const from = at - EXPOSURE_DAYS * DAY;
    const span = sql`occurred_at > ${instant(from)} AND occurred_at <= ${instant(at)}`;
    const newest = await this.events.newest(context, clinician, asOf);
    const [[events], duties] = await Promise.all([
      this.reading.store.query<Omit<Exposure, 'shifts' | 'onCall'>>(sql`
        SELECT toUInt32(uniqExactIf(patient, patient != '')) AS patients, toUInt32(countIf(type = 'encounters.completed')) AS visits,
          toUInt32(countIf(type = 'messaging.message-sent')) AS messages, toUInt32(countIf(type = 'prescribing.ordered')) AS prescriptions
        FROM (${newest}) WHERE ${span}`),
      this.reading.store.query<{ readonly kind: string; readonly duties: number }>(sql`
        SELECT toString(kind) AS kind, toUInt32(count()) AS duties FROM (
          SELECT * FROM ${table('rosters')} WHERE clinician = ${clinician} AND ${knownBy(sql`recorded_at`, asOf)}
          ORDER BY record_version DESC, event_key DESC LIMIT 1 BY record_key)
        WHERE retracted = 0 AND start_at > ${instant(from)} AND start_at <= ${instant(at)} GROUP BY kind`),
    ]);
    const dutiesOf = (kind: string): number => duties.find((row) => row.kind === kind)?.duties ?? 0;
    const counted = events ?? { patients: 0, visits: 0, messages: 0, prescriptions: 0 };
    return { ...counted, shifts: dutiesOf('shift'), onCall: dutiesOf('on-call') };
  }

  /** Patients of a clinician: those with findings first, then the busiest. */
  async dyads(
    context: RequestContext,
    clinician: string,
    first: number | null | undefined,
    after: string | null | undefined,
    asOf?: number,
  ): Promise<Connection<DyadRow>> {
    const size = pageSize(first, 20);
    const from = decodeCursor(after, 'number');
    const newest = await this.events.newest(context, clinician, asOf);
    const rows = await this.reading.store.query<DyadRow & { readonly sortedBy: number; readonly total: number }>(sql`
      SELECT patient, events, messages, findings, first_at AS firstAt, last_at AS lastAt, sort_value AS sortedBy, total FROM (
        SELECT *, toInt64(findings) * 100000000 + events AS sort_value, count() OVER () AS total FROM (
          SELECT e.patient AS patient, e.events AS events, e.messages AS messages, f.findings AS findings, e.first_at AS first_at, e.last_at AS last_at
          FROM (SELECT patient, toUInt32(count()) AS events, toUInt32(countIf(${family} = 'messaging')) AS messages, min(occurred_at) AS first_at, max(occurred_at) AS last_at
            FROM (${newest}) WHERE patient != '' AND ${family} NOT IN ('access', 'alerting', 'cases') GROUP BY patient) AS e
          LEFT JOIN (SELECT patient, toUInt32(count()) AS findings FROM (
              SELECT * FROM ${table('finding_revisions')} WHERE clinician = ${clinician} AND ${knownBy(sql`revision_known_at`, asOf)}
              ORDER BY finding_id DESC, revision DESC LIMIT 1 BY finding_id)
            WHERE status != 'withdrawn' AND route = 'review' AND ${inScope(context.viewer)} GROUP BY patient) AS f ON e.patient = f.patient))
      WHERE ${from === undefined ? sql`true` : sql`(-sort_value, patient) > (${typed('Int64', -Number(from[0]))}, ${from[1]})`}
      ORDER BY sort_value DESC, patient LIMIT ${size + 1}`);
    const keys = new Map<string, CursorKey>(rows.map((row) => [row.patient, [row.sortedBy, row.patient]]));
    const total = await totalOf(rows, after, () => this.dyads(context, clinician, 1, undefined, asOf));
    return connectionOf(rows, size, total, ({ patient }) => keys.get(patient) ?? [0, patient]);
  }

  /** Somebody of whom there are events and no directory entry belongs to no department: only those who see all of them see him. */
  private async unlisted(id: string, asOf: number | undefined): Promise<ClinicianRecord | undefined> {
    const [row] = await this.reading.store.query<{ readonly id: ClinicianId }>(sql`
      SELECT clinician AS id FROM ${table('events')} WHERE clinician = ${id} AND clinician != '' AND ${knownBy(sql`recorded_at`, asOf)} LIMIT 1`);
    if (row === undefined) return undefined;
    return { id: row.id, department: '', specialty: '', site: '', zone: this.reading.zone, active: 1, supervisor: null, asOf };
  }
}
