import { InvalidArgumentError, Option, type Command } from 'commander';
import { perform, type Session } from '../command';
import { EXIT } from '../exit-codes';
import { amount, columns, pathOf } from '../terminal';

interface ListOptions {
  readonly state: 'open' | 'replayed' | 'dismissed' | 'all';
  readonly code?: string;
  readonly source?: string;
  readonly limit: number;
  readonly after?: string;
}

interface ReplayOptions {
  readonly code?: string;
  readonly mended?: string;
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) throw new InvalidArgumentError('a whole number from 1 to 1,000');
  return limit;
}

export function quarantineCommands(program: Command, session: Session): void {
  const quarantine = program
    .command('quarantine')
    .description('records that could not be taken over: see them, mend them, send them again');

  quarantine
    .command('list')
    .description('lists entries, the oldest first')
    .addOption(new Option('--state <state>').choices(['open', 'replayed', 'dismissed', 'all']).default('open'))
    .option('--code <code>', 'only those with this reason')
    .option('--source <name>', 'only those of this source')
    .option('--limit <number>', 'at most so many', limitOf, 50)
    .option('--after <id>', 'go on after this entry')
    .action(async ({ state, ...filter }: ListOptions, command: Command) => {
      await perform(session, command, async ({ ask }) => {
        const listing = await ask('quarantine-list', { ...filter, ...(state === 'all' ? {} : { state }) });
        const rows = listing.entries.map(({ id, state: is, code, source, place, receivedAt, problems }) => [
          ...[id, is, code, source, place, new Date(receivedAt).toISOString()],
          problems[0]?.reason ?? '',
        ]);
        const open = listing.open.reduce((sum, entry) => sum + entry.open, 0);
        return {
          json: listing,
          text: [
            ...(rows.length === 0 ? [] : [columns(['id', 'state', 'code', 'source', 'place', 'received', 'reason'], rows)]),
            `${amount(rows.length)} listed, ${amount(open)} open in all.`,
          ].join('\n'),
        };
      });
    });

  quarantine
    .command('show')
    .description('shows an entry with its problems and its original, which may name people')
    .argument('<id>')
    .action(async (id: string, _options: object, command: Command) => {
      await perform(session, command, async ({ ask }) => {
        const entry = await ask('quarantine-show', { id });
        const problems = entry.problems.map(
          ({ code, place, reason, remedy }) => `${code}${place === undefined ? '' : ` at ${place}`}: ${reason} ${remedy}`,
        );
        const heading = `${entry.id}  ${entry.state}  ${entry.source}  ${entry.format}  ${entry.place}  received ${new Date(entry.receivedAt).toISOString()}`;
        return { json: entry, text: [heading, ...problems, '', entry.original].join('\n') };
      });
    });

  quarantine
    .command('replay')
    .description('sends entries through the front door again')
    .argument('[id...]')
    .option('--code <code>', 'also every open entry with this reason')
    .option('--mended <file>', 'a corrected copy of the one entry that is named')
    .action(async (ids: readonly string[], { code, mended }: ReplayOptions, command: Command) => {
      if (ids.length === 0 && code === undefined) command.error('name the entries, or a reason with --code');
      if (mended !== undefined && ids.length !== 1) command.error('--mended belongs to exactly one entry');
      await perform(session, command, async ({ ask, terminal }) => {
        const replayed = await ask('quarantine-replay', {
          ids,
          ...(code === undefined ? {} : { code }),
          ...(mended === undefined ? {} : { mended: pathOf(terminal, mended) }),
        });
        const open = replayed.flatMap(({ id, result }) =>
          result.outcome === 'replayed' ? [] : [`${id} stays: ${result.problems[0]?.reason ?? ''} ${result.problems[0]?.remedy ?? ''}`],
        );
        return {
          json: replayed,
          text: [...open, `${amount(replayed.length - open.length)} of ${amount(replayed.length)} were taken over.`].join('\n'),
          exitCode: open.length === 0 ? EXIT.done : EXIT.attention,
        };
      });
    });
}
