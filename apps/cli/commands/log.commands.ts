import type { Command } from 'commander';
import { perform, type Session } from '../command';
import { EXIT } from '../exit-codes';
import { amount } from '../terminal';

/** `verify`, `rebuild` and `replay`: the log against itself, and ClickHouse against the log. */
export function logCommands(program: Command, session: Session): void {
  program
    .command('verify')
    .description('hashes every record of the event log anew and names the first bad one of each partition')
    .action(async (_options: object, command: Command) => {
      await perform(session, command, async ({ ask }) => {
        const verified = await ask('verify', {});
        const bad = verified.partitions.flatMap(({ partition, firstBad }) =>
          firstBad === undefined
            ? []
            : [`Partition ${partition}, position ${firstBad.position}: ${firstBad.problem.reason} ${firstBad.problem.remedy}`],
        );
        return {
          json: verified,
          text: bad.length === 0 ? `${amount(verified.records)} records are what was stored.` : bad.join('\n'),
          exitCode: verified.sound ? EXIT.done : EXIT.found,
        };
      });
    });

  program
    .command('rebuild')
    .description('fills all tables anew from the event log and says whether they hold the same rows as before')
    .action(async (_options: object, command: Command) => {
      await compareCommand('rebuild', 'The tables were filled anew', command, session);
    });

  program
    .command('replay')
    .description('folds the whole log apart and compares the result with the tables, changing nothing')
    .action(async (_options: object, command: Command) => {
      await compareCommand('replay', 'The log was folded anew', command, session);
    });
}

async function compareCommand(name: 'rebuild' | 'replay', done: string, command: Command, session: Session): Promise<void> {
  await perform(session, command, async ({ ask }) => {
    const result = await ask(name, {});
    const different = result.tables.filter(({ equal }) => !equal).map(({ table }) => table);
    return {
      json: result,
      text: result.equal
        ? `${done}: all ${result.tables.length} tables are equal, row for row.`
        : `${done}, and these tables differ: ${different.join(', ')}.`,
      exitCode: result.equal ? EXIT.done : EXIT.found,
    };
  });
}
