export { dropDatabase, exchangeTables } from './databases';
export { isPassing } from './failures';
export { migrate, migrationsDirectory, readMigrations, renderedMigrations, type Migration } from './migrator';
export { openAnalyticsStore, type StoreLocation } from './open';
export { identifier, instant, joinSql, renderSql, sql, table, typed, type Interpolation, type Sql, type Statement } from './sql';
export type { AnalyticsStore, FileFormat, InsertOptions, InsertRows, RowLines } from './store';
export type { ClickHouseType, SqlValue } from './values';
