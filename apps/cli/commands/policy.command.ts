import { ProblemError, type Problem } from '@plumbline/kernel';
import { patterns } from '@plumbline/patterns';
import { checkPolicy } from '@plumbline/policy';
import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { perform, type Session } from '../command';
import { EXIT } from '../exit-codes';
import { pathOf } from '../terminal';

export function policyCommand(program: Command, session: Session): void {
  program
    .command('policy')
    .description('policies as files')
    .command('check')
    .description('lists every problem of a policy with its place')
    .argument('<file>')
    .action(async (file: string, _options: object, command: Command) => {
      await perform(session, command, async ({ terminal }) => {
        const problems = checkPolicy(await textOf(pathOf(terminal, file)), { patterns });
        return {
          json: { problems },
          text: problems.length === 0 ? `${file} can be activated.` : problems.map((problem) => line(file, problem)).join('\n'),
          exitCode: problems.length === 0 ? EXIT.done : EXIT.found,
        };
      });
    });
}

const line = (file: string, { place, reason, remedy, code }: Problem): string =>
  `${file}${place === undefined ? '' : ` ${place}`}: ${reason} ${remedy} (${code})`;

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new ProblemError(
      {
        code: 'policy.not-readable',
        reason: `${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`,
        remedy: 'Correct the path.',
      },
      { cause: error },
    );
  }
}
