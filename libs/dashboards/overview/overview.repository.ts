import { instant, sql, table, type Sql } from '@plumbline/analytics-store';
import type { Viewer } from '@plumbline/access';
import { DAY } from '@plumbline/kernel';
import { badInput } from '../common/bad-input';
import { patternWords } from '../common/pattern-words';
import { inScope, Reading } from '../common/reading';
import { directory } from '../clinicians/directory';
import type { AlertWeek, DepartmentRate, Domain, NeedsAPerson, NotEvaluable, PatternFigures, PolicyChange } from '../schema.generated';
import { departmentRates, FEWEST_CLINICIANS } from './department-rates';

const FIGURES_DAYS = 90;

/** Reads the overview's bands. Each keeps to the viewer's departments. */
export class OverviewRepository {
  constructor(private readonly reading: Reading) {}

  async needsAPerson(viewer: Viewer): Promise<NeedsAPerson> {
    const now = instant(this.reading.clock.now());
    const open = sql`state NOT IN ('resolved', 'withdrawn')`;
    const waiting = sql`state IN ('new', 'got-worse')`;
    const review = sql`route = 'review'`;
    const [row] = await this.reading.store.query<NeedsAPerson>(sql`
      SELECT toUInt32(countIf(${review} AND state = 'new')) AS new, toUInt32(countIf(${review} AND state = 'got-worse')) AS gotWorse,
        toUInt32(countIf(${review} AND ${waiting} AND respond_by < ${now})) AS pastResponseTime,
        toUInt32(countIf(${review} AND ${open} AND assignee = '')) AS unassigned,
        toUInt32(countIf(${open} AND assignee = ${viewer.id})) AS mine, toUInt32(countIf(NOT ${review} AND ${waiting})) AS support
      FROM (${this.newestAlerts(viewer)})`);
    return row ?? { new: 0, gotWorse: 0, pastResponseTime: 0, unassigned: 0, mine: 0, support: 0 };
  }

  async alertsByWeek(viewer: Viewer, weeks: number): Promise<readonly AlertWeek[]> {
    const { monday, since } = this.span(weeks);
    const rows = await this.reading.store.query<{ readonly week: string; readonly domain: Domain; readonly alerts: number }>(sql`
      SELECT toString(${monday(sql`known_at`)}) AS week, toString(domain) AS domain, toUInt32(count()) AS alerts FROM (${this.newestAlerts(viewer)})
      WHERE known_at >= ${since} AND known_at <= ${instant(this.reading.clock.now())} AND route = 'review' AND state != 'withdrawn'
      GROUP BY week, domain ORDER BY week, domain`);
    const calendar = await this.reading.store.query<{ readonly week: string }>(sql`
      SELECT toString(${monday(instant(this.reading.clock.now()))} - INTERVAL number WEEK) AS week FROM numbers(${weeks}) ORDER BY week`);
    return calendar.map(({ week }) => ({
      weekOf: week,
      counts: rows.filter((row) => row.week === week).map(({ domain, alerts }) => ({ domain, alerts })),
    }));
  }

  async policyChanges(weeks: number): Promise<readonly PolicyChange[]> {
    const { since } = this.span(weeks);
    return this.reading.store.query<PolicyChange>(sql`
      SELECT effective_from AS at, toString(policy) AS policy, policy_version AS version FROM ${table('policies')}
      WHERE effective_from >= ${since} AND effective_from <= ${instant(this.reading.clock.now())} ORDER BY effective_from LIMIT 200`);
  }

  async departments(viewer: Viewer): Promise<readonly DepartmentRate[]> {
    const now = this.reading.clock.now();
    const rows = await this.reading.store.query<{
      readonly department: string;
      readonly clinicians: number;
      readonly alerts: number;
      readonly visible: number;
    }>(sql`
      SELECT toString(d.department) AS department, d.clinicians AS clinicians, a.alerts AS alerts, d.visible AS visible
      FROM (SELECT department, toUInt32(countIf(state = 'active')) AS clinicians, ${inScope(viewer)} AS visible FROM (${directory(now, undefined)}) GROUP BY department) AS d
      LEFT JOIN (SELECT department, toUInt32(count()) AS alerts FROM (${newest})
        WHERE route = 'review' AND state != 'withdrawn' AND known_at > ${instant(now - FIGURES_DAYS * DAY)} GROUP BY department) AS a ON d.department = a.department
      WHERE d.department != '' ORDER BY department`);
    return departmentRates(rows.map(({ visible, ...row }) => ({ ...row, visible: visible === 1 || (visible as unknown) === true })));
  }

  async notEvaluable(viewer: Viewer): Promise<readonly NotEvaluable[]> {
    const rows = await this.reading.store.query<
      Omit<NotEvaluable, 'pattern'> & { readonly pattern: string; readonly clinicians: number }
    >(sql`
      SELECT toString(pattern) AS pattern, toString(because) AS because, toString(department) AS department, toString(site) AS site,
        toUInt32(uniqExact(clinician)) AS clinicians, min(since) AS since
      FROM (SELECT * FROM ${table('undetermined')} ORDER BY position DESC LIMIT 1 BY pattern, clinician, patient, because)
      WHERE facts > 0 AND ${inScope(viewer)} GROUP BY pattern, because, department, site ORDER BY clinicians DESC, pattern LIMIT 200`);
    return rows.map((row) => ({
      ...row,
      pattern: patternWords(row.pattern),
      clinicians: row.clinicians < FEWEST_CLINICIANS ? null : row.clinicians,
    }));
  }

  async patternFigures(viewer: Viewer): Promise<readonly PatternFigures[]> {
    const since = instant(this.reading.clock.now() - FIGURES_DAYS * DAY);
    const share = (outcomes: Sql): Sql => sql`if(resolved = 0, NULL, countIf(${outcomes}) / resolved)`;
    const rows = await this.reading.store.query<Omit<PatternFigures, 'pattern'> & { readonly pattern: string }>(sql`
      SELECT toString(pattern) AS pattern, toUInt32(count()) AS alerts, toUInt32(countIf(state = 'resolved')) AS resolved,
        quantileExactOrNullIf(0.5)(lead_seconds, lead_seconds >= 0) / 86400 AS leadTimeDays, toUInt32(countIf(lead_seconds >= 0)) AS leadTimeAlerts,
        quantileExactOrNullIf(0.5)(dateDiff('second', first_learned_at, ifNull(acknowledged_at, first_learned_at)), acknowledged_at IS NOT NULL) / 3600 AS hoursToFirstReview,
        ${share(sql`outcome IN ('informal-conversation', 'awareness', 'guided-plan', 'referred')`)} AS confirmedShare,
        ${share(sql`outcome IN ('no-concern', 'explained')`)} AS explainedShare, ${share(sql`outcome = 'data-error'`)} AS dataErrorShare
      FROM (SELECT a.*, if(i.at = toDateTime64(0, 3, 'UTC'), -1, dateDiff('second', a.known_at, i.at)) AS lead_seconds
        FROM (SELECT * FROM (${this.newestAlerts(viewer)}) WHERE known_at > ${since} AND state != 'withdrawn') AS a
        LEFT ASOF JOIN (SELECT clinician, occurred_at AS at FROM ${table('events')} WHERE type = 'incidents.reported' AND occurred_at > ${since}) AS i
          ON a.clinician = i.clinician AND a.known_at <= i.at)
      GROUP BY pattern ORDER BY alerts DESC, pattern`);
    return rows.map((row) => ({ ...row, pattern: patternWords(row.pattern) }));
  }

  private span(weeks: number): { readonly monday: (column: Sql) => Sql; readonly since: Sql } {
    if (weeks < 1 || weeks > 104) throw badInput('weeks is a whole number from 1 to 104');
    const monday = (column: Sql): Sql => sql`toMonday(toTimeZone(${column}, ${this.reading.zone}))`;
    return { monday, since: sql`(${monday(instant(this.reading.clock.now()))} - INTERVAL ${weeks - 1} WEEK)` };
  }

  private newestAlerts(viewer: Viewer): Sql {
    return sql`SELECT * FROM (${newest}) WHERE ${inScope(viewer)}`;
  }
}

const newest = sql`SELECT * FROM ${table('alert_states')} ORDER BY alert_id DESC, sequence DESC LIMIT 1 BY alert_id`;
