export type { AlertsConfiguration, ApiConfiguration, IngestConfiguration, ProjectorConfiguration } from './configuration/distributed';
export type { PlatformConfiguration } from './configuration/one-process';
export {
  operatedConfiguration,
  readAlertsConfiguration,
  readApiConfiguration,
  readIngestConfiguration,
  readPlatformConfiguration,
  readProjectorConfiguration,
  settingsOfPrograms,
  type OperatedConfiguration,
} from './configuration/read-configurations';
export { folding } from './folding';
export { importFiles, type ImportProgress, type ImportReport } from './importing/import-files';
export { IngestOverHttp } from './importing/ingest-over-http';
export { loadedMappings } from './opening/open-intake';
export { planImport, type ImportChoices, type ImportFile } from './importing/plan-import';
export { announce, runningPlatform, withdrawAnnouncement, type DataDirectory, type RunningPlatform } from './opening/data-directory';
export { openMembership } from './opening/open-membership';
export { openIngest } from './opening/open-ingest';
export {
  follow,
  kafkaConnection,
  openAnnouncements,
  openSharedLog,
  openSharedStore,
  reachServer,
  type Outside,
} from './opening/open-outside';
export { openPlatform, type PlatformOptions } from './opening/open-platform';
export { snapshotDirectory } from './opening/snapshot-directory';
export { followPolicy } from './opening/policy-in-force';
export { readSourceTopics } from './opening/read-source-topics';
export { secretOf } from './opening/secrets';
export type { SourceEntry } from './opening/sources';
export type { Platform } from './platform';
export { QuarantineOverHttp } from './quarantine/quarantine-over-http';
export { projectRoot } from './project-root';
export { openDashboards, type Dashboards } from './serving/open-dashboards';
export { logAnswers, projectionIsNear, storeAnswers } from './serving/readiness';
export { welcome } from './serving/welcome';
export { operatorCheck, serviceCheck, sourceTokens } from './serving/who-may';
export { closeImportedDays, startDays } from './working/days';
export { standingBy, withLeader } from './working/leading';
export { deliveryMetrics, diskMetrics, projectionMetrics } from './working/platform-metrics';
export { projectorMetrics } from './working/projector-metrics';
export { startDelivery } from './working/start-delivery';
export { untilRead } from '@plumbline/projecting';
