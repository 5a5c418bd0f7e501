export { platformSettings, readPlatformConfiguration, type PlatformConfiguration } from './configuration';
export { announce, runningPlatform, withdrawAnnouncement, type DataDirectory, type RunningPlatform } from './data-directory';
export { closeImportedDays, dayClosing, GRACE_MILLISECONDS } from './days';
export { importFiles, type ImportProgress, type ImportReport } from './importing/import-files';
export { planImport, type ImportChoices, type ImportFile } from './importing/plan-import';
export { openPlatform, type Platform, type PlatformOptions } from './open-platform';
export { projectRoot } from './project-root';
export { secretOf } from './secrets';
export type { SourceEntry } from './sources';
