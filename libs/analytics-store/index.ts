export { migrate, migrationsDirectory, readMigrations, type Migration } from './migrator';
export { openAnalyticsStore, type StoreLocation } from './open';
export { identifier, instant, joinSql, renderSql, sql, Sql, table, typed, type Interpolation, type Statement } from './sql';
export type { AnalyticsStore, FileFormat, InsertOptions, InsertRows } from './store';
export type { ClickHouseType, SqlValue } from './values';
