import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TableLayout } from './cluster';
import { migrationsDirectory, readMigrations, renderedMigrations } from './migrator';
import { openAnalyticsStore } from './open';
import { Sql } from './sql';

describe('tables on a cluster', () => {
  const rendered = renderedMigrations('plumbline', 'hospital');
  const statements = rendered.split(/;\n/).map((text) => text.trim());

  it('are replicated, each of them, in paths that an exchange of tables does not mix up', () => {
    const tables = statements.filter((statement) => statement.startsWith('CREATE TABLE'));
    const migrated = readMigrations(migrationsDirectory()).flatMap(({ statements: each }) => each);
    expect(tables).toHaveLength(migrated.filter((statement) => statement.startsWith('CREATE TABLE')).length + 1);
    for (const statement of tables) {
      expect(statement).toMatch(/ENGINE = Replicated\w*MergeTree\('\/clickhouse\/tables\/\{uuid\}\/\{shard\}', '\{replica\}'/);
      expect(statement).not.toContain('non_replicated');
    }
  });

  it('remember repeated batches for longer than an outage', () => {
    const windows = tablesWithAWindow(rendered);
    expect(windows).toBe(tablesWithAWindow(renderedMigrations('plumbline').replaceAll('non_replicated', 'replicated')));
    expect(rendered.match(/replicated_deduplication_window_seconds = 2592000/g)).toHaveLength(windows);
  });

  it('are made on every replica by every statement', () => {
    for (const statement of statements.filter((text) => text !== '')) {
      expect(statement).toMatch(/^(?:CREATE|ALTER|DROP) (?:DATABASE|TABLE).* ON CLUSTER 'hospital'/);
    }
  });

  it('are written in what ClickHouse’s own parser takes', async () => {
    const path = mkdtempSync(join(tmpdir(), 'plumbline-cluster-'));
    const store = await openAnalyticsStore({ path });
    const parse = (text: string) => store.execute(Sql.ofPieces([{ kind: 'text', text: `EXPLAIN AST ${text}` }]));
    for (const statement of statements.filter((text) => text !== '')) await parse(statement);
    await expect(parse("CREATE TABLE x ON CLUSTER 'hospital' (n UInt8")).rejects.toMatchObject({ code: 'analytics-store.failed' });
    await store.close();
    rmSync(path, { recursive: true });
  });

  it('take inserts that most replicas have, and conditions look at the newest of what decides', () => {
    const layout = TableLayout.of('hospital');
    expect(layout.insertSettings('events', false)).toEqual({ insert_quorum: 'auto', insert_quorum_parallel: 1 });
    expect(layout.insertSettings('events', true)).toMatchObject({ select_sequential_consistency: 1 });
    expect(layout.insertSettings('partition_epochs', false)).toMatchObject({ insert_quorum_parallel: 0 });
    expect(TableLayout.of(undefined).insertSettings('events', true)).toEqual({});
  });

  it('take no name that would become SQL', () => {
    expect(() => TableLayout.of("x' SYNC; --")).toThrow(RangeError);
  });
});

const tablesWithAWindow = (text: string): number => text.match(/\breplicated_deduplication_window = \d+/g)?.length ?? 0;
