import { instant, sql, table, typed, type Sql } from '@plumbline/analytics-store';
import type { Viewer } from '@plumbline/access';
import type { AlertState } from '@plumbline/cases';
import { decodeCursor, lazyConnection, pageSize, totalOf, type LazyConnection } from '../common/paging';
import { inScope, isWithin, knownBy, Reading } from '../common/reading';
import type { AlertFacets, AlertFilter, AlertHistogramBar, AlertSort, AlertStack } from '../schema.generated';
import { aboutCondition, filterOfStates, stateCondition } from './alert-filter';
import { alertColumns, alertRow, storedRowOf, type AlertLookups, type AlertRow, type StoredAlertRow } from './alert-row';
import { AlertOrder, type SortedRow } from './alert-sort';
import { overdueCondition } from './overdue';
import { RememberedAlerts, type AlertStateKey } from './remembered-alerts';

export interface AlertPage {
  readonly filter?: AlertFilter | null | undefined;
  readonly sort?: AlertSort | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly asOf?: number | undefined;
}

type PageKey = AlertStateKey & SortedRow & { readonly total: number };

/** Columns that filters and sorts look at. */
const keyColumns = sql`
  alert_id, sequence, state, pattern, domain, department, tier, route, assignee, clinician, patient, donor, started_at, last_at, known_at,
  respond_by, evidence_count`;

/** Reads alerts. Every method keeps to the viewer's departments. */
export class AlertRepository {
  private readonly remembered: RememberedAlerts;

  constructor(
    private readonly reading: Reading,
    private readonly lookups: AlertLookups,
  ) {
    this.remembered = new RememberedAlerts(reading.clock);
  }

  /**
   * One page and the number of all. First the keys of the page, from the few columns that filter and sort, then those of their rows
   * that were not read before: sorting whole rows takes ten times as long.
   */
  async page(viewer: Viewer, request: AlertPage): Promise<LazyConnection<AlertRow>> {
    const size = pageSize(request.first, 50);
    const order = new AlertOrder(request.sort);
    const after = decodeCursor(request.after, 'string');
    const all = sql`SELECT alert_id AS id, sequence, ${order.columns}, count() OVER () AS total FROM ${this.newest(viewer, request)}`;
    const rest = after === undefined ? all : sql`SELECT * FROM (${all}) WHERE ${order.beyond(after)}`;
    const keys = await this.reading.store.query<PageKey>(sql`${rest} ORDER BY ${order.orderBy} LIMIT ${size + 1}`);
    const total = await totalOf(keys, request.after, () => this.page(viewer, { ...request, first: 1, after: undefined }));
    return lazyConnection(
      keys,
      size,
      total,
      (key) => order.cursor(key),
      (shown) => this.rows(viewer, shown, request.asOf),
    );
  }

  /** One alert, or undefined where there is none, it was not known yet, or it lies outside the viewer's departments. */
  async find(viewer: Viewer, id: string, asOf?: number): Promise<AlertRow | undefined> {
    return (await this.read(viewer, [id], asOf))[0];
  }

  /**
   * Gives the row of a state that was just told of, where the viewer may see it and the filter lets it through. It stands in the tables already, and
   * says all that is to be read there.
   * @throws what a filter is refused with, before any state.
   */
  toldOf(viewer: Viewer, filter: AlertFilter | null | undefined): (state: AlertState) => AlertRow | undefined {
    const isWanted = filterOfStates(filter, viewer);
    return (state) => {
      if (!isWithin(viewer, state.department) || !isWanted(state, this.reading.clock.now())) return undefined;
      const row = alertRow(storedRowOf(state), this.lookups, undefined);
      this.remembered.remember([row]);
      return row;
    };
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
    const until = this.asked(request);
    return this.reading.store.query<AlertHistogramBar>(sql`
      SELECT toString(toMonday(toTimeZone(known_at, ${this.reading.zone}))) AS weekOf, toString(${columns[request.stackBy]}) AS stack, toUInt32(count()) AS alerts
      FROM ${this.newest(viewer, request)}
        AND known_at >= toMonday(toTimeZone(${instant(until)}, ${this.reading.zone})) - INTERVAL ${request.weeks - 1} WEEK
        AND known_at <= ${instant(until)}
      GROUP BY weekOf, stack ORDER BY weekOf, stack`);
  }

  /** For each condition, what it could be set to, counted under all the other conditions. */
  async facets(viewer: Viewer, filter: AlertFilter | null | undefined, asOf?: number): Promise<AlertFacets> {
    const count = (column: Sql, leftOut: keyof AlertFilter): Promise<AlertFacets['states']> =>
      this.reading.store.query<{ readonly value: string; readonly alerts: number }>(sql`
        SELECT toString(${column}) AS value, toUInt32(count()) AS alerts FROM ${this.newest(viewer, { filter: { ...filter, [leftOut]: null }, asOf })}
        AND ${column} != '' GROUP BY value ORDER BY alerts DESC, value LIMIT 200`);
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

  /**
   * What stands behind FROM: the newest state of each alert that the filter lets through, within scope, with `overdue` at the point in
   * time that is asked about. It ends with a condition, so that others can be added.
   */
  private newest(viewer: Viewer, { filter, asOf }: Pick<AlertPage, 'filter' | 'asOf'>): Sql {
    return sql`(
      SELECT ${keyColumns}, ${overdueCondition(this.asked({ asOf }))} AS overdue
      FROM ${table('alert_states')} WHERE ${aboutCondition(filter, viewer)} AND ${knownBy(sql`state_known_at`, asOf)}
      ORDER BY alert_id DESC, sequence DESC LIMIT 1 BY alert_id)
      WHERE ${inScope(viewer)} AND ${stateCondition(filter, viewer)}`;
  }

  /** The point in time that is asked about. */
  private asked({ asOf }: Pick<AlertPage, 'asOf'>): number {
    return asOf ?? this.reading.clock.now();
  }

  /** The rows of keys that were found within the viewer's scope just now. */
  private async rows(viewer: Viewer, keys: readonly AlertStateKey[], asOf: number | undefined): Promise<readonly AlertRow[]> {
    const known = asOf === undefined ? keys.flatMap((key) => this.remembered.find(key) ?? []) : [];
    if (known.length === keys.length) return known;
    const found = new Set(known.map(({ id }) => id));
    const missing = keys.filter(({ id }) => !found.has(id)).map(({ id }) => id);
    return [...known, ...(await this.read(viewer, missing, asOf))];
  }

  private async read(viewer: Viewer, ids: readonly string[], asOf: number | undefined): Promise<readonly AlertRow[]> {
    const stored = await this.reading.store.query<StoredAlertRow>(sql`
      SELECT * FROM (
        SELECT ${alertColumns} FROM ${table('alert_states')} WHERE alert_id IN ${typed('Array(String)', ids)} AND ${knownBy(sql`state_known_at`, asOf)}
        ORDER BY alert_id DESC, sequence DESC LIMIT 1 BY alert_id)
      WHERE ${inScope(viewer)}`);
    const rows = stored.map((row) => alertRow(row, this.lookups, asOf));
    if (asOf === undefined) this.remembered.remember(rows);
    return rows;
  }
}
