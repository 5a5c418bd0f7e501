export type { AlertsConfiguration, ApiConfiguration, IngestConfiguration, ProjectorConfiguration } from './configuration/distributed';
export type { PlatformConfiguration } from './configuration/one-process';
export {
  readAlertsConfiguration,
  readApiConfiguration,
  readIngestConfiguration,
  readPlatformConfiguration,
  readProjectorConfiguration,
  settingsOfPrograms,
} from './configuration/read-configurations';
export { createFolds, foldVersion } from './folding';
export { importFiles, type ImportProgress, type ImportReport } from './importing/import-files';
export { planImport, type ImportChoices, type ImportFile } from './importing/plan-import';
export { announce, runningPlatform, withdrawAnnouncement, type DataDirectory, type RunningPlatform } from './opening/data-directory';
export { openPlatform, type PlatformOptions } from './opening/open-platform';
export { secretOf } from './opening/secrets';
export type { SourceEntry } from './opening/sources';
export type { Platform } from './platform';
export { projectRoot } from './project-root';
export { openDashboards, type Dashboards } from './serving/open-dashboards';
export { projectionIsNear, storeAnswers } from './serving/readiness';
export { operatorCheck, sourceTokens } from './serving/who-may';
export { closeImportedDays, startDays } from './working/days';
export { projectorMetrics } from './working/projector-metrics';
export { startDelivery } from './working/start-delivery';
export { untilRead } from '@plumbline/projecting';
