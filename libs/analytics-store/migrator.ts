import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ProblemError, sha256Hex } from '@plumbline/kernel';
import { TableLayout } from './cluster';
import { Sql, checkedIdentifier, renderSql, sql, table } from './sql';
import type { AnalyticsStore } from './store';

/** A numbered file of DDL. Every statement of it can be repeated (`IF NOT EXISTS`), because DDL has no transaction. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
  readonly statements: readonly string[];
}

/** Where it is written down which migrations were carried out. */
const APPLIED = `CREATE TABLE IF NOT EXISTS {database}.migrations (number UInt32, name String, checksum String)
ENGINE = {engine:MergeTree}
ORDER BY number`;

const FILE = /^(\d{4})-([a-z0-9-]+)\.sql$/;

/** Where the migrations lie: in the repository beside the sources, or beside the built files; both are found by walking up. */
export function migrationsDirectory(from: string = __dirname): string {
  const candidate = join(from, 'infra', 'clickhouse', 'migrations');
  if (existsSync(candidate)) return candidate;
  const parent = dirname(from);
  if (parent !== from) return migrationsDirectory(parent);
  throw new ProblemError({
    code: 'analytics-store.no-migrations',
    reason: 'The folder infra/clickhouse/migrations is missing.',
    remedy: 'Install Plumbline again, or restore the folder from the repository.',
  });
}

/** Reads the files in the order of their numbers. */
export function readMigrations(directory: string): readonly Migration[] {
  return readdirSync(directory)
    .sort()
    .flatMap((file) => {
      const [, number, name] = FILE.exec(file) ?? [];
      if (number === undefined || name === undefined) return [];
      const text = readFileSync(join(directory, file), 'utf8');
      return [{ number: Number(number), name, checksum: sha256Hex(text), statements: statementsOf(text) }];
    });
}

/** Comments may hold semicolons, so they go first. */
function statementsOf(text: string): readonly string[] {
  return text
    .replaceAll(/^\s*--.*$/gm, '')
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}

/**
 * Creates the database and brings its tables up to date; returns the numbers that were applied. An applied file is recorded with its
 * checksum and never edited.
 * @throws ProblemError `analytics-store.migration-changed` where an applied file no longer has its text.
 */
export async function migrate(store: AnalyticsStore, migrations = readMigrations(migrationsDirectory())): Promise<readonly number[]> {
  const database = checkedIdentifier(store.database);
  const ddl = (text: string): Sql => Sql.ofPieces([{ kind: 'text', text }]);
  const layout = store.layout ?? TableLayout.of(undefined);
  await store.execute(layout.database(database));
  await store.execute(ddl(layout.statement(APPLIED, database)));
  const known = await store.query<{ number: number; checksum: string }>(sql`SELECT number, checksum FROM ${table('migrations')}`);
  const applied = new Map(known.map((row) => [row.number, row.checksum]));
  const news: number[] = [];
  for (const migration of migrations) {
    const checksum = applied.get(migration.number);
    if (checksum !== undefined && checksum !== migration.checksum) throw changed(migration);
    if (checksum !== undefined) continue;
    for (const statement of migration.statements) await store.execute(ddl(layout.statement(statement, database)));
    const { number, name } = migration;
    await store.insert('migrations', [{ number, name, checksum: migration.checksum }], { token: `migration-${String(number)}` });
    news.push(number);
  }
  return news;
}

/** Every statement of every migration as it is carried out, on one server or on a cluster. */
export function renderedMigrations(database: string, cluster?: string): string {
  const layout = TableLayout.of(cluster);
  const statements = [APPLIED, ...readMigrations(migrationsDirectory()).flatMap((migration) => migration.statements)];
  const { query } = renderSql(layout.database(database), database);
  return [query, ...statements.map((statement) => layout.statement(statement, database))].map((text) => `${text};\n`).join('\n');
}

const changed = (migration: Migration): ProblemError =>
  new ProblemError({
    code: 'analytics-store.migration-changed',
    reason: `Migration ${String(migration.number)} (${migration.name}) was applied with another text.`,
    remedy: 'Restore the file, and put the change into a migration with the next number.',
    facts: { migration: migration.number },
  });
