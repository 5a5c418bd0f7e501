import { identifier, instant, joinSql, sql, type Sql } from '@plumbline/analytics-store';
import type { Viewer } from '@plumbline/access';
import type { AlertState } from '@plumbline/cases';
import { badInput } from '../common/bad-input';
import type { AlertFilter } from '../schema.generated';
import { isOverdue } from './overdue';

const SHORTEST_SEARCH = 3;
/** Letters, digits and the dash of pseudonyms and case ids; anything else cannot be part of one. */
const SEARCHABLE = /^[A-Z0-9-]{1,40}$/;

/** One condition in both forms: over the rows of `alert_states` with `overdue`, and over a state that was just told of. */
interface Condition {
  readonly sql: Sql;
  readonly holds: (state: AlertState, now: number) => boolean;
}

type Wanted = (filter: AlertFilter, viewer: Viewer) => Condition | undefined;

/** Texts of a state that its row calls by the same name. */
const columns = ['clinician', 'patient', 'state', 'pattern', 'domain', 'department', 'tier', 'route', 'assignee'] as const;
type Column = (typeof columns)[number];
const columnOf = (column: Column): Sql => identifier(column, columns);

const equals = (column: Column, value: string | null | undefined): Condition | undefined =>
  typeof value !== 'string' ? undefined : { sql: sql`${columnOf(column)} = ${value}`, holds: (state) => (state[column] ?? '') === value };

const anyOf = (column: Column, values: readonly string[] | null | undefined): Condition | undefined =>
  values === null || values === undefined
    ? undefined
    : { sql: sql`has(${values}, ${columnOf(column)})`, holds: (state) => values.includes(state[column] ?? '') };

/** Whom an alert is about, which no state of it changes: rows that do not meet this need not be looked at, however old they are. */
const whom: readonly Wanted[] = [({ clinician }) => equals('clinician', clinician), ({ patient }) => equals('patient', patient)];

const rest: readonly Wanted[] = [
  ({ states }) => anyOf('state', states),
  ({ patterns }) => anyOf('pattern', patterns),
  ({ domains }) => anyOf('domain', domains),
  ({ departments }) => anyOf('department', departments),
  ({ tiers }) => anyOf('tier', tiers),
  ({ routes }) => anyOf('route', routes),
  ({ assignee }, { id }) => equals('assignee', assignee === 'me' ? id : assignee),
  ({ unassigned }) =>
    typeof unassigned !== 'boolean'
      ? undefined
      : { sql: sql`(assignee = '') = ${unassigned}`, holds: ({ assignee }) => (assignee === '') === unassigned },
  ({ overdue }) =>
    typeof overdue !== 'boolean'
      ? undefined
      : { sql: sql`overdue = ${overdue}`, holds: ({ state, respondBy }, now) => isOverdue(state, respondBy, now) === overdue },
  ({ search }) => (typeof search === 'string' ? beginsWith(search) : undefined),
  ({ knownFrom }) => {
    const from = typeof knownFrom === 'string' ? Date.parse(knownFrom) : undefined;
    return from === undefined ? undefined : { sql: sql`known_at >= ${instant(from)}`, holds: ({ knownAt }) => knownAt >= from };
  },
  ({ knownTo }) => {
    const to = typeof knownTo === 'string' ? Date.parse(knownTo) : undefined;
    return to === undefined ? undefined : { sql: sql`known_at < ${instant(to)}`, holds: ({ knownAt }) => knownAt < to };
  },
];

/** {@link whom} as a condition of SQL. */
export const aboutCondition = (filter: AlertFilter | null | undefined, viewer: Viewer): Sql => allOf(whom, filter, viewer);

/** The rest of what a filter stands for, over the newest state of each alert with `overdue`. */
export const stateCondition = (filter: AlertFilter | null | undefined, viewer: Viewer): Sql => allOf(rest, filter, viewer);

/** The whole filter over a state that was just told of; `now` in UTC milliseconds. @throws what {@link stateCondition} throws */
export function filterOfStates(filter: AlertFilter | null | undefined, viewer: Viewer): Condition['holds'] {
  const wanted = conditionsOf([...whom, ...rest], filter, viewer);
  return (state, now) => wanted.every(({ holds }) => holds(state, now));
}

function conditionsOf(wanted: readonly Wanted[], filter: AlertFilter | null | undefined, viewer: Viewer): readonly Condition[] {
  return wanted.map((condition) => condition(filter ?? {}, viewer)).filter((condition) => condition !== undefined);
}

function allOf(wanted: readonly Wanted[], filter: AlertFilter | null | undefined, viewer: Viewer): Sql {
  const parts = conditionsOf(wanted, filter, viewer);
  return parts.length === 0
    ? sql`true`
    : joinSql(
        parts.map((part) => part.sql),
        ' AND ',
      );
}

function beginsWith(search: string): Condition {
  const text = search.trim().toUpperCase();
  if (text.length < SHORTEST_SEARCH) throw badInput(`search has ${SHORTEST_SEARCH} characters or more`);
  if (!SEARCHABLE.test(text)) return { sql: sql`false`, holds: () => false };
  return {
    sql: sql`(startsWith(alert_id, ${text}) OR startsWith(clinician, ${text}) OR startsWith(patient, ${text}) OR startsWith(donor, ${text}))`,
    holds: ({ alertId, clinician, patient, donor }) => [alertId, clinician, patient, donor].some((name) => name?.startsWith(text) === true),
  };
}
