import { accessRules, accessSettings } from '@plumbline/access';
import { alertingSettings, checkAlertingSettings } from '@plumbline/alerting';
import { flagSetting, readConfiguration, type ConfigurationOf, type Environment } from '@plumbline/runtime';
import {
  OTHER_VARIABLES,
  directorySetting,
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
  policy: policySetting,
  logLevel: logLevelSetting,
} as const;

export type PlatformConfiguration = ConfigurationOf<typeof platformSettings>;

/**
 * Reads the settings of a platform in one process from the environment.
 * @throws ProblemError with every problem at once.
 */
export function readPlatformConfiguration(environment: Environment): PlatformConfiguration {
  return readConfiguration(environment, platformSettings, {
    prefix: 'PLUMBLINE_',
    rules: [accessRules, checkAlertingSettings],
    otherVariables: OTHER_VARIABLES,
  });
}
