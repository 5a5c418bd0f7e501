import { FORMATS } from '@plumbline/ingestion';
import { Option, type Command } from 'commander';
import { existsSync } from 'node:fs';
import { perform, type Session } from '../command';
import { EXIT } from '../exit-codes';
import { sendTo } from '../send-to';
import { amount, columns, pathOf } from '../terminal';

interface Options {
  readonly format?: string;
  readonly mapping?: string;
  readonly source: string;
  readonly sourceFolders?: boolean;
  readonly to?: string;
}

export function importCommand(program: Command, session: Session): void {
  program
    .command('import')
    .description('takes files in: FHIR, CloudEvents, or any CSV with a mapping; a repeated import changes nothing')
    .argument('<path...>', 'files, or directories that are searched for .csv, .json and .ndjson (also .gz)')
    .addOption(new Option('--format <format>', 'told from each file where it is left out').choices(FORMATS))
    .option('--mapping <mapping>', 'a mapping file, or the name of a loaded one, for CSV')
    .option('--source <name>', 'the source that the records come from', 'import')
    .option('--source-folders', 'each folder right below a path is a source of that name')
    .option('--to <address>', 'sends the files to an ingest elsewhere, as the source that PLUMBLINE_SOURCE_TOKEN belongs to')
    .action(async (paths: readonly string[], { format, mapping, source, sourceFolders, to }: Options, command: Command) => {
      await perform(session, command, async ({ ask, terminal, progress }) => {
        const file = mapping === undefined ? undefined : pathOf(terminal, mapping);
        const request = {
          paths: paths.map((path) => pathOf(terminal, path)),
          source,
          ...(sourceFolders === undefined ? {} : { sourceFolders }),
          ...(format === undefined ? {} : { format }),
          ...(mapping === undefined ? {} : { mapping: file !== undefined && existsSync(file) ? file : mapping }),
        };
        const report = await (to === undefined ? ask('import', request) : sendTo(to, request, terminal.environment, progress.report));
        const { totals } = report;
        const parts = Object.entries(totals).filter(([name, count]) => name !== 'records' && count > 0);
        const reasons = Object.entries(report.byCode).map(([code, count]) => [code, amount(count)]);
        const waiting = totals.quarantined + totals.conflicts;
        return {
          json: report,
          text: [
            `${amount(totals.records)} records of ${amount(report.files)} files: ${parts.map(([name, count]) => `${amount(count)} ${name}`).join(', ')}.`,
            ...(waiting === 0 ? [] : [columns(['reason', 'records'], reasons), 'plumbline quarantine list shows them.']),
          ].join('\n'),
          exitCode: waiting === 0 ? EXIT.done : EXIT.attention,
        };
      });
    });
}
