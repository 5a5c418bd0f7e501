import { parseError, type ClickHouseClient } from '@clickhouse/client';
import type { ChdbConnection } from 'chdb/connection';
import { conditionFailed } from '../failures';
import type { Insertion } from '../insertion';
import { renderSql, sql, type Sql } from '../sql';
import type { Writer } from './backend';

/**
 * Writes on one connection of chDB. Rows go to the engine as the bytes that they are: its connection for `@clickhouse/client` would make a
 * text of them and copy it twice, which costs the event loop as much as putting them together.
 */
export class EmbeddedWriter implements Writer {
  constructor(
    readonly client: ClickHouseClient,
    private readonly connection: ChdbConnection,
  ) {}

  async insert({ database, table, columns, settings, format, bytes }: Insertion, provided?: Sql): Promise<void> {
    if (provided !== undefined && !(await this.holds(provided, database))) throw conditionFailed();
    const target = { table: `${database}.${table}`, ...(columns === undefined ? {} : { columns }) };
    try {
      await this.connection.chdb.rawInsert({ ...target, settings, format, values: bytes });
    } catch (error) {
      throw error instanceof Error ? parseError(error.message) : error;
    }
  }

  /**
   * Asked on the connection that writes, which is held until the insert has ended: there is one process and nobody comes between. The
   * engine cannot read the rows of an insert through `input()`, so that the condition cannot be part of the statement.
   */
  private async holds(provided: Sql, database: string): Promise<boolean> {
    const { query, params } = renderSql(sql`SELECT toBool(${provided}) AS holds`, database);
    const result = await this.client.query({ query, query_params: params, format: 'JSONEachRow' });
    const [row] = await result.json<{ holds: boolean }>();
    return row?.holds === true;
  }
}
