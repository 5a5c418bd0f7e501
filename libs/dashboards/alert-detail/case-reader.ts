import { sql, table, type AnalyticsStore } from '@plumbline/analytics-store';
import type { Actor, AlertState, CaseHistoryEntry, CaseReader, CommandOutcome, ConflictCode } from '@plumbline/cases';

type Row = Readonly<Record<string, unknown>>;

/** Columns that hold instants; the domain has them as UTC milliseconds. */
const INSTANTS = /(?:_at|_by|_until)$/;
/** Columns whose empty text means that there is none. */
const OPTIONAL = new Set(['patient', 'donor']);
const PEOPLE = new Set(['pending_by']);

/** Reads cases out of the tables for `libs/cases`, within the departments of whoever acts. */
export function caseReader(store: AnalyticsStore): CaseReader {
  const find = async (caseId: string, actor: Actor): Promise<AlertState | undefined> => {
    const [row] = await store.query<Row>(sql`
      SELECT * FROM (SELECT * FROM ${table('alert_states')} WHERE alert_id = ${caseId} ORDER BY sequence DESC LIMIT 1)
      WHERE ${actor.departments === 'all' ? sql`true` : sql`has(${actor.departments}, department)`}`);
    return row === undefined ? undefined : (fieldsOf(row) as unknown as AlertState);
  };
  return {
    find,
    history: async (caseId, actor) => {
      if ((await find(caseId, actor)) === undefined) return [];
      const rows = await store.query<Row>(sql`SELECT * FROM ${table('case_history')} WHERE case_id = ${caseId} ORDER BY position, version`);
      return rows.map((row) => ({ ...(fieldsOf(row) as unknown as CaseHistoryEntry), accepted: row['accepted'] === 1 }));
    },
    outcomeOf: async (caseId, commandId) => {
      const [row] = await store.query<{
        version: number;
        accepted: number;
        conflict: ConflictCode | '';
        partition: number;
        position: number;
      }>(sql`
        SELECT version, accepted, toString(conflict) AS conflict, partition, position FROM ${table('case_history')}
        WHERE case_id = ${caseId} AND command_id = ${commandId} ORDER BY position LIMIT 1`);
      if (row === undefined) return undefined;
      return { ...row, commandId, caseId, accepted: row.accepted === 1 } satisfies CommandOutcome;
    },
  };
}

/** `alert_id` of a table is `alertId` of the domain. */
function fieldsOf(row: Row): Readonly<Record<string, unknown>> {
  const entries = Object.entries(row).map(([column, value]) => {
    const field = column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (INSTANTS.test(column) && !PEOPLE.has(column)) return [field, typeof value === 'string' ? Date.parse(value) : undefined];
    return [field, value === '' && OPTIONAL.has(column) ? undefined : value];
  });
  return Object.fromEntries(entries) as Readonly<Record<string, unknown>>;
}
