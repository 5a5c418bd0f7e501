import type { AnalyticsStore, InsertOptions } from '@plumbline/analytics-store';
import type { Sources } from '@plumbline/projections';
import type { Round } from '../fold/pipeline';
import { insertCounted } from './counted';
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

/** What people wait for; the catalogue has these tables first. */
const AWAITED: ReadonlySet<keyof Sources> = new Set(['alertStates', 'caseHistory', 'findings']);

/**
 * Writes rounds one after the other. The order of effects:
 *   1. rows of alerts, cases and findings, which are then told of; the rows of all other tables; that the positions are passed is told;
 *   2. now and then the checkpoint, stored beside the rows: only now a start would go on after them.
 * A start takes out what lies beyond the checkpoint and folds it again, to the same rows. Each insert depends on the epoch of its
 * partitions, and carries a token that no other round and no other opening has.
 */
export class RoundWriter {
  private readonly numbers = new WeakMap<Round, number>();
  private last = 0;

  constructor(private readonly options: RoundWriterOptions) {}

  /** `doubtful`: some of the rows may be there already, so that they have to be counted. `alertsReadable` is called once for a call. */
  async write(round: Round, doubtful: boolean, alertsReadable: () => void = () => undefined): Promise<void> {
    const { store, progress, epochs, onStep } = this.options;
    const partitions = round.bounds.map(({ partition }) => partition);
    if (doubtful) await epochs.renew(partitions);
    const fence = epochs.fence(partitions);
    let awaited = true;
    for (const rows of round.rows.tables.values()) {
      if (awaited && !AWAITED.has(rows.projection.source)) {
        awaited = false;
        onStep('alerts-written');
        alertsReadable();
      }
      if (rows.count === 0) continue;
      const token = `${rows.projection.table}:${epochs.owner}:${String(this.numberOf(round))}`;
      const options: InsertOptions = fence === undefined ? { token } : { token, provided: fence };
      if (doubtful) await insertCounted(store, rows, round.bounds, options);
      else await store.insert(rows.projection.table, rows.lines, options);
      onStep('table-written');
    }
    onStep('rows-written');
    progress.wrote(round);
  }

  /** Records how far the tables are. */
  async checkpoint(): Promise<void> {
    const { store, progress, epochs, onStep } = this.options;
    const { pending } = progress;
    await progress.record(store, pending, epochs.fence(pending));
    onStep('checkpoint-written');
  }

  private numberOf(round: Round): number {
    const number = this.numbers.get(round) ?? (this.last += 1);
    this.numbers.set(round, number);
    return number;
  }
}
