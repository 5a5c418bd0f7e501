import { renderedMigrations } from '@plumbline/analytics-store';

/** The DDL as it is carried out, for who reviews it or grants rights for it. */
export const generatedDdl = (): ReadonlyMap<string, string> =>
  new Map([
    ['schemas/clickhouse/one-server.sql', renderedMigrations('plumbline')],
    ['schemas/clickhouse/cluster.sql', renderedMigrations('plumbline', 'plumbline')],
  ]);
