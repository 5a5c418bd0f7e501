import { ProblemError, systemClock } from '@plumbline/kernel';
import {
  openIngest,
  openPlatform,
  operatedConfiguration,
  runningPlatform,
  type OperatedConfiguration,
  type Platform,
  type RunningPlatform,
} from '@plumbline/platform';
import { createLogger, Lifecycle, Metrics, type Environment } from '@plumbline/runtime';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { OPERATIONS_PATH, type AnswerLine } from './administration';
import { operations, type OperationName, type RequestOf, type ResultOf } from './catalogue';
import type { Operation, Report } from './operation';

/**
 * Does an operation where the platform is: by asking the one that runs on the data directory, or by opening the directory here.
 * @throws ProblemError whatever the operation, the opening or the running platform says.
 */
export async function runOperation<Name extends OperationName>(
  name: Name,
  request: RequestOf<Name>,
  environment: Environment,
  report: Report,
): Promise<ResultOf<Name>> {
  const configuration = operatedConfiguration(environment);
  const running = await runningPlatform(configuration.directory);
  if (running !== undefined) return (await askRunning(running, name, request, report)) as ResultOf<Name>;
  const platform = await openHere(configuration, report);
  try {
    return (await (operations[name] as Operation<unknown, unknown>)(platform, request, report)) as ResultOf<Name>;
  } finally {
    await platform.lifecycle.stop();
  }
}

async function openHere(configuration: OperatedConfiguration, report: Report): Promise<Platform> {
  const logger = createLogger({ level: configuration.logLevel, name: 'plumbline', destination: process.stderr });
  try {
    if ('kafkaBrokers' in configuration)
      return await openIngest(configuration, { clock: systemClock, logger, lifecycle: new Lifecycle(logger), metrics: new Metrics() });
    return await openPlatform(configuration, {
      logger,
      listeners: {
        onTrouble: (problem, attempt) => {
          logger.warn({ code: problem.code, attempt }, 'a write to ClickHouse failed and is tried again');
        },
        onFailure: (error) => {
          logger.error({ err: error }, 'the log can no longer be folded');
        },
        onWork: ({ phase, done, total }) => {
          report({ what: phase, done, total, unit: 'events' });
        },
      },
    });
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'data-directory.locked') throw error;
    throw new ProblemError(
      {
        code: 'data-directory.locked',
        reason: `Another process uses ${configuration.directory}, and it is not a platform that announced itself.`,
        remedy: 'Wait until that command has ended or that platform has started, or name another directory with PLUMBLINE_DATA_DIR.',
      },
      { cause: error },
    );
  }
}

async function askRunning({ address, token }: RunningPlatform, name: OperationName, request: unknown, report: Report): Promise<unknown> {
  const unreachable = (why: string, cause?: unknown): ProblemError =>
    new ProblemError(
      {
        code: 'platform.not-answering',
        reason: `The platform that runs at ${address} holds the data directory, and ${why}.`,
        remedy: 'Try again when it has started, or stop it and run the command again.',
      },
      { cause },
    );
  let response: Response;
  try {
    response = await fetch(new URL(OPERATIONS_PATH + name, address), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
  } catch (error) {
    throw unreachable('does not answer', error);
  }
  if (!response.ok || response.body === null) throw unreachable(`does not take this operation (HTTP ${response.status})`);
  const lines = createInterface({ input: Readable.from(response.body as AsyncIterable<Uint8Array>) });
  for await (const line of lines) {
    const { progress, result, problems } = JSON.parse(line) as AnswerLine;
    if (progress !== undefined) report(progress);
    if (problems !== undefined) throw new ProblemError(problems);
    if (result !== undefined) return result;
  }
  throw unreachable('stopped before it had finished');
}
