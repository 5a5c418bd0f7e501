import { vocabulary, type JsonSchema } from '@plumbline/events';
import { pseudonymPattern } from '@plumbline/kernel';
import fc from 'fast-check';
import { shapeFor } from './event-shapes';

/** Values that are near to what the schema wants, right ones and wrong ones. */
function near(schema: JsonSchema): fc.Arbitrary<unknown> {
  const odd = fc.constantFrom<unknown>(null, '', ' ', '"', 'ü\u2028\ud800', 0, -1, 1.5, 2 ** 53, true, [], {}, undefined, 'x'.repeat(300));
  const right = (): fc.Arbitrary<unknown> => {
    if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
    if (schema['type'] === 'boolean') return fc.boolean();
    if (schema['type'] === 'integer') return fc.integer({ min: 0, max: 1_000 });
    if (schema['pattern'] === pseudonymPattern.clinician) return fc.constantFrom('K-0123456789AB', 'K-0123456789Ab', 'dr-1', '\t');
    if (schema['type'] === 'object' && schema['properties'] !== undefined) return nearObject(schema);
    if (schema['format'] === 'date-time') return fc.constantFrom('2026-03-03T18:04:00.000Z', 'yesterday');
    return fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('GBP', '2026-03-03'));
  };
  return fc.oneof({ weight: 30, arbitrary: right() }, { weight: 1, arbitrary: odd });
}

function nearObject(schema: JsonSchema): fc.Arbitrary<unknown> {
  const properties = schema['properties'] as Readonly<Record<string, JsonSchema>>;
  const required = new Set(schema['required'] as readonly string[]);
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, inner]) => [
      name,
      required.has(name) ? near(inner) : fc.oneof(near(inner), fc.constant(undefined)),
    ]),
  );
  return fc
    .tuple(fc.record(fields), fc.constantFrom({}, {}, {}, {}, {}, { more: 1 }))
    .map(([value, more]) =>
      Object.fromEntries([...Object.entries(more), ...Object.entries(value)].filter(([, inner]) => inner !== undefined)),
    );
}

const sendable = vocabulary.flatMap(({ type, version }) => {
  const found = shapeFor(type, version);
  return 'shape' in found ? [found.shape] : [];
});

it.each(sendable.map((shape) => [shape.type, shape] as const))('what is written of %s is what the validator lets pass', (_, shape) => {
  let written = 0;
  fc.assert(
    fc.property(nearObject(shape.schema), (data) => {
      const text = shape.write(data, (kind, identifier) => `${kind[0] ?? ''}-${identifier.length}`);
      const valid = shape.validate(data);
      if (text === undefined) return;
      written += 1;
      expect(valid).toBe(true);
      const ordered = shape.inOrder(data as Readonly<Record<string, unknown>>);
      for (const { field, kind } of shape.people) {
        const named = ordered[field];
        if (typeof named === 'string' && !new RegExp(pseudonymPattern[kind]).test(named))
          ordered[field] = `${kind[0] ?? ''}-${named.length}`;
      }
      expect(text).toBe(JSON.stringify(ordered));
    }),
    { numRuns: 400 },
  );
  // Types with dates and instants are left to the validator; every other must be written at least sometimes.
  if (!JSON.stringify(shape.schema).includes('"format"')) expect(written).toBeGreaterThan(0);
});
