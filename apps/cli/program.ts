import { Command, CommanderError } from 'commander';
import type { Session } from './command';
import { doctorCommand } from './commands/doctor.command';
import { exportCommand } from './commands/export.command';
import { importCommand } from './commands/import.command';
import { logCommands } from './commands/log.commands';
import { policyCommand } from './commands/policy.command';
import { quarantineCommands } from './commands/quarantine.commands';
import { simulateCommand } from './commands/simulate.command';
import { EXIT, type ExitCode } from './exit-codes';
import type { Terminal } from './terminal';

const EXIT_CODES = `
Exit codes: 0 done · 1 could not be done · 2 wrong command line · 3 done, and records wait in quarantine ·
4 a check found something · 5 the data directory is held by a process that cannot do it now

Commands work on the data directory of PLUMBLINE_DATA_DIR. Where a platform runs on it, that platform is asked.`;

/** Runs one command line and gives its exit code. Never ends the process: the embedded engine has to stop in order. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const session: Session = { terminal, exitCode: EXIT.done };
  const program = new Command('plumbline')
    .description('Plumbline watches boundary risk in health care: take data in, look after the log, give data out.')
    .option('--json', 'results as JSON on standard output')
    .addHelpText('after', EXIT_CODES)
    .showHelpAfterError('(plumbline --help lists what there is)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out.write(text),
      writeErr: (text) => terminal.error.write(text),
    });
  importCommand(program, session);
  simulateCommand(program, session);
  logCommands(program, session);
  quarantineCommands(program, session);
  exportCommand(program, session);
  policyCommand(program, session);
  doctorCommand(program, session);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
  return session.exitCode;
}
