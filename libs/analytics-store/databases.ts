import { TableLayout } from './cluster';
import { identifier, sql, type Sql } from './sql';
import type { AnalyticsStore } from './store';

const layoutOf = (store: AnalyticsStore): TableLayout => store.layout ?? TableLayout.of(undefined);
const own = (name: string): Sql => identifier(name, [name]);

/** Removes the store's database and all that is in it; it need not exist. */
export async function dropDatabase(store: AnalyticsStore): Promise<void> {
  await store.execute(sql`DROP DATABASE IF EXISTS ${own(store.database)}${layoutOf(store).onCluster} SYNC`);
}

/** Exchanges tables of the same names between two databases, one after the other and each at once: no reader finds one missing. */
export async function exchangeTables(left: AnalyticsStore, right: AnalyticsStore, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await left.execute(
      sql`EXCHANGE TABLES ${own(left.database)}.${own(name)} AND ${own(right.database)}.${own(name)}${layoutOf(left).onCluster}`,
    );
  }
}
