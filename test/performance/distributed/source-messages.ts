import type { Message, Producer } from 'kafkajs';

const SENT_AT_ONCE = 1_000;
const CLINICIAN = /"clinician":"([^"]+)"/;

/** An event as a source sends it to its topic, in structured mode; what concerns one clinician shares a partition. */
export const messageOf = (line: string): Message => ({
  key: CLINICIAN.exec(line)?.[1] ?? null,
  value: line,
  headers: { 'content-type': 'application/cloudevents+json' },
});

/** Sends lines to a topic, a thousand at a time; they are acknowledged when it resolves. */
export async function sendLines(producer: Producer, topic: string, lines: readonly string[]): Promise<void> {
  for (let from = 0; from < lines.length; from += SENT_AT_ONCE) {
    await producer.send({ topic, acks: -1, messages: lines.slice(from, from + SENT_AT_ONCE).map(messageOf) });
  }
}
