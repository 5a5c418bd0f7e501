import type { AnalyticsStore } from '@plumbline/analytics-store';
import type { Round } from '../fold/pipeline';
import { insertCounted, tokenOf } from './counted';
import type { RoundJournal } from './journal';
import type { Progress } from './progress';

/** The points of a round at which a process may be cut down; the fault tests do so at each. */
export type Step = 'folded' | 'bounds-fixed' | 'table-written' | 'rows-written' | 'checkpoint-written' | 'announced';

export type OnStep = (step: Step) => void;

export interface RoundWriterOptions {
  readonly store: AnalyticsStore;
  readonly progress: Progress;
  /** A rebuild has none: cut short, it begins again. */
  readonly journal?: RoundJournal;
  readonly onStep: OnStep;
}

/**
 * Writes rounds one after the other. The order of effects:
 *   0. the bounds are fixed on disk: a restart sends exactly this round again;
 *   1. rows of all tables, alerts first, each table's insert with a token made of the bounds: a repeat changes nothing;
 *   2. the checkpoint, stored beside the rows: only now a restart would begin after this round.
 * What follows (3. the announcement) belongs to the runner. A crash between any two repeats a step and loses none.
 */
export class RoundWriter {
  constructor(private readonly options: RoundWriterOptions) {}

  get progress(): Progress {
    return this.options.progress;
  }

  /** `doubtful`: some of the rows may be there already, so that they have to be counted. */
  async write(round: Round, doubtful: boolean): Promise<void> {
    const { store, progress, journal, onStep } = this.options;
    // 0. bounds
    await journal?.record(round.bounds);
    onStep('bounds-fixed');
    // 1. rows
    for (const rows of round.rows.tables.values()) {
      if (rows.count === 0) continue;
      if (doubtful) await insertCounted(store, rows, round.bounds);
      else await store.insert(rows.projection.table, rows.text(), { token: tokenOf(rows, round.bounds) });
      onStep('table-written');
    }
    onStep('rows-written');
    // 2. checkpoint
    await progress.advance(store, round);
    onStep('checkpoint-written');
  }
}
