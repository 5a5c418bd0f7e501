import { accessSettings } from '@plumbline/access';
import { alertingSettings } from '@plumbline/alerting';
import { flagSetting, type ConfigurationOf } from '@plumbline/runtime';
import {
  directorySetting,
  foldThreadsSetting,
  intakeSettings,
  logLevelSetting,
  partitionsSetting,
  policySetting,
  portSetting,
} from './settings';

/** Every setting of the platform in one process. */
export const platformSettings = {
  ...accessSettings,
  ...alertingSettings,
  ...intakeSettings,
  port: portSetting('the port of the dashboard, GraphQL and ingestion', 4747),
  directory: directorySetting('the directory of log, ClickHouse files, quarantine and keys'),
  demonstration: flagSetting('PLUMBLINE_DEMO', { describes: 'fills an empty directory with the simulated hospital', fallback: true }),
  partitions: partitionsSetting,
  foldThreads: foldThreadsSetting,
  policy: policySetting,
  logLevel: logLevelSetting,
} as const;

export type PlatformConfiguration = ConfigurationOf<typeof platformSettings>;
