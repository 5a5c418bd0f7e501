export { AlertBroadcast, type AlertFeed } from './alerts/alert-stream';
export type { DashboardsDependencies } from './dashboards-dependencies';
export { DashboardsModule } from './dashboards.module';
export type { QuarantineEntry, QuarantinePort, QuarantinePreview, QuarantineSearch } from './quarantine/quarantine.port';
export type { ProjectionProgress } from './overview/projection-watch';
export { limitBodies } from './server/http-limits';
export { typeDefinitions } from './type-definitions.generated';
export { requestPlugin } from './server/request-plugin';
