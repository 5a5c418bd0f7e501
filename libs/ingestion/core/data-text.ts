import type { JsonSchema } from '@plumbline/events';
import { insideQuotes, type SubjectKind } from '@plumbline/kernel';

/** Gives the pseudonym of what a source calls a person. */
export type Naming = (kind: SubjectKind, identifier: string) => string;

/**
 * Checks a value and writes it as JSON in one go, with pseudonyms for people and fields in the order of the schema. Undefined means that the
 * value is not plainly valid: it may be invalid, or merely need a closer look than is taken here. Whoever asks then asks the validator.
 */
export type WriteText = (value: unknown, name: Naming) => string | undefined;

/** Identifiers at their source may be longer than pseudonyms, but not without end. */
export const MAX_IDENTIFIER = 200;

const never: WriteText = () => undefined;
const PSEUDONYM_LENGTH = 'K-000000000000'.length;

/*
 * Each of these gets what stands before its value, `,"channel":` for a field, and returns both as one text: a text of few pieces is
 * written much faster than one of many.
 */

/** What has the exact form of a pseudonym is taken as one. */
function personWriter(before: string, kind: SubjectKind, pattern: string): WriteText {
  const pseudonym = new RegExp(pattern);
  const opening = `${before}"`;
  return (value, name) => {
    if (typeof value !== 'string' || value.length > MAX_IDENTIFIER || value.trim() === '') return undefined;
    return `${opening}${value.length === PSEUDONYM_LENGTH && pseudonym.test(value) ? value : name(kind, value)}"`;
  };
}

function stringWriter(before: string, schema: JsonSchema): WriteText {
  // A format is the validator's matter; so is a text that is long only when it is counted in halves of characters.
  if ('format' in schema) return never;
  const { minLength = 0, maxLength = Infinity } = schema as { readonly minLength?: number; readonly maxLength?: number };
  const pattern = typeof schema['pattern'] === 'string' ? new RegExp(schema['pattern'], 'u') : undefined;
  const opening = `${before}"`;
  return (value) => {
    if (typeof value !== 'string' || value.length > maxLength || value.length < minLength * 2 - 1) return undefined;
    return pattern?.test(value) === false ? undefined : `${opening}${insideQuotes(value)}"`;
  };
}

function choiceWriter(before: string, choices: readonly unknown[]): WriteText {
  const texts = new Map(choices.map((choice) => [choice, `${before}${JSON.stringify(choice)}`]));
  return (value) => texts.get(value);
}

interface Limits {
  readonly minimum?: number;
  readonly maximum?: number;
}

function integerWriter(before: string, { minimum = -Infinity, maximum = Infinity }: Limits): WriteText {
  return (value) =>
    Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum ? `${before}${String(value)}` : undefined;
}

function objectWriter(before: string, schema: JsonSchema, people: ReadonlyMap<string, SubjectKind>): WriteText {
  const properties = schema['properties'] as Readonly<Record<string, JsonSchema>> | undefined;
  if (properties === undefined || schema['additionalProperties'] !== false) return never;
  const required = new Set(schema['required'] as readonly string[] | undefined);
  // Where the first field is always there it brings the bracket; otherwise every field begins with a comma, and the first comma goes.
  const [first = ''] = Object.keys(properties);
  const bracketIn = required.has(first);
  const fields = Object.entries(properties).map(([name, inner]) => {
    const kind = people.get(name);
    const label = `${bracketIn && name === first ? `${before}{` : ','}${JSON.stringify(name)}:`;
    const write = kind === undefined ? writerOf(label, inner) : personWriter(label, kind, String(inner['pattern']));
    return { name, write, isRequired: required.has(name) };
  });
  return (value, naming) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const given = value as Readonly<Record<string, unknown>>;
    let unread = 0;
    for (const name in given) if (Object.hasOwn(given, name)) unread += 1;
    let text = '';
    for (const { name, write, isRequired } of fields) {
      const inner = given[name];
      if (inner === undefined) {
        if (isRequired) return undefined;
        continue;
      }
      const written = write(inner, naming);
      if (written === undefined) return undefined;
      text += written;
      unread -= 1;
    }
    if (unread !== 0) return undefined;
    return bracketIn ? `${text}}` : `${before}{${text.slice(1)}}`;
  };
}

function writerOf(before: string, schema: JsonSchema, people: ReadonlyMap<string, SubjectKind> = new Map()): WriteText {
  if (Array.isArray(schema['enum'])) return choiceWriter(before, schema['enum']);
  switch (schema['type']) {
    case 'string':
      return stringWriter(before, schema);
    case 'boolean':
      return choiceWriter(before, [true, false]);
    case 'integer':
      return integerWriter(before, schema);
    case 'object':
      return objectWriter(before, schema, people);
    default:
      return never;
  }
}

/** Compiles the writer of an event's data. `people`: the fields of its first level that name somebody. */
export const dataWriter = (schema: JsonSchema, people: ReadonlyMap<string, SubjectKind>): WriteText => writerOf('', schema, people);
