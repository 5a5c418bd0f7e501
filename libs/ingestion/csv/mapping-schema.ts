const name = { type: 'string', minLength: 1, maxLength: 100 };
const names = { type: 'array', items: name, minItems: 1 };
const oneOrMore = { anyOf: [name, names] };
const words = { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' }, minItems: 1 } };

const value = {
  anyOf: [
    name,
    {
      type: 'object',
      additionalProperties: false,
      properties: {
        column: name,
        constant: { type: ['string', 'number', 'boolean'] },
        template: name,
        values: { type: 'object', additionalProperties: { type: 'string' } },
        otherwise: name,
        currency: { type: 'string', pattern: '^[A-Z]{3}$' },
        fold: { type: 'boolean' },
        aliases: { type: 'object', additionalProperties: names },
        placeholders: { type: 'array', items: { type: 'string' } },
      },
      oneOf: [{ required: ['column'] }, { required: ['constant'] }, { required: ['template'] }],
    },
  ],
};

/** JSON Schema (2020-12) of a mapping file. */
export const mappingSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Mapping of a table to events',
  type: 'object',
  additionalProperties: false,
  required: ['mapping', 'description', 'columns', 'events'],
  properties: {
    mapping: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
    description: { type: 'string', minLength: 1 },
    columns: {
      type: 'object',
      minProperties: 1,
      additionalProperties: {
        anyOf: [
          name,
          names,
          {
            type: 'object',
            additionalProperties: false,
            required: ['headings'],
            properties: { headings: oneOrMore, optional: { type: 'boolean' } },
          },
        ],
      },
    },
    dates: { type: 'array', items: name },
    zone: {
      anyOf: [name, { type: 'object', additionalProperties: false, required: ['column'], properties: { column: name } }],
    },
    nil: words,
    register: {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'entry'],
      properties: { name, entry: name, fileName: name },
    },
    events: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['type', 'time', 'data'],
        properties: {
          type: name,
          when: words,
          record: name,
          time: oneOrMore,
          recorded: oneOrMore,
          data: { type: 'object', minProperties: 1, additionalProperties: value },
        },
      },
    },
  },
} as const;
