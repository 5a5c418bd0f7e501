import type { KafkaMessage } from 'kafkajs';
import { draftOf } from '../cloudevents/attributes';
import type { Reading, Surroundings } from '../core/adapter';
import type { Adapted, Origin } from '../core/draft';
import { faultOf, isProgramFault } from '../core/fault';
import { bindMessage } from './message-binding';

/** What quarantine says of where a message stood; a person finds it there, and it names one message of its topic. */
export const placeOf = (partition: number, offset: string): string => `partition ${String(partition)}, offset ${offset}`;

function adapt(message: KafkaMessage, place: string, surroundings: Surroundings): Adapted {
  const origin = (original: () => Uint8Array): Origin => ({ place, original, format: 'event' });
  try {
    const { event, structured } = bindMessage(message);
    if (!event.ok) return { kind: 'rejected', origin: origin(structured), problems: [event.problem] };
    const drafted = draftOf(event.value, surroundings.source);
    return drafted.ok
      ? { kind: 'event', origin: origin(structured), draft: drafted.draft }
      : { kind: 'rejected', origin: origin(structured), problems: [drafted.problem] };
  } catch (error) {
    if (!isProgramFault(error)) throw error;
    return { kind: 'rejected', origin: origin(() => message.value ?? Buffer.alloc(0)), problems: [faultOf(error)] };
  }
}

function* adaptAll(messages: readonly KafkaMessage[], partition: number, surroundings: Surroundings): Generator<Adapted> {
  for (const message of messages) yield adapt(message, placeOf(partition, message.offset), surroundings);
}

/** Reads messages of one partition in their order; a message that cannot be read is yielded as rejected and holds nobody up. */
export function readMessages(messages: readonly KafkaMessage[], partition: number): (surroundings: Surroundings) => Reading {
  return (surroundings) => ({
    groups: (async function* () {
      await Promise.resolve();
      yield adaptAll(messages, partition, surroundings);
    })(),
  });
}
