import { ProblemError, type Problem } from '@plumbline/kernel';
import { runOperation, type OperationName, type RequestOf, type ResultOf } from '@plumbline/operations';
import type { Command } from 'commander';
import { EXIT, exitCodeOf, type ExitCode } from './exit-codes';
import { ProgressDisplay } from './progress-display';
import { sayProblems, type Terminal } from './terminal';

/** How a command ends: what a machine reads, what a person reads, and the exit code. */
export interface Outcome {
  readonly json: unknown;
  readonly text: string;
  readonly exitCode?: ExitCode;
}

export interface CommandContext {
  readonly terminal: Terminal;
  readonly progress: ProgressDisplay;
  /** Asks the platform of the configured data directory, running or stopped. */
  readonly ask: <Name extends OperationName>(name: Name, request: RequestOf<Name>) => Promise<ResultOf<Name>>;
}

export interface Session {
  readonly terminal: Terminal;
  exitCode: ExitCode;
}

/** Runs what a command does and prints its outcome: JSON alone on standard output with `--json`, else text. */
export async function perform(session: Session, command: Command, action: (context: CommandContext) => Promise<Outcome>): Promise<void> {
  const { terminal } = session;
  const json = command.optsWithGlobals<{ json?: boolean }>().json === true;
  const progress = new ProgressDisplay(terminal.error);
  const context: CommandContext = {
    terminal,
    progress,
    ask: (name, request) => runOperation(name, request, terminal.environment, json ? () => undefined : progress.report),
  };
  try {
    const outcome = await action(context);
    progress.stop();
    terminal.out.write(json ? `${JSON.stringify(outcome.json)}\n` : `${outcome.text}\n`);
    session.exitCode = outcome.exitCode ?? EXIT.done;
  } catch (error) {
    progress.stop();
    if (!(error instanceof ProblemError)) throw error;
    session.exitCode = exitCodeOf(error);
    if (json) terminal.out.write(`${JSON.stringify({ problems: error.problems satisfies readonly Problem[] })}\n`);
    else sayProblems(terminal, error.problems);
  }
}
