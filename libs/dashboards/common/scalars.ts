import { dayOfIsoDate } from '@plumbline/kernel';
import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { badInput } from './bad-input';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** As the tables and `toISOString` write it. */
const OWN_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function readInstant(value: unknown): string {
  if (typeof value !== 'string' || value.length > 40 || !INSTANT.test(value) || Number.isNaN(Date.parse(value))) {
    throw badInput('a DateTime is RFC 3339 with an offset, such as 2026-03-03T22:41:00Z');
  }
  return new Date(value).toISOString();
}

function readDate(value: unknown): string {
  try {
    if (typeof value === 'string' && value.length === 10) return isoDay(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw badInput('a LocalDate is a calendar date, such as 2026-03-03');
}

function isoDay(text: string): string {
  dayOfIsoDate(text);
  return text;
}

function readWhole(value: unknown): number {
  if (!Number.isSafeInteger(value)) throw badInput('a WholeNumber is whole and at most 2^53 - 1');
  return value as number;
}

const textOf = (node: ValueNode): unknown => (node.kind === Kind.STRING ? node.value : undefined);
const numberOf = (node: ValueNode): unknown => (node.kind === Kind.INT ? Number(node.value) : undefined);

/** How the schema's own scalars are read and written. Inside the platform an instant is UTC text with milliseconds. */
export const scalars = {
  DateTime: new GraphQLScalarType<string, string>({
    name: 'DateTime',
    serialize: (value) => {
      if (typeof value === 'number') return new Date(value).toISOString();
      return typeof value === 'string' && OWN_INSTANT.test(value) ? value : readInstant(value);
    },
    parseValue: readInstant,
    parseLiteral: (node) => readInstant(textOf(node)),
  }),
  LocalDate: new GraphQLScalarType<string, string>({
    name: 'LocalDate',
    serialize: readDate,
    parseValue: readDate,
    parseLiteral: (node) => readDate(textOf(node)),
  }),
  WholeNumber: new GraphQLScalarType<number, number>({
    name: 'WholeNumber',
    serialize: readWhole,
    parseValue: readWhole,
    parseLiteral: (node) => readWhole(numberOf(node)),
  }),
};
