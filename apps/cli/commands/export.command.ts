import { EXPORTS, EXPORT_FORMATS, type Exported, type ExportFormat } from '@plumbline/operations';
import { Argument, Option, type Command } from 'commander';
import { userInfo } from 'node:os';
import { perform, type Session } from '../command';
import { amount, pathOf } from '../terminal';

interface Options {
  readonly format: ExportFormat;
  readonly out: string;
  readonly sourceIds?: boolean;
  readonly reason?: string;
}

export function exportCommand(program: Command, session: Session): void {
  program
    .command('export')
    .description('writes what can be read now into a file; clinicians and patients under their pseudonyms')
    .addArgument(new Argument('<what>').choices(EXPORTS))
    .addOption(new Option('--format <format>').choices(EXPORT_FORMATS).default('csv'))
    .requiredOption('--out <file>', 'the file, replaced once the new one is whole')
    .option('--source-ids', 'adds the identifiers that the sources use; needs --reason and the right to the data directory')
    .option('--reason <sentence>', 'why, kept in the log together with your name on this machine')
    .action(async (what: Exported, { format, out, sourceIds, reason }: Options, command: Command) => {
      if (sourceIds === true && what === 'quarantine') command.error('the quarantine has no pseudonyms to resolve');
      if (sourceIds === true && reason === undefined) command.error('--source-ids needs --reason');
      await perform(session, command, async ({ ask, terminal }) => {
        const report = await ask('export', {
          ...{ what, format, file: pathOf(terminal, out) },
          ...(sourceIds === true ? { revealing: { actor: `operator:${userInfo().username}`, reason: reason ?? '' } } : {}),
        });
        return { json: report, text: `${amount(report.rows)} ${what} in ${report.file}.` };
      });
    });
}
