import type { Producer } from 'kafkajs';
import { setTimeout } from 'node:timers/promises';
import { eventLines } from '../ingest/event-lines';
import { messageOf } from './source-messages';

export const RATE = 3_000;
const SENT_EVERY_MILLISECONDS = 20;
const AT_ONCE = (RATE * SENT_EVERY_MILLISECONDS) / 1_000;

/** The 180 days of the workload are spread over so long a run. */
const LONGEST_SECONDS = 600;

/** A source that sends `RATE` events a second to its topic until it is ended. */
export interface SteadySource {
  /** How many of its events Kafka has acknowledged. */
  sent(): number;
  /** Resolves when the last one is acknowledged. @throws what sending failed with */
  end(): Promise<void>;
}

export function startSteadySource(producer: Producer, topic: string, clinicians: number): SteadySource {
  let sent = 0;
  let ended = false;
  const send = async (): Promise<void> => {
    const started = performance.now();
    while (!ended) {
      const ahead = (sent / RATE) * 1_000 - (performance.now() - started);
      if (ahead > 0) await setTimeout(ahead);
      const lines = eventLines(AT_ONCE, clinicians, 7 + sent, { first: sent, of: LONGEST_SECONDS * RATE });
      await producer.send({ topic, acks: -1, messages: lines.map(messageOf) });
      sent += AT_ONCE;
    }
  };
  const sending = send();
  // Whoever ends it is told.
  sending.catch(() => undefined);
  return {
    sent: () => sent,
    end: async () => {
      ended = true;
      await sending;
    },
  };
}
