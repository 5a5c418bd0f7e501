import { isoDate } from '@plumbline/kernel';
import { simulateHospital } from '@plumbline/testing';
import { InvalidArgumentError, type Command } from 'commander';
import { perform, type Session } from '../command';
import { amount, pathOf } from '../terminal';

interface Options {
  readonly seed: number;
  readonly clinicians: number;
  readonly days: number;
  readonly until: string;
  readonly slips?: boolean;
  readonly out: string;
}

const whole =
  (minimum: number, maximum: number) =>
  (text: string): number => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < minimum || value > maximum) {
      throw new InvalidArgumentError(`a whole number from ${minimum} to ${amount(maximum)}`);
    }
    return value;
  };

function dateOf(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) throw new InvalidArgumentError('a date such as 2026-10-31');
  return isoDate(Date.parse(text) / 86_400_000);
}

export function simulateCommand(program: Command, session: Session): void {
  program
    .command('simulate')
    .description('writes the files of a hospital that does not exist; the same seed writes the same bytes')
    .option('--seed <number>', 'another number is another hospital', whole(0, 4_294_967_295), 1)
    .option('--clinicians <number>', '', whole(8, 10_000), 60)
    .option('--days <number>', '', whole(60, 3_660), 200)
    .option('--until <date>', 'the last day', dateOf, '2026-10-31')
    .option('--slips', 'with records that cannot be taken in, as every export has some')
    .requiredOption('--out <directory>', 'gets `hospital` with a folder for each system, and `truth` with what was planted')
    .action(async ({ out, ...plan }: Options, command: Command) => {
      await perform(session, command, ({ terminal, progress }) => {
        const hospital = simulateHospital(plan, pathOf(terminal, out), (done, total) => {
          if (command.optsWithGlobals<{ json?: boolean }>().json !== true)
            progress.report({ what: 'simulating', done, total, unit: 'records' });
        });
        const { directory, files, records, firstDay, lastDay, truth } = hospital;
        return Promise.resolve({
          json: { directory, files, records, firstDay, lastDay, planted: truth.length },
          text: `${amount(records)} records of ${firstDay} to ${lastDay} in ${directory}; ${truth.length} cases are planted.`,
        });
      });
    });
}
