import type { ClickHouseClient } from '@clickhouse/client';
import { insertInto, type Insertion } from '../insertion';
import type { RenderedSql } from '../pieces';
import { renderSql, sql, type Sql } from '../sql';

interface Column {
  readonly name: string;
  readonly type: string;
}

/**
 * Inserts that a server carries out only while a condition holds. The condition is part of the statement, so that nothing can come
 * between: the server looks at it when the statement begins, which is after the statement can be seen in `system.processes`.
 */
export class ConditionalInserts {
  private readonly columns = new Map<string, Promise<readonly Column[]>>();

  /** The insert up to and without its format. Rows that name their columns themselves may name all of the table's. */
  async statement(client: ClickHouseClient, insertion: Insertion, provided: Sql): Promise<RenderedSql> {
    const { database, table } = insertion;
    const known = await this.columnsOf(client, database, table);
    const types = new Map(known.map(({ name, type }) => [name, type]));
    const columns = insertion.columns ?? known.map(({ name }) => name);
    // One that the table does not have is told of by the server.
    const structure = columns.map((name) => `${name} ${quoted(types.get(name) ?? 'String')}`).join(', ');
    const { query, params } = renderSql(sql`throwIf(NOT (${provided}), 'the condition of this insert does not hold')`, database);
    return {
      query: `${insertInto({ ...insertion, columns })} SELECT ${columns.join(', ')} FROM input('${structure}') WHERE ${query} = 0`,
      params,
    };
  }

  private columnsOf(client: ClickHouseClient, database: string, table: string): Promise<readonly Column[]> {
    const name = `${database}.${table}`;
    let columns = this.columns.get(name);
    if (columns === undefined) {
      columns = readColumns(client, database, table);
      this.columns.set(name, columns);
      // A table that could not be asked about is asked about again.
      columns.catch(() => this.columns.delete(name));
    }
    return columns;
  }
}

async function readColumns(client: ClickHouseClient, database: string, table: string): Promise<readonly Column[]> {
  const result = await client.query({
    query: `SELECT name, type FROM system.columns WHERE database = {database:String} AND table = {table:String} AND default_kind NOT IN ('ALIAS', 'MATERIALIZED') ORDER BY position`,
    query_params: { database, table },
    format: 'JSONEachRow',
  });
  return result.json<Column>();
}

const quoted = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
