import { pseudonymPattern, type ClinicianId, type DonorId, type Money, type PatientId } from '@plumbline/kernel';

/** The part of JSON Schema (2020-12) that fields are made of. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** One field of an event's data: its TypeScript shape (carried in the type only), its schema, and whether it may be absent. */
export interface Field<Value, Optional extends boolean = false> {
  readonly schema: JsonSchema;
  readonly optional: Optional;
  readonly __value?: Value;
}

export type Fields = Readonly<Record<string, Field<unknown, boolean>>>;

type OptionalKeys<F extends Fields> = { [K in keyof F]: F[K]['optional'] extends true ? K : never }[keyof F];
type ValueOf<F> = F extends Field<infer Value, boolean> ? Value : never;

/** The TypeScript shape of an event's data, derived from its fields. */
export type DataOf<F extends Fields> = { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: ValueOf<F[K]> } & {
  readonly [K in OptionalKeys<F>]?: ValueOf<F[K]>;
};

const field = <Value>(schema: JsonSchema): Field<Value> => ({ schema, optional: false });

/** Texts are bounded so that no source can fill the log with one field. */
const MAX_TEXT = 2_000;

export const clinicianId = (): Field<ClinicianId> => field({ type: 'string', pattern: pseudonymPattern.clinician });
export const patientId = (): Field<PatientId> => field({ type: 'string', pattern: pseudonymPattern.patient });
export const donorId = (): Field<DonorId> => field({ type: 'string', pattern: pseudonymPattern.donor });
export const text = (maxLength = MAX_TEXT): Field<string> => field({ type: 'string', minLength: 1, maxLength });
/** A label or an identifier of a record at its source, never a person's name and never free text. */
export const code = (): Field<string> => field({ type: 'string', minLength: 1, maxLength: 200 });
export const flag = (): Field<boolean> => field({ type: 'boolean' });
export const whole = (minimum = 0, maximum = Number.MAX_SAFE_INTEGER): Field<number> => field({ type: 'integer', minimum, maximum });
/** An RFC 3339 instant in UTC. */
export const instant = (): Field<string> => field({ type: 'string', format: 'date-time', maxLength: 40 });
/** A local calendar date, `2026-03-03`. */
export const date = (): Field<string> => field({ type: 'string', format: 'date' });
/** An IANA time zone name. */
export const zone = (): Field<string> => field({ type: 'string', minLength: 1, maxLength: 64 });
export const oneOf = <const Values extends readonly string[]>(...values: Values): Field<Values[number]> =>
  field({ type: 'string', enum: values });
/** At least one, none twice. */
export const listOf = <Value>(inner: Field<Value>): Field<readonly Value[]> =>
  field({ type: 'array', items: inner.schema, minItems: 1, maxItems: 100, uniqueItems: true });
export const money = (): Field<Money> =>
  field({
    type: 'object',
    additionalProperties: false,
    required: ['minor', 'currency'],
    properties: {
      minor: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
      currency: { type: 'string', pattern: '^[A-Z]{3}$' },
    },
  });
export const record = <F extends Fields>(fields: F): Field<DataOf<F>> => field(schemaOf(fields));
/** A document that a schema of its own governs (a policy); here only its being an object is checked. */
export const document = (): Field<Readonly<Record<string, unknown>>> => field({ type: 'object' });
export const optional = <Value>(inner: Field<Value>): Field<Value, true> => ({ schema: inner.schema, optional: true });

function schemaOf(fields: Fields): JsonSchema {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(fields).filter((name) => fields[name]?.optional === false),
    properties: Object.fromEntries(Object.entries(fields).map(([name, entry]) => [name, entry.schema])),
  };
}

/** One type of event at one version: a dated fact, its literal stored name, and what its data must look like. */
export interface EventDefinition<Type extends string = string, F extends Fields = Fields> {
  readonly type: Type;
  readonly version: number;
  /** When exactly this event happens, one sentence; it becomes the description in the schema and the AsyncAPI document. */
  readonly happensWhen: string;
  readonly fields: F;
  readonly dataSchema: JsonSchema;
}

/**
 * Declares an event. `type` is the name in the log for ever; renaming a file or a constant never changes it.
 * An event whose data names a clinician lives in that clinician's partition; one without is copied into every partition.
 */
export function defineEvent<const Type extends string, F extends Fields>(
  type: Type,
  version: number,
  happensWhen: string,
  fields: F,
): EventDefinition<Type, F> {
  return { type, version, happensWhen, fields, dataSchema: schemaOf(fields) };
}

/** The data of an event definition: `EventData<typeof messageSent>`. */
export type EventData<D> = D extends EventDefinition<string, infer F> ? DataOf<F> : never;
