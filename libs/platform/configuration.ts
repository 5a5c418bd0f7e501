import { accessRules, accessSettings } from '@plumbline/access';
import { alertingSettings, checkAlertingSettings } from '@plumbline/alerting';
import {
  choiceSetting,
  flagSetting,
  optionalTextSetting,
  readConfiguration,
  textSetting,
  wholeSetting,
  type ConfigurationOf,
  type Environment,
} from '@plumbline/runtime';
import { join } from 'node:path';
import { projectRoot } from './project-root';

/** Every setting of the platform in one process. */
export const platformSettings = {
  ...accessSettings,
  ...alertingSettings,
  port: wholeSetting('PLUMBLINE_PORT', {
    describes: 'the port of the dashboard, GraphQL and ingestion',
    fallback: 4747,
    minimum: 1,
    maximum: 65_535,
  }),
  directory: textSetting('PLUMBLINE_DATA_DIR', {
    describes: 'the directory of log, ClickHouse files, quarantine and keys',
    fallback: join(projectRoot, '.data'),
  }),
  demonstration: flagSetting('PLUMBLINE_DEMO', { describes: 'fills an empty directory with the simulated hospital', fallback: true }),
  partitions: wholeSetting('PLUMBLINE_PARTITIONS', {
    describes: 'partitions of a new log; an existing one keeps its own',
    fallback: 4,
    minimum: 1,
    maximum: 32,
  }),
  policy: optionalTextSetting('PLUMBLINE_POLICY', 'a policy file to activate at the start; without it the shipped default is in force'),
  mappings: optionalTextSetting('PLUMBLINE_MAPPINGS', 'a directory of mapping files besides those in examples/mappings'),
  sources: optionalTextSetting('PLUMBLINE_SOURCES', 'a YAML file that names the sources, their zones and their tokens'),
  logLevel: choiceSetting('PLUMBLINE_LOG_LEVEL', ['warn', 'info', 'debug'], { describes: 'how much is logged', fallback: 'warn' }),
} as const;

export type PlatformConfiguration = ConfigurationOf<typeof platformSettings>;

/** Read by the tests and by nobody else. */
const OTHER_VARIABLES = ['PLUMBLINE_CHROMIUM', 'PLUMBLINE_REAL_DATA', 'PLUMBLINE_KILLS', 'PLUMBLINE_RUNS'];

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
