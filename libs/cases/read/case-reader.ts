import { sql, table, typed, type AnalyticsStore, type Sql } from '@plumbline/analytics-store';
import type { AlertState, CommandOutcome } from '../alert-state';
import type { Actor, CaseReader } from '../commands/ports';
import { alertStateOf, caseHistoryEntryOf, type TableRow } from './rows';

/** The newest state of one case. */
const newestOf = (caseId: string): Sql =>
  sql`SELECT * FROM ${table('alert_states')} WHERE alert_id = ${caseId} ORDER BY sequence DESC LIMIT 1`;

/** Another department's case is not there. The scope is asked of the newest state, because a clinician may have moved. */
const within = ({ departments }: Actor): Sql => (departments === 'all' ? sql`1` : sql`has(${departments}, department)`);

/** Reads cases from the tables that the projector fills. */
export function openCaseReader(store: AnalyticsStore): CaseReader {
  const find = async (caseId: string, actor: Actor): Promise<AlertState | undefined> => {
    const [row] = await store.query<TableRow>(sql`SELECT * FROM (${newestOf(caseId)}) WHERE ${within(actor)}`);
    return row === undefined ? undefined : alertStateOf(row);
  };
  return {
    find,
    async history(caseId, actor) {
      if ((await find(caseId, actor)) === undefined) return [];
      const rows = await store.query<TableRow>(
        sql`SELECT * FROM ${table('case_history')} WHERE case_id = ${caseId} ORDER BY position, version`,
      );
      return rows.map(caseHistoryEntryOf);
    },
    async outcomeOf(caseId, commandId) {
      const [row] = await store.query<TableRow>(
        sql`SELECT * FROM ${table('case_history')} WHERE case_id = ${caseId} AND command_id = ${commandId} ORDER BY position LIMIT 1`,
      );
      return row === undefined ? undefined : outcomeOf(row);
    },
  };
}

/** The newest states of all alerts for which a person is awaited: what a deliverer begins with. */
export async function awaitingAlerts(store: AnalyticsStore): Promise<readonly AlertState[]> {
  const rows = await store.query<TableRow>(
    sql`SELECT * FROM (SELECT * FROM ${table('alert_states')} ORDER BY alert_id, sequence DESC LIMIT 1 BY alert_id) WHERE respond_by IS NOT NULL`,
  );
  return rows.map(alertStateOf);
}

function outcomeOf(row: TableRow): CommandOutcome {
  const { caseId, commandId, accepted, conflict, version, partition, position } = caseHistoryEntryOf(row);
  return { caseId, commandId, accepted, conflict, version, partition, position };
}

/** States of alerts from a position of each partition on, in the order of the log; all states of a partition for which none is given. */
export async function alertStatesFrom(store: AnalyticsStore, from: ReadonlyMap<number, number>): Promise<readonly AlertState[]> {
  const positions = Array.from({ length: 1 + Math.max(-1, ...from.keys()) }, (_, partition) => from.get(partition) ?? 0);
  // Beyond its end an array of ClickHouse holds 0.
  const rows = await store.query<TableRow>(
    sql`SELECT * FROM ${table('alert_states')} WHERE position >= ${typed('Array(UInt64)', positions)}[partition + 1]
        ORDER BY partition, position, sequence`,
  );
  return rows.map(alertStateOf);
}
