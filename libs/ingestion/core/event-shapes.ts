import { vocabulary, type EventDefinition, type JsonSchema } from '@plumbline/events';
import { pseudonymPattern, type Problem, type SubjectKind } from '@plumbline/kernel';
import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { dataWriter, MAX_IDENTIFIER, type WriteText } from './data-text';

type Data = Readonly<Record<string, unknown>>;

/** One type at one version, made ready for the hot path. */
export interface EventShape {
  readonly type: string;
  readonly version: number;
  readonly definition: EventDefinition;
  /** Checks and writes what is plainly valid; what it does not write, {@link validate} judges. */
  readonly write: WriteText;
  readonly validate: ValidateFunction;
  /** The fields that name people. */
  readonly people: readonly { readonly field: string; readonly kind: SubjectKind }[];
  /** The data with its fields in the order of the definition, so that equal facts have equal bytes. */
  readonly inOrder: (data: Data) => Record<string, unknown>;
  readonly hasClinician: boolean;
  /** The schema as defined, with pseudonyms for people. */
  readonly schema: JsonSchema;
}

const ajv = new Ajv2020({ allErrors: true, strict: false, ownProperties: true });
addFormats(ajv);

const kindOfPattern = new Map<unknown, SubjectKind>(
  Object.entries(pseudonymPattern).map(([kind, pattern]) => [pattern, kind as SubjectKind]),
);

function orderBy(schema: JsonSchema): (value: unknown) => unknown {
  const properties = schema['properties'] as Record<string, JsonSchema> | undefined;
  if (schema['type'] !== 'object' || properties === undefined) return (value) => value;
  const steps = Object.entries(properties).map(([name, inner]) => {
    const nested = inner['type'] === 'object' ? orderBy(inner) : undefined;
    return { name, nested };
  });
  return (value) => {
    const given = value as Record<string, unknown>;
    const ordered: Record<string, unknown> = {};
    for (const { name, nested } of steps) {
      const inner = given[name];
      if (inner !== undefined) ordered[name] = nested === undefined ? inner : nested(inner);
    }
    return ordered;
  };
}

function shapeOf(definition: EventDefinition): EventShape {
  const { type, version, dataSchema: schema } = definition;
  const properties = schema['properties'] as Record<string, JsonSchema>;
  const people = Object.entries(properties).flatMap(([field, inner]) => {
    const kind = kindOfPattern.get(inner['pattern']);
    return kind === undefined ? [] : [{ field, kind }];
  });
  // Validation comes before pseudonyms, so people are checked as identifiers of the source.
  const asSent = {
    ...schema,
    properties: {
      ...properties,
      ...Object.fromEntries(
        people.map(({ field }) => [field, { type: 'string', minLength: 1, maxLength: MAX_IDENTIFIER, pattern: '\\S' }]),
      ),
    },
  };
  return {
    type,
    version,
    definition,
    write: dataWriter(schema, new Map(people.map(({ field, kind }) => [field, kind]))),
    validate: ajv.compile(asSent),
    people,
    inOrder: orderBy(schema) as EventShape['inOrder'],
    hasClinician: 'clinician' in properties,
    schema,
  };
}

const shapes = new Map<string, Map<number, EventShape>>();
for (const definition of vocabulary) {
  const versions = shapes.get(definition.type) ?? new Map<number, EventShape>();
  versions.set(definition.version, shapeOf(definition));
  shapes.set(definition.type, versions);
}

/** Facts about the platform itself; no source may write them. */
const RESERVED = /^(policy|cases|baselines|calendar|alerting|access)\./;

/** What a source may send, by type and version; undefined asks for the newest. Asked for every event, so each answer is kept. */
const sendable = new Map(
  [...shapes].flatMap(([type, versions]): [string, ReadonlyMap<number | undefined, { readonly shape: EventShape }>][] => {
    if (RESERVED.test(type)) return [];
    const answers = new Map<number | undefined, { readonly shape: EventShape }>();
    for (const [version, shape] of [...versions].sort(([left], [right]) => left - right))
      answers.set(version, { shape }).set(undefined, { shape });
    return [[type, answers]];
  }),
);

export type ShapeLookup = { readonly shape: EventShape } | { readonly problem: Problem };

/** The shape of a type that a source may send, or why it may not. `version` undefined asks for the newest. */
export function shapeFor(type: string, version: number | undefined): ShapeLookup {
  return sendable.get(type)?.get(version) ?? whyNot(type, version);
}

function whyNot(type: string, version: number | undefined): { readonly problem: Problem } {
  const versions = shapes.get(type);
  if (versions === undefined) {
    return {
      problem: {
        code: 'event.unknown-type',
        reason: 'The type of this event is not in the vocabulary.',
        remedy: 'Send one of the types in schemas/events, or map the source with a mapping file.',
        place: '/type',
      },
    };
  }
  if (RESERVED.test(type)) {
    return {
      problem: {
        code: 'event.type-reserved',
        reason: `Events of the type ${type} are written by the platform alone.`,
        remedy: 'Use the interface made for it: the dashboard, the policy commands or the import.',
        place: '/type',
      },
    };
  }
  return {
    problem: {
      code: 'event.unknown-version',
      reason: `Version ${String(version)} of ${type} is not known here.`,
      remedy: `Send version ${[...versions.keys()].join(' or ')}, or start a newer Plumbline.`,
      place: '/dataversion',
    },
  };
}

/** ajv's findings as problems with their place. Values are never quoted: they could name a person. */
export function problemsOf(errors: readonly ErrorObject[] | null | undefined, code: Problem['code'], remedy: string): readonly Problem[] {
  return (errors ?? []).map((error) => {
    const extra =
      error.keyword === 'additionalProperties'
        ? ` (${String(error.params['additionalProperty'])})`
        : error.keyword === 'enum'
          ? `: ${(error.params['allowedValues'] as unknown[]).join(', ')}`
          : '';
    return {
      code,
      reason: `${error.instancePath || 'The value'} ${error.message ?? 'is not valid'}${extra}.`,
      remedy,
      place: error.instancePath,
    };
  });
}
