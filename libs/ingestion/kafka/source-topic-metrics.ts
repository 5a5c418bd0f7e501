import { kafkaProblem } from '@plumbline/event-log';
import { ProblemError, type ProblemCode } from '@plumbline/kernel';
import type { Metrics } from '@plumbline/runtime';
import type { SourceTopicListeners } from './listeners';

const MESSAGES = [1, 10, 100, 500, 1_000, 2_000, 5_000, 10_000];
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What the reading of source topics tells, as metrics. */
export function sourceTopicMetrics(metrics: Metrics): SourceTopicListeners {
  const labels = ['source'] as const;
  const lag = metrics.gauge({ name: 'source_topic_lag_messages', help: 'Messages of a source topic that were not taken yet.', labels });
  const batch = metrics.histogram(
    { name: 'source_topic_batch_messages', help: 'Messages in one batch of a source topic.', labels },
    MESSAGES,
  );
  const duration = metrics.histogram(
    { name: 'source_topic_batch_duration_seconds', help: 'From a batch of a source topic to its committed position.', labels },
    SECONDS,
  );
  const ahead = metrics.gauge({
    name: 'source_topic_clock_ahead_seconds',
    help: 'How far the timestamp of the newest message lay ahead of our clock when it was taken; negative where it lay behind.',
    labels,
  });
  const letters = metrics.counter({
    name: 'source_topic_dead_letters_total',
    help: 'Messages that went to the dead-letter topic.',
    labels: ['source', 'code'],
  });
  const troubles = metrics.counter({
    name: 'source_topic_troubles_total',
    help: 'Failures after which a topic pauses and is tried again.',
    labels: ['source', 'code'],
  });
  return {
    onBatch({ source, receipt, deadLetters, milliseconds, clockAhead }) {
      batch.observe({ source }, receipt.records);
      duration.observe({ source }, milliseconds / 1_000);
      ahead.set({ source }, clockAhead / 1_000);
      for (const code of deadLetters) letters.inc({ source, code });
    },
    onLag(source, messages) {
      lag.set({ source }, messages);
    },
    onTrouble(error, source = '') {
      troubles.inc({ source, code: codeOf(error) });
    },
  };
}

/** A full disk of ours must not look like a fault of Kafka. */
function codeOf(error: unknown): ProblemCode {
  if (error instanceof ProblemError) return error.code;
  return error instanceof Error && error.name.startsWith('KafkaJS') ? kafkaProblem(error).code : 'internal.unknown';
}
