import type { ProjectorListeners } from '@plumbline/projecting';
import type { ProcessContext } from '@plumbline/runtime';

const MILLISECONDS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000];
const EVENTS = [1, 10, 100, 1_000, 2_000, 5_000, 10_000, 20_000];

/** What the projector tells, as metrics and, where something is wrong, in the log. */
export function projectorMetrics({ metrics, logger }: Pick<ProcessContext, 'metrics' | 'logger'>): ProjectorListeners {
  const events = metrics.counter({ name: 'projected_events_total', help: 'Events folded and readable.' });
  const rows = metrics.counter({ name: 'projected_rows_total', help: 'Rows written to the analytics store.' });
  const deadLetters = metrics.counter({ name: 'projection_dead_letters_total', help: 'Events that could not be folded.' });
  const size = metrics.histogram({ name: 'projection_batch_events', help: 'Events in one batch.' }, EVENTS);
  const folding = metrics.histogram({ name: 'projection_fold_milliseconds', help: 'Time to fold one batch.' }, MILLISECONDS);
  const writing = metrics.histogram({ name: 'projection_write_milliseconds', help: 'Time to write the rows of one batch.' }, MILLISECONDS);
  const troubles = metrics.counter({ name: 'projection_write_failures_total', help: 'Writes that failed and were tried again.' });
  const stopped = metrics.gauge({ name: 'projection_stopped', help: '1 when the projector has given up.' });
  return {
    onRound: (round) => {
      events.inc(round.events);
      rows.inc(round.rows);
      deadLetters.inc(round.deadLetters);
      size.observe(round.events);
      folding.observe(round.foldMilliseconds);
      writing.observe(round.writeMilliseconds);
    },
    onTrouble: ({ code }, attempt) => {
      troubles.inc();
      logger.warn({ code, attempt }, 'a write to ClickHouse failed and is tried again');
    },
    onFailure: (error) => {
      stopped.set(1);
      logger.error({ err: error }, 'the log can no longer be folded');
    },
  };
}
