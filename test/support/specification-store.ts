import { openAnalyticsStore, sql, type AnalyticsStore } from '@plumbline/analytics-store';
import { startClickHouseFront } from '../../infra/local/clickhouse';

/**
 * The store of a repository's specification, by the environment variable PLUMBLINE_SPECIFICATION_STORE: `embedded` unless it says `front`
 * (a process of its own on the same directory, which ends with the store) or the address of a ClickHouse server whose database
 * `plumbline` may be emptied, `http://user:password@host:8123`; there, specifications have to run one at a time.
 */
export async function openSpecificationStore(path: string): Promise<AnalyticsStore> {
  const where = process.env['PLUMBLINE_SPECIFICATION_STORE'] ?? 'embedded';
  if (where === 'embedded') return openAnalyticsStore({ path });
  if (where === 'front') return openOverFront(path);
  const { username, password, origin } = new URL(where);
  const store = await openAnalyticsStore({ url: origin, username, password: decodeURIComponent(password) });
  await store.execute(sql`DROP DATABASE IF EXISTS plumbline SYNC`);
  return store;
}

async function openOverFront(directory: string): Promise<AnalyticsStore> {
  const front = await startClickHouseFront({ directory, password: 'specification' });
  const store = await openAnalyticsStore({ url: front.url, username: front.username, password: front.password });
  const close = store.close.bind(store);
  return Object.assign(store, {
    close: async (): Promise<void> => {
      await close();
      await front.stop();
    },
  });
}
