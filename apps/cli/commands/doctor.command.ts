import type { Command } from 'commander';
import { examine } from '../doctor/examine';
import { perform, type Session } from '../command';
import { EXIT } from '../exit-codes';

export function doctorCommand(program: Command, session: Session): void {
  program
    .command('doctor')
    .description('examines Node, configuration, data directory, disk and the running platform, and names what is wrong with its remedy')
    .action(async (_options: object, command: Command) => {
      await perform(session, command, async ({ terminal }) => {
        const findings = await examine(terminal.environment);
        const well = findings.every(({ ok }) => ok);
        return {
          json: { well, findings },
          text: findings
            .map(({ ok, name, says, remedy }) => `${ok ? ' ok ' : 'BAD '} ${name}: ${says}${ok ? '' : ` ${remedy ?? ''}`}`)
            .join('\n'),
          exitCode: well ? EXIT.done : EXIT.found,
        };
      });
    });
}
