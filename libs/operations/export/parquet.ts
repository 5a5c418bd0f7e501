import { sql, table, type Sql } from '@plumbline/analytics-store';
import type { Platform } from '@plumbline/platform';
import { randomUUID } from 'node:crypto';
import { quarantineRows, rowsOf, type Row } from './rows';
import { withSourceIds, type Revealing } from './source-ids';

/** How many rows go to the engine at once. */
const BATCH = 5_000;

/** Parquet is written by ClickHouse itself, from its own tables. */
export async function writeParquet({ store }: Platform, statement: Sql, file: string): Promise<number> {
  await store.exportFile(statement, 'Parquet', file);
  return amountOf(store, statement);
}

/** The quarantine is brought to ClickHouse for the purpose, without its originals. */
export async function writeQuarantineParquet(platform: Platform, file: string): Promise<number> {
  const rows = [...quarantineRows(platform.ingestion)].map((row) => ({ ...row, mended: row['mended'] === true ? 1 : 0 }));
  const columns = sql`id String, state String, code String, place String, source String, format String, attempts UInt32, mended UInt8,
    reason String, remedy String, received_at String, settled_at String`;
  return throughTable(platform, 'quarantine_export', columns, rows, async (name) => {
    await platform.store.exportFile(sql`SELECT * FROM ${table(name)} ORDER BY id`, 'Parquet', file);
    return rows.length;
  });
}

/**
 * With the sources' own identifiers: the pairs of clinician and patient are revealed first, each in the log before it is used, and
 * joined to the rows in the engine's memory. A row of a pair that came meanwhile belongs to the next export.
 */
export async function writeParquetWithSourceIds(platform: Platform, statement: Sql, file: string, revealing: Revealing): Promise<number> {
  const { store } = platform;
  const pairs = rowsOf(store.stream(sql`SELECT DISTINCT clinician, patient FROM (${statement}) ORDER BY clinician, patient`));
  const columns = sql`clinician String, patient String, clinician_source_id String, patient_source_id String`;
  return throughTable(platform, 'source_ids_export', columns, withSourceIds(platform, pairs, revealing), async (name) => {
    const joined = sql`
      SELECT exported.* EXCEPT (ordinal), named.clinician_source_id AS clinician_source_id, named.patient_source_id AS patient_source_id
      FROM (SELECT *, rowNumberInAllBlocks() AS ordinal FROM (${statement})) AS exported
      INNER JOIN ${table(name)} AS named ON exported.clinician = named.clinician AND exported.patient = named.patient
      ORDER BY exported.ordinal`;
    await store.exportFile(joined, 'Parquet', file);
    return amountOf(store, joined);
  });
}

/** Rows in a table that lives in memory and for as long as it is needed: what people are called at their source is not left on a disk. */
async function throughTable(
  { store }: Platform,
  name: string,
  columns: Sql,
  rows: AsyncIterable<Row> | Iterable<Row>,
  use: (name: string) => Promise<number>,
): Promise<number> {
  await store.execute(sql`DROP TABLE IF EXISTS ${table(name)} SYNC`);
  await store.execute(sql`CREATE TABLE ${table(name)} (${columns}) ENGINE = Memory`);
  try {
    let batch: Row[] = [];
    const flush = async (): Promise<void> => {
      if (batch.length > 0) await store.insert(name, batch, { token: randomUUID() });
      batch = [];
    };
    for await (const row of rows) {
      if (batch.push(row) === BATCH) await flush();
    }
    await flush();
    return await use(name);
  } finally {
    await store.execute(sql`DROP TABLE ${table(name)} SYNC`);
  }
}

export async function amountOf(store: Platform['store'], statement: Sql): Promise<number> {
  const [row] = await store.query<{ amount: number }>(sql`SELECT count() AS amount FROM (${statement})`);
  return row?.amount ?? 0;
}
