import { checkedIdentifier, sql, Sql } from './sql';

const CLUSTER = /^[A-Za-z0-9_.-]{1,63}$/;
/** Longer than any outage after which a batch is still sent again. */
const WINDOW_SECONDS = 30 * 24 * 3_600;

/** What conditions of inserts look at. Their inserts follow one another, without which a reader cannot be told that it sees the last. */
const DECIDING = new Set(['partition_epochs']);

export type InsertSettings = Readonly<Record<string, string | number>>;

/**
 * Where the tables lie: on one server, or in replicas over a named cluster of one shard. Paths contain `{uuid}`, so that a table keeps
 * its replicas when it is exchanged with another of its name.
 */
export class TableLayout {
  private constructor(readonly cluster: string | undefined) {}

  static of(cluster: string | undefined): TableLayout {
    if (cluster !== undefined && !CLUSTER.test(cluster)) throw new RangeError('the name of a cluster has letters, digits and _.- only');
    return new TableLayout(cluster);
  }

  /** Stands in DDL after the names of what it is about. */
  get onCluster(): Sql {
    return Sql.ofPieces([{ kind: 'text', text: this.#onCluster }]);
  }

  get #onCluster(): string {
    return this.cluster === undefined ? '' : ` ON CLUSTER '${this.cluster}'`;
  }

  /** The statement that creates a database. */
  database(name: string): Sql {
    const text = `CREATE DATABASE IF NOT EXISTS ${checkedIdentifier(name)}${this.#onCluster} ENGINE = Atomic`;
    return Sql.ofPieces([{ kind: 'text', text }]);
  }

  /** A statement of a migration, whose `{engine:…}` and window of repeated batches are named by their meaning. */
  statement(text: string, database: string): string {
    const named = text.replaceAll('{database}', database);
    if (this.cluster === undefined) return named.replaceAll(/\{engine:([^}]+)\}/g, '$1');
    return named
      .replace(/^((?:CREATE|DROP|ALTER) TABLE(?: IF(?: NOT)? EXISTS)?) (\S+)/, `$1 $2${this.#onCluster}`)
      .replaceAll(/\{engine:(\w*MergeTree)(?:\(([^)]*)\))?\}/g, (_, engine: string, column: string | undefined) =>
        replicated(engine, column),
      )
      .replaceAll(
        /\bnon_replicated_deduplication_window = (\d+)/g,
        `replicated_deduplication_window = $1, replicated_deduplication_window_seconds = ${String(WINDOW_SECONDS)}`,
      );
  }

  /** Settings of an insert: acknowledged by most replicas, and a condition looks at the last of what decides. */
  insertSettings(table: string, conditional: boolean): InsertSettings {
    if (this.cluster === undefined) return {};
    const quorum = { insert_quorum: 'auto', insert_quorum_parallel: DECIDING.has(table) ? 0 : 1 };
    return conditional ? { ...quorum, select_sequential_consistency: 1 } : quorum;
  }

  /** Asks a server for the shards that it knows of the cluster and for the macros that the tables need. */
  get question(): Sql {
    return sql`SELECT toUInt32(uniqExact(shard_num)) AS shards,
        toUInt32((SELECT count() FROM system.macros WHERE macro IN ('shard', 'replica'))) AS macros
      FROM system.clusters WHERE cluster = ${this.cluster ?? ''}`;
  }
}

const replicated = (engine: string, column: string | undefined): string =>
  `Replicated${engine}('/clickhouse/tables/{uuid}/{shard}', '{replica}'${column === undefined ? '' : `, ${column}`})`;
