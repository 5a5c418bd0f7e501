import type { Producer } from 'kafkajs';
import { eventLines } from '../ingest/event-lines';
import { sendSteadily, type SteadySending } from '../steady-sending';
import { messageOf } from './source-messages';

export const RATE = 3_000;
const SENT_EVERY_MILLISECONDS = 20;
const AT_ONCE = (RATE * SENT_EVERY_MILLISECONDS) / 1_000;

/** The 180 days of the workload are spread over so long a run. */
const LONGEST_SECONDS = 600;

/** A source that sends `RATE` events a second to its topic until it is ended. */
export function startSteadySource(producer: Producer, topic: string, clinicians: number): SteadySending {
  return sendSteadily(RATE, AT_ONCE, (first) => {
    const lines = eventLines(AT_ONCE, clinicians, 7 + first, { first, of: LONGEST_SECONDS * RATE });
    return producer.send({ topic, acks: -1, messages: lines.map(messageOf) });
  });
}
