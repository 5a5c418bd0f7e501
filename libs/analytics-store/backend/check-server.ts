import { ProblemError, type Problem } from '@plumbline/kernel';
import type { ClickHouseClient } from '@clickhouse/client';
import type { TableLayout } from '../cluster';
import { storeFailure } from '../failures';
import { renderSql } from '../sql';
import type { ServerLocation } from './server';

/** The long-term release that the suites run on; older ones differ in how repeated batches of an `INSERT … SELECT` are recognised. */
const OLDEST: readonly [number, number] = [25, 8];

/**
 * Looks before anything is built on it: does it answer, do we come in, is it new enough, does it have the cluster.
 * @throws ProblemError a sentence with its remedy for each of these.
 */
export async function checkServer(reader: ClickHouseClient, location: ServerLocation, layout: TableLayout): Promise<void> {
  const { version } = await ask<{ version: string }>(reader, location, 'SELECT version() AS version');
  const [year = 0, month = 0] = version.split('.').map(Number);
  if (year < OLDEST[0] || (year === OLDEST[0] && month < OLDEST[1])) throw new ProblemError(tooOld(version));
  if (layout.cluster === undefined) return;
  const { query, params } = renderSql(layout.question, 'default');
  const { shards, macros } = await ask<{ shards: number; macros: number }>(reader, location, query, params);
  if (shards !== 1 || macros !== 2) throw new ProblemError(notThatCluster(layout.cluster, shards, macros));
}

async function ask<Row>(
  reader: ClickHouseClient,
  location: ServerLocation,
  query: string,
  params: Readonly<Record<string, unknown>> = {},
): Promise<Row> {
  try {
    const result = await reader.query({ query, query_params: params, format: 'JSONEachRow' });
    const [row] = await result.json<Row>();
    return row as Row;
  } catch (error) {
    const failure = storeFailure(error);
    throw failure.code === 'analytics-store.unreachable' ? new ProblemError(unreachable(location), { cause: error }) : failure;
  }
}

const unreachable = ({ url }: ServerLocation): Problem => ({
  code: 'analytics-store.unreachable',
  reason: `No ClickHouse answers at ${new URL(url).origin}.`,
  remedy: 'Start it, or correct PLUMBLINE_CLICKHOUSE_URL; it is the HTTP interface, port 8123 or 8443.',
});

const tooOld = (version: string): Problem => ({
  code: 'analytics-store.too-old',
  reason: `ClickHouse ${version} is too old; ${OLDEST.join('.')} is the oldest that Plumbline was built for.`,
  remedy: 'Upgrade the server to a supported release.',
  facts: { version },
});

const notThatCluster = (cluster: string, shards: number, macros: number): Problem => ({
  code: 'analytics-store.wrong-cluster',
  reason:
    shards === 1
      ? 'The server lacks the macros {shard} and {replica}, which replicated tables are placed by.'
      : `The cluster ${cluster} has ${String(shards)} shards here; the tables need a cluster of one shard with any number of replicas.`,
  remedy: 'Correct PLUMBLINE_CLICKHOUSE_CLUSTER, or remote_servers and macros in the configuration of the server.',
  facts: { shards, macros },
});
