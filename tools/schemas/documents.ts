import { vocabulary, type EventDefinition } from '@plumbline/events';

const envelopeFields = {
  specversion: { const: '1.0' },
  id: { type: 'string', minLength: 1, maxLength: 512 },
  source: { type: 'string', minLength: 1, maxLength: 256 },
  time: { type: 'string', format: 'date-time', description: 'When it happened, UTC.' },
  timeprecision: { enum: ['day', 'minute', 'second', 'millisecond'] },
  timezone: { type: 'string', description: 'IANA zone of the source.' },
  recordedtime: { type: 'string', format: 'date-time', description: 'When the source wrote it down.' },
  ingestedtime: { type: 'string', format: 'date-time', description: 'When it was accepted here.' },
  recordid: { type: 'string', description: 'The record at the source that this event is a version of.' },
  recordversion: { type: 'integer', minimum: 0 },
  retracted: { const: true },
  partitionkey: { type: 'string', description: 'The clinician, or * for an event that concerns everybody.' },
  correlationid: { type: 'string' },
  causationid: { type: 'string' },
  datacontenttype: { const: 'application/json' },
} as const;

const REQUIRED = ['specversion', 'id', 'source', 'type', 'dataversion', 'time', 'timeprecision', 'timezone', 'recordedtime', 'data'];

const fileName = (definition: EventDefinition): string => `${definition.type}.v${String(definition.version)}.json`;

/** The JSON Schema (2020-12) of one event, envelope and data. */
export function eventSchema(definition: EventDefinition): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:plumbline:event:${definition.type}:${String(definition.version)}`,
    title: `${definition.type} version ${String(definition.version)}`,
    description: definition.happensWhen,
    type: 'object',
    required: REQUIRED,
    properties: {
      ...envelopeFields,
      type: { const: definition.type },
      dataversion: { const: definition.version },
      data: definition.dataSchema,
    },
  };
}

/** The AsyncAPI 3.0 document: one channel, the log, and every message that may stand in it. */
export function asyncApi(): Record<string, unknown> {
  const name = (definition: EventDefinition): string => `${definition.type}.v${String(definition.version)}`;
  return {
    asyncapi: '3.0.0',
    info: { title: 'Plumbline event log', version: '1.0.0', description: 'CloudEvents 1.0.2 in structured mode, partitioned by clinician.' },
    defaultContentType: 'application/cloudevents+json',
    channels: {
      log: {
        address: 'plumbline.log',
        description: 'Partition key: the clinician; events that concern everybody are copied into every partition.',
        messages: Object.fromEntries(vocabulary.map((definition) => [name(definition), { $ref: `#/components/messages/${name(definition)}` }])),
      },
    },
    operations: { append: { action: 'send', channel: { $ref: '#/channels/log' } }, fold: { action: 'receive', channel: { $ref: '#/channels/log' } } },
    components: {
      messages: Object.fromEntries(
        vocabulary.map((definition) => [
          name(definition),
          { name: definition.type, title: definition.type, summary: definition.happensWhen, payload: { $ref: `./events/${fileName(definition)}` } },
        ]),
      ),
    },
  };
}

/** Every document below schemas/ that is made from the vocabulary: path → text. */
export function schemaDocuments(): ReadonlyMap<string, string> {
  const text = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
  return new Map([
    ...vocabulary.map((definition) => [`schemas/events/${fileName(definition)}`, text(eventSchema(definition))] as const),
    ['schemas/asyncapi.json', text(asyncApi())] as const,
  ]);
}
