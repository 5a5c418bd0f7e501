import type { AnalyticsStore, InsertOptions } from '@plumbline/analytics-store';
import type { Sources } from '@plumbline/projections';
import type { Round } from '../fold/pipeline';
import type { TableRows } from '../fold/rows';
import { insertCounted } from './counted';
import { Gate } from './gate';
import type { PartitionEpochs } from './partition-epochs';
import type { Progress } from './progress';

/** The points at which a process may be cut down; the fault tests do so at each. The first two belong to taking partitions over. */
export type Step =
  'epoch-raised' | 'rows-removed' | 'folded' | 'alerts-written' | 'table-written' | 'rows-written' | 'announced' | 'checkpoint-written';

export type OnStep = (step: Step) => void;

export interface RoundWriterOptions {
  readonly store: AnalyticsStore;
  readonly progress: Progress;
  readonly epochs: PartitionEpochs;
  readonly onStep: OnStep;
}

/** What people wait for. Whoever looks into an alert finds its finding a moment later. */
const AWAITED: keyof Sources = 'alertStates';

/**
 * Writes rounds. The order of effects:
 *   1. a round's states of alerts, which are then told of. They have a connection of their own and do not wait for 2. of the rounds before;
 *   2. the rows of all other tables, of several rounds together where they have gathered, in the order of the log; that the positions are
 *      passed is told;
 *   3. now and then the checkpoint, stored beside the rows: only now a start would go on after them.
 * A start takes out what lies beyond the checkpoint and folds it again, to the same rows. Each insert depends on the epoch of its
 * partitions, and carries a token that no other round and no other opening has.
 */
export class RoundWriter {
  private readonly numbers = new WeakMap<Round, number>();
  private last = 0;
  /** An epoch is renewed while no insert of ours is under way, because the renewal would refuse it. */
  private readonly gate = new Gate();

  constructor(private readonly options: RoundWriterOptions) {}

  /** `doubtful`: some of the rows may be there already, so that they have to be counted. */
  async writeAwaited(round: Round, doubtful: boolean): Promise<void> {
    await this.renewed(round, doubtful);
    for (const rows of tablesOf(round, true)) await this.insert(round, rows, doubtful, { awaited: true });
    this.options.onStep('alerts-written');
  }

  /** After {@link writeAwaited} of the rounds that it consists of. */
  async writeRest(round: Round, doubtful: boolean): Promise<void> {
    await this.renewed(round, doubtful);
    for (const rows of tablesOf(round, false)) await this.insert(round, rows, doubtful, {});
    this.options.onStep('rows-written');
    this.options.progress.wrote(round);
  }

  /** Records how far the tables are. */
  async checkpoint(): Promise<void> {
    const { store, progress, epochs, onStep } = this.options;
    await this.gate.shared(() => {
      const { pending } = progress;
      return progress.record(store, pending, epochs.fence(pending));
    });
    onStep('checkpoint-written');
  }

  private async renewed({ bounds }: Round, doubtful: boolean): Promise<void> {
    if (doubtful) await this.gate.exclusive(() => this.options.epochs.renew(bounds.map(({ partition }) => partition)));
  }

  private async insert(round: Round, rows: TableRows, doubtful: boolean, lane: Pick<InsertOptions, 'awaited'>): Promise<void> {
    const { store, epochs, onStep } = this.options;
    const { table } = rows.projection;
    const token = `${table}:${epochs.owner}:${String(this.numberOf(round))}`;
    await this.gate.shared(() => {
      const fence = epochs.fence(round.bounds.map(({ partition }) => partition));
      const options: InsertOptions = fence === undefined ? { token, ...lane } : { token, ...lane, provided: fence };
      return doubtful ? insertCounted(store, rows, round.bounds, options) : store.insert(table, rows.lines, options);
    });
    onStep('table-written');
  }

  private numberOf(round: Round): number {
    const number = this.numbers.get(round) ?? (this.last += 1);
    this.numbers.set(round, number);
    return number;
  }
}

const tablesOf = ({ rows }: Round, awaited: boolean): readonly TableRows[] =>
  [...rows.tables.values()].filter(({ count, projection }) => count > 0 && (projection.source === AWAITED) === awaited);
