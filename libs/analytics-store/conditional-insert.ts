import type { ClickHouseClient } from '@clickhouse/client';
import { renderSql, sql, type Sql } from './sql';
import type { RenderedSql } from './pieces';

/** An insert up to and without its format, with its parameters. */
export type InsertHead = RenderedSql;

/** The columns of a table that an insert may name, as `(name, …)` and as the structure of `input()`. */
interface Columns {
  readonly names: string;
  readonly structure: string;
}

/**
 * Inserts that a server carries out only while a condition holds. The condition is part of the statement, so that nothing can come
 * between: the server looks at it when the statement begins, which is after the statement can be seen in `system.processes`.
 */
export class ConditionalInserts {
  private readonly columns = new Map<string, Promise<Columns>>();

  async head(client: ClickHouseClient, database: string, table: string, settings: string, provided: Sql): Promise<InsertHead> {
    const name = `${database}.${table}`;
    let columns = this.columns.get(name);
    if (columns === undefined) {
      columns = columnsOf(client, database, table);
      this.columns.set(name, columns);
      // A table that could not be asked about is asked about again.
      columns.catch(() => this.columns.delete(name));
    }
    const { names, structure } = await columns;
    const { query, params } = renderSql(sql`throwIf(NOT (${provided}), 'the condition of this insert does not hold')`, database);
    return {
      query: `INSERT INTO ${name} (${names}) SETTINGS ${settings} SELECT ${names} FROM input('${structure}') WHERE ${query} = 0`,
      params,
    };
  }
}

async function columnsOf(client: ClickHouseClient, database: string, table: string): Promise<Columns> {
  const result = await client.query({
    query: `SELECT name, type FROM system.columns WHERE database = {database:String} AND table = {table:String} AND default_kind NOT IN ('ALIAS', 'MATERIALIZED') ORDER BY position`,
    query_params: { database, table },
    format: 'JSONEachRow',
  });
  const columns = await result.json<{ name: string; type: string }>();
  const quoted = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return {
    names: columns.map(({ name }) => name).join(', '),
    structure: columns.map(({ name, type }) => `${name} ${quoted(type)}`).join(', '),
  };
}
