import { instant, joinSql, sql, type Sql } from '@plumbline/analytics-store';
import type { Viewer } from '@plumbline/access';
import { badInput } from '../common/bad-input';
import type { AlertFilter } from '../schema.generated';

const SHORTEST_SEARCH = 3;
/** Letters, digits and the dash of pseudonyms and case ids; anything else cannot be part of one. */
const SEARCHABLE = /^[A-Z0-9-]{1,40}$/;

type Condition = (filter: AlertFilter, viewer: Viewer) => Sql | undefined;

const whom: readonly Condition[] = [
  ({ clinician }) => (typeof clinician === 'string' ? sql`clinician = ${clinician}` : undefined),
  ({ patient }) => (typeof patient === 'string' ? sql`patient = ${patient}` : undefined),
];

const anyOf = (column: Sql, values: readonly string[] | null | undefined): Sql | undefined =>
  values === null || values === undefined ? undefined : sql`has(${values}, ${column})`;

const conditions: readonly Condition[] = [
  ({ states }) => anyOf(sql`state`, states),
  ({ patterns }) => anyOf(sql`pattern`, patterns),
  ({ domains }) => anyOf(sql`domain`, domains),
  ({ departments }) => anyOf(sql`department`, departments),
  ({ tiers }) => anyOf(sql`tier`, tiers),
  ({ routes }) => anyOf(sql`route`, routes),
  ({ assignee }, viewer) => (typeof assignee === 'string' ? sql`assignee = ${assignee === 'me' ? viewer.id : assignee}` : undefined),
  ({ unassigned }) => (unassigned === true ? sql`assignee = ''` : unassigned === false ? sql`assignee != ''` : undefined),
  ({ overdue }) => (typeof overdue === 'boolean' ? sql`overdue = ${overdue}` : undefined),
  ({ search }) => (typeof search === 'string' ? beginsWith(search) : undefined),
  ({ knownFrom }) => (typeof knownFrom === 'string' ? sql`known_at >= ${instant(Date.parse(knownFrom))}` : undefined),
  ({ knownTo }) => (typeof knownTo === 'string' ? sql`known_at < ${instant(Date.parse(knownTo))}` : undefined),
];

/** Whom an alert is about, which no state of it changes: rows that do not meet this need not be looked at, however old they are. */
export const aboutCondition = (filter: AlertFilter | null | undefined, viewer: Viewer): Sql => allOf(whom, filter, viewer);

/** The rest of what a filter stands for, over the newest state of each alert with `overdue`. */
export const stateCondition = (filter: AlertFilter | null | undefined, viewer: Viewer): Sql => allOf(conditions, filter, viewer);

function allOf(wanted: readonly Condition[], filter: AlertFilter | null | undefined, viewer: Viewer): Sql {
  const parts = wanted.map((condition) => condition(filter ?? {}, viewer)).filter((part) => part !== undefined);
  return parts.length === 0 ? sql`true` : joinSql(parts, ' AND ');
}

function beginsWith(search: string): Sql {
  const text = search.trim().toUpperCase();
  if (text.length < SHORTEST_SEARCH) throw badInput(`search has ${SHORTEST_SEARCH} characters or more`);
  if (!SEARCHABLE.test(text)) return sql`false`;
  return sql`(startsWith(alert_id, ${text}) OR startsWith(clinician, ${text}) OR startsWith(patient, ${text}) OR startsWith(donor, ${text}))`;
}
