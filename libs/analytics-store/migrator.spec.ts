import { migrationsDirectory, readMigrations } from './migrator';

describe('the migrations', () => {
  const migrations = readMigrations(migrationsDirectory());

  it('are numbered without a gap', () => {
    expect(migrations.map((migration) => migration.number)).toEqual(migrations.map((_, index) => index + 1));
  });

  it('can each be repeated after a crash in the middle of a file', () => {
    const statements = migrations.flatMap((migration) => migration.statements);
    expect(statements.length).toBeGreaterThan(migrations.length);
    for (const statement of statements) expect(statement).toMatch(/IF (NOT )?EXISTS/);
  });

  it('give every table a window in which a repeated batch is recognised', () => {
    const tables = migrations.flatMap((migration) => migration.statements).filter((statement) => /\{engine:MergeTree\}/.test(statement));
    for (const statement of tables) expect(statement).toContain('non_replicated_deduplication_window = 10000');
  });
});
