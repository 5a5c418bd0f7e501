import { ProblemError, systemClock } from '@plumbline/kernel';
import type { Environment } from '../config/setting';
import { Lifecycle } from '../lifecycle/lifecycle';
import { createLogger, type LogLevel } from '../logging/logger';
import { Metrics } from '../metrics/metrics';
import type { ProcessContext } from './process-context';

/** A program that runs until it is asked to end. */
export interface Application<Configuration extends { readonly logLevel: LogLevel }> {
  /** Stands in each line of its log. */
  readonly name: string;
  /** @throws ProblemError with every problem of the environment at once. */
  readonly configure: (environment: Environment) => Configuration;
  /**
   * Opens everything and resolves when all of it works; what has started is registered with the lifecycle. What it resolves to says so to
   * whoever waits, and is written once signals are listened to, because the answer may be one.
   */
  readonly start: (configuration: Configuration, context: ProcessContext) => Promise<string | undefined>;
}

/** By then everything has been stopped; only a connection that a library forgot could still keep the process. */
const LINGER_MILLISECONDS = 5_000;

/**
 * Runs a program from its settings to its end. A wrong configuration, a start that fails and a part that fails for good end it with
 * exit code 1, after everything that had started was stopped; a signal ends it with 0.
 */
export async function runApplication<Configuration extends { readonly logLevel: LogLevel }>(
  { name, configure, start }: Application<Configuration>,
  environment: Environment = process.env,
): Promise<void> {
  try {
    const configuration = configure(environment);
    const logger = createLogger({ level: configuration.logLevel, name });
    const lifecycle = new Lifecycle(logger);
    const metrics = new Metrics();
    metrics.collectProcessMetrics();
    let started: string | undefined;
    try {
      started = await Promise.race([start(configuration, { clock: systemClock, logger, metrics, lifecycle }), lifecycle.failed]);
    } catch (error) {
      await lifecycle.stop();
      throw error;
    }
    const stopped = lifecycle.untilStopped();
    if (started !== undefined) process.stdout.write(started);
    await stopped;
  } catch (error) {
    process.stderr.write(explanationOf(error));
    process.exitCode = 1;
  }
  setTimeout(() => process.exit(), LINGER_MILLISECONDS).unref();
}

/** One sentence with its remedy for each problem; a fault of the program keeps its stack. */
function explanationOf(error: unknown): string {
  if (!(error instanceof ProblemError)) return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
  return error.problems
    .map(({ reason, remedy, place }) => `plumbline: ${place === undefined ? '' : `${place}: `}${reason} ${remedy}\n`)
    .join('');
}
