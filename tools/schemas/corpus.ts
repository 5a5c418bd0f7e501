import { storedEvent, vocabulary, type JsonSchema } from '@plumbline/events';

const NAMED: Readonly<Record<string, string>> = { zone: 'Europe/London', specialty: 'psychiatry', site: 'Lakeside', department: 'Psychiatry' };
const PSEUDONYMS: Readonly<Record<string, string>> = { K: 'K-7F3QX9M241TB', P: 'P-99173ZK4M0VW', D: 'D-5HN2R8T6C3AJ' };

/** A plain value that fits a field's schema. */
function sample(schema: JsonSchema, name: string): unknown {
  const { enum: values, pattern, type, format } = schema as { enum?: readonly string[]; pattern?: string; type?: string; format?: string };
  if (values !== undefined) return values[0];
  if (pattern !== undefined) return PSEUDONYMS[pattern.charAt(1)] ?? 'GBP';
  if (type === 'integer') return Math.max((schema as { minimum?: number }).minimum ?? 0, 1);
  if (type === 'boolean') return true;
  if (type === 'array') return [sample((schema as { items: JsonSchema }).items, name)];
  if (type === 'object') {
    const properties = (schema as { properties?: Readonly<Record<string, JsonSchema>> }).properties ?? {};
    return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, sample(value, key)]));
  }
  if (format === 'date') return '2026-03-03';
  if (format === 'date-time') return '2026-03-03T09:30:00.000Z';
  return NAMED[name] ?? 'example';
}

/** A first example for every type and version: path → text. The generator writes only those that are missing; what exists is frozen. */
export function corpusExamples(): ReadonlyMap<string, string> {
  return new Map(
    vocabulary.map((definition) => {
      const event = storedEvent(definition, {
        id: 'example-1',
        source: 'corpus',
        occurred: { instant: Date.parse('2026-03-03T22:41:00Z'), precision: 'minute', zone: 'Europe/London' },
        recordedAt: Date.parse('2026-03-03T22:42:00Z'),
        ingestedAt: Date.parse('2026-03-04T06:10:00Z'),
        recordId: 'record-1',
        recordVersion: 2,
        data: sample(definition.dataSchema, 'data') as Record<string, unknown>,
      });
      return [`libs/events/corpus/${definition.type}.v${String(definition.version)}.json`, `${JSON.stringify(event, null, 2)}\n`];
    }),
  );
}
