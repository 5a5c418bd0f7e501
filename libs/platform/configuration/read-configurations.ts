import { accessRules } from '@plumbline/access';
import { checkAlertingSettings } from '@plumbline/alerting';
import { readConfiguration, type ConfigurationOf, type ConfigurationRule, type Environment, type Settings } from '@plumbline/runtime';
import {
  alertsSettings,
  apiSettings,
  doorRules,
  ingestSettings,
  needsIngest,
  needsServiceToken,
  projectorSettings,
  type AlertsConfiguration,
  type ApiConfiguration,
  type IngestConfiguration,
  type ProjectorConfiguration,
} from './distributed';
import { platformSettings, type PlatformConfiguration } from './one-process';
import { outsideRules } from './outside';

/** The settings of each program, by its name. */
export const settingsOfPrograms = {
  standalone: platformSettings,
  ingest: ingestSettings,
  projector: projectorSettings,
  api: apiSettings,
  alerts: alertsSettings,
} as const;

/** Read by the tests and by nobody else. */
const TEST_VARIABLES = ['PLUMBLINE_CHROMIUM', 'PLUMBLINE_REAL_DATA', 'PLUMBLINE_KILLS', 'PLUMBLINE_RUNS'];

/** One file of variables may serve all programs: what another of them reads is no misspelt name. */
const otherVariables: readonly string[] = [
  ...TEST_VARIABLES,
  // Of `plumbline import --to`, which needs no other.
  'PLUMBLINE_SOURCE_TOKEN',
  ...Object.values(settingsOfPrograms).flatMap((settings: Settings) => Object.values(settings).map(({ variable }) => variable)),
];

const read = <S extends Settings>(
  environment: Environment,
  settings: S,
  rules: readonly ConfigurationRule<ConfigurationOf<S>>[],
): ConfigurationOf<S> => readConfiguration(environment, settings, { prefix: 'PLUMBLINE_', rules, otherVariables });

/**
 * Reads the settings of the platform in one process from the environment.
 * @throws ProblemError with every problem at once, as those of the other programs do.
 */
export const readPlatformConfiguration = (environment: Environment): PlatformConfiguration =>
  read(environment, platformSettings, [accessRules, checkAlertingSettings]);

export const readIngestConfiguration = (environment: Environment): IngestConfiguration =>
  read(environment, ingestSettings, [outsideRules, needsServiceToken, doorRules]);

export const readProjectorConfiguration = (environment: Environment): ProjectorConfiguration =>
  read(environment, projectorSettings, [outsideRules]);

export const readApiConfiguration = (environment: Environment): ApiConfiguration =>
  read(environment, apiSettings, [outsideRules, needsServiceToken, needsIngest, accessRules]);

export const readAlertsConfiguration = (environment: Environment): AlertsConfiguration =>
  read(environment, alertsSettings, [outsideRules, checkAlertingSettings]);

/** What the command line works on: the platform in one process, or `ingest` of the distributed one. */
export type OperatedConfiguration = PlatformConfiguration | IngestConfiguration;

/** Where brokers are named, the log is theirs. @throws ProblemError with every problem at once */
export const operatedConfiguration = (environment: Environment): OperatedConfiguration =>
  environment[ingestSettings.kafkaBrokers.variable] === undefined
    ? readPlatformConfiguration(environment)
    : readIngestConfiguration(environment);
