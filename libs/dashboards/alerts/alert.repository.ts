import { instant, sql, table, typed, type Sql } from '@plumbline/analytics-store';
import type { Viewer } from '@plumbline/access';
import { connectionOf, decodeCursor, pageSize, type Connection } from '../common/paging';
import { inScope, knownBy, Reading } from '../common/reading';
import type { AlertFacets, AlertFilter, AlertHistogramBar, AlertSort, AlertStack } from '../schema.generated';
import { filterCondition } from './alert-filter';
import { alertColumns, alertRow, type AlertRow, type StoredAlertRow } from './alert-row';
import { sortValue } from './alert-sort';

export interface AlertPage {
  readonly filter?: AlertFilter | null | undefined;
  readonly sort?: AlertSort | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly asOf?: number | undefined;
}

interface PageKey {
  readonly id: string;
  readonly sortedBy: string | number;
  readonly total: number;
}

/** Reads alerts. Every method keeps to the viewer's departments. */
export class AlertRepository {
  constructor(private readonly reading: Reading) {}

  /**
   * One page and the number of all. First the page's ids, from the few columns that filter and sort, then their rows by primary
   * key: sorting whole rows takes ten times as long.
   */
  async page(viewer: Viewer, request: AlertPage): Promise<Connection<AlertRow>> {
    const size = pageSize(request.first, 50);
    const { value, kind, descending } = sortValue(request.sort);
    const after = decodeCursor(request.after, kind);
    const direction = descending ? sql`DESC` : sql`ASC`;
    const keys = await this.reading.store.query<PageKey>(sql`
      SELECT alert_id AS id, sort_value AS sortedBy, total
      FROM (SELECT alert_id, ${value} AS sort_value, count() OVER () AS total
            FROM (${this.newest(viewer, request.asOf)}) WHERE ${filterCondition(request.filter, viewer)})
      WHERE ${after === undefined ? sql`true` : beyond(after, kind, descending)}
      ORDER BY sort_value ${direction}, alert_id ${direction} LIMIT ${size + 1}`);
    const total = keys[0]?.total ?? (after === undefined ? 0 : await this.count(viewer, request));
    const rows =
      keys.length === 0
        ? []
        : await this.findAll(
            viewer,
            keys.map(({ id }) => id),
            request.asOf,
          );
    const byId = new Map(rows.map((row) => [row.id, row]));
    const sortedBy = new Map(keys.map((key) => [key.id, key.sortedBy]));
    const nodes = keys.flatMap(({ id }) => byId.get(id) ?? []);
    return connectionOf(nodes, size, total, ({ id }) => [sortedBy.get(id) ?? '', id]);
  }

  /** One alert, or undefined where there is none, it was not known yet, or it lies outside the viewer's departments. */
  async find(viewer: Viewer, id: string, asOf?: number): Promise<AlertRow | undefined> {
    return (await this.findAll(viewer, [id], asOf))[0];
  }

  /** Those of the alerts that the viewer may see, in no particular order. */
  async findAll(viewer: Viewer, ids: readonly string[], asOf?: number, filter?: AlertFilter | null): Promise<readonly AlertRow[]> {
    const rows = await this.reading.store.query<StoredAlertRow>(sql`
      SELECT ${alertColumns} FROM (${this.newest(viewer, asOf, sql`alert_id IN ${typed('Array(String)', ids)}`)})
      WHERE ${filterCondition(filter, viewer)}`);
    return rows.map((row) => alertRow(row, asOf));
  }

  /** Alerts that became known per week (Mondays of the institution's zone), the last `weeks` of them. */
  async histogram(
    viewer: Viewer,
    request: {
      readonly filter?: AlertFilter | null | undefined;
      readonly stackBy: AlertStack;
      readonly weeks: number;
      readonly asOf?: number | undefined;
    },
  ): Promise<readonly AlertHistogramBar[]> {
    const columns: Readonly<Record<AlertStack, Sql>> = {
      pattern: sql`pattern`,
      department: sql`department`,
      tier: sql`tier`,
      domain: sql`domain`,
      state: sql`state`,
    };
    const until = request.asOf ?? this.reading.clock.now();
    return this.reading.store.query<AlertHistogramBar>(sql`
      SELECT toString(toMonday(toTimeZone(known_at, ${this.reading.zone}))) AS weekOf, toString(${columns[request.stackBy]}) AS stack, toUInt32(count()) AS alerts
      FROM (${this.newest(viewer, request.asOf)})
      WHERE known_at >= toMonday(toTimeZone(${instant(until)}, ${this.reading.zone})) - INTERVAL ${request.weeks - 1} WEEK
        AND known_at <= ${instant(until)} AND ${filterCondition(request.filter, viewer)}
      GROUP BY weekOf, stack ORDER BY weekOf, stack`);
  }

  /** For each condition, what it could be set to, counted under all the other conditions. */
  async facets(viewer: Viewer, filter: AlertFilter | null | undefined, asOf?: number): Promise<AlertFacets> {
    const count = (column: Sql, leftOut: keyof AlertFilter): Promise<AlertFacets['states']> =>
      this.reading.store.query<{ readonly value: string; readonly alerts: number }>(sql`
        SELECT toString(${column}) AS value, toUInt32(count()) AS alerts FROM (${this.newest(viewer, asOf)})
        WHERE ${column} != '' AND ${filterCondition({ ...filter, [leftOut]: null }, viewer)} GROUP BY value ORDER BY alerts DESC, value LIMIT 200`);
    const [states, patterns, departments, tiers, domains, assignees] = await Promise.all([
      count(sql`state`, 'states'),
      count(sql`pattern`, 'patterns'),
      count(sql`department`, 'departments'),
      count(sql`tier`, 'tiers'),
      count(sql`domain`, 'domains'),
      count(sql`assignee`, 'assignee'),
    ]);
    return { states, patterns, departments, tiers, domains, assignees };
  }

  /** The newest state of each alert within scope, with `overdue` at the point in time that is asked about. */
  private newest(viewer: Viewer, asOf: number | undefined, which: Sql = sql`true`): Sql {
    const at = instant(asOf ?? this.reading.clock.now());
    return sql`
      SELECT *, (respond_by IS NOT NULL AND respond_by < ${at} AND state IN ('new', 'got-worse')) AS overdue
      FROM (SELECT * FROM ${table('alert_states')} WHERE ${which} AND ${knownBy(sql`state_known_at`, asOf)}
            ORDER BY alert_id DESC, sequence DESC LIMIT 1 BY alert_id)
      WHERE ${inScope(viewer)}`;
  }

  private async count(viewer: Viewer, { filter, asOf }: AlertPage): Promise<number> {
    const [row] = await this.reading.store.query<{ readonly total: number }>(
      sql`SELECT count() AS total FROM (${this.newest(viewer, asOf)}) WHERE ${filterCondition(filter, viewer)}`,
    );
    return row?.total ?? 0;
  }
}

function beyond([value, id]: readonly [string | number, string], kind: 'number' | 'string', descending: boolean): Sql {
  const bound = sql`(${typed(kind === 'number' ? 'Int64' : 'String', value)}, ${id})`;
  return descending ? sql`(sort_value, alert_id) < ${bound}` : sql`(sort_value, alert_id) > ${bound}`;
}
