import type { Message } from 'kafkajs';

/** A message that a clinician sent, as a source writes it; `number` is its id and its place among the messages of all clinicians. */
export const sent = (number: number, over: Readonly<Record<string, unknown>> = {}, data: Readonly<Record<string, unknown>> = {}) => ({
  specversion: '1.0',
  id: String(number),
  source: 'ehr',
  type: 'messaging.message-sent',
  time: new Date(Date.UTC(2026, 0, 1) + number * 1_000).toISOString(),
  ...over,
  data: {
    clinician: `dr-${String(number % 7)}`,
    patient: `pat-${String(number % 50)}`,
    direction: 'outbound',
    channel: 'portal',
    urgency: 'routine',
    redirect: false,
    ...data,
  },
});

type Sent = ReturnType<typeof sent>;

/** Messages of one clinician share a key, so that Kafka keeps their order. */
export const structured = (event: Sent): Message => ({
  key: event.data.clinician,
  value: JSON.stringify(event, null, 1),
  headers: { 'content-type': 'application/cloudevents+json' },
});

export const binary = ({ data, ...attributes }: Sent): Message => ({
  key: data.clinician,
  value: JSON.stringify(data),
  headers: {
    'content-type': 'application/json',
    ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce_${name}`, value])),
  },
});

/** Half of the messages in each mode. */
export const inEitherMode = (event: Sent): Message => (Number(event.id) % 2 === 0 ? structured : binary)(event);
