import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError, isZone, type Problem } from '@plumbline/kernel';
import Ajv2020 from 'ajv/dist/2020';
import { parseDocument } from 'yaml';
import { problemsOf, shapeFor, type EventShape } from '../core/event-shapes';
import { columnsIn, type MappedColumn, type MappedEvent, type MappedValue, type Mapping } from './mapping';
import { mappingSchema } from './mapping-schema';

type OneOrMore = string | readonly string[];

interface MappingFile {
  readonly mapping: string;
  readonly description: string;
  readonly columns: Readonly<Record<string, OneOrMore | { readonly headings: OneOrMore; readonly optional?: boolean }>>;
  readonly dates?: readonly string[];
  readonly zone?: string | { readonly column: string };
  readonly nil?: Readonly<Record<string, readonly string[]>>;
  readonly register?: { readonly name: string; readonly entry: string; readonly fileName?: string };
  readonly events: readonly {
    readonly type: string;
    readonly when?: Readonly<Record<string, readonly string[]>>;
    readonly record?: string;
    readonly time: OneOrMore;
    readonly recorded?: OneOrMore;
    readonly data: Readonly<Record<string, string | MappedValue>>;
  }[];
}

const REMEDY = 'Correct the mapping file; docs/adr/0045-any-table-through-a-mapping.md shows each part.';
const validate = new Ajv2020({ allErrors: true, strict: false }).compile(mappingSchema);

const listOf = (value: OneOrMore | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

function columnOf(given: MappingFile['columns'][string]): MappedColumn {
  if (typeof given === 'string' || Array.isArray(given)) return { headings: listOf(given as OneOrMore), optional: false };
  const { headings, optional } = given as { readonly headings: OneOrMore; readonly optional?: boolean };
  return { headings: listOf(headings), optional: optional ?? false };
}

/** Gathers every mistake instead of stopping at the first. */
class Check {
  readonly problems: Problem[] = [];

  constructor(private readonly file: MappingFile) {}

  wrong(place: string, reason: string): void {
    this.problems.push({ code: 'mapping.invalid', reason, remedy: REMEDY, place });
  }

  column(place: string, name: string): void {
    if (!Object.hasOwn(this.file.columns, name)) this.wrong(place, `The column "${name}" is not listed under columns.`);
  }

  field(place: string, shape: EventShape, field: string, value: MappedValue): void {
    const { properties } = shape.schema as { properties: Record<string, { enum?: readonly string[] }> };
    const schema = Object.hasOwn(properties, field) ? properties[field] : undefined;
    if (schema === undefined) {
      this.wrong(place, `Events of the type ${shape.type} have no field "${field}"; they have ${Object.keys(properties).join(', ')}.`);
      return;
    }
    const results = [
      ...Object.values(value.values ?? {}),
      ...listOf(value.otherwise),
      ...(typeof value.constant === 'string' ? [value.constant] : []),
    ];
    for (const result of schema.enum === undefined ? [] : results) {
      if (schema.enum?.includes(result) !== true) this.wrong(place, `"${result}" is not one of ${schema.enum?.join(', ') ?? ''}.`);
    }
    if (value.column !== undefined) this.column(`${place}/column`, value.column);
    for (const column of columnsIn(value.template ?? '')) this.column(`${place}/template`, column);
  }
}

function eventOf(check: Check, given: MappingFile['events'][number], place: string, isRegister: boolean): MappedEvent | undefined {
  const found = shapeFor(given.type, undefined);
  if ('problem' in found) {
    check.wrong(`${place}/type`, found.problem.reason);
    return undefined;
  }
  const { shape } = found;
  const data = Object.fromEntries(
    Object.entries(given.data).map(([field, value]) => [field, typeof value === 'string' ? { column: value } : value]),
  );
  for (const [field, value] of Object.entries(data)) check.field(`${place}/data/${field}`, shape, field, value);
  for (const field of shape.schema['required'] as readonly string[]) {
    if (!Object.hasOwn(data, field)) check.wrong(`${place}/data`, `The field "${field}" of ${shape.type} is required and not mapped.`);
  }
  for (const column of [
    ...Object.keys(given.when ?? {}),
    ...listOf(given.time),
    ...listOf(given.recorded),
    ...columnsIn(given.record ?? ''),
  ]) {
    check.column(place, column);
  }
  if (isRegister && given.type !== 'gifts.declared') {
    check.wrong(`${place}/type`, 'The events of a register are gifts.declared; corrections and withdrawals follow from its snapshots.');
  }
  return { shape, when: given.when ?? {}, record: given.record, time: listOf(given.time), recorded: listOf(given.recorded), data };
}

/** @throws ProblemError `mapping.invalid` with every mistake of the file and its place. */
export function parseMapping(text: string): Mapping {
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    throw new ProblemError(
      document.errors.map((error) => ({
        code: 'mapping.invalid' as const,
        reason: `The file is not valid YAML: ${error.code}.`,
        remedy: REMEDY,
        place: `line ${String(error.linePos?.[0].line ?? 1)}`,
      })),
    );
  }
  const file = document.toJS() as MappingFile;
  if (!validate(file)) throw new ProblemError(problemsOf(validate.errors, 'mapping.invalid', REMEDY));
  const check = new Check(file);
  const { register, zone, nil } = file;
  const events = file.events.flatMap((event, index) => eventOf(check, event, `/events/${String(index)}`, register !== undefined) ?? []);
  for (const column of Object.keys(nil ?? {})) check.column('/nil', column);
  if (typeof zone === 'string' && !isZone(zone)) check.wrong('/zone', `"${zone}" is not in the IANA list of zones.`);
  if (typeof zone === 'object') check.column('/zone/column', zone.column);
  if (register !== undefined) check.column('/register/entry', register.entry);
  if (check.problems.length > 0) throw new ProblemError(check.problems);
  return {
    name: file.mapping,
    description: file.description,
    columns: Object.fromEntries(Object.entries(file.columns).map(([column, given]) => [column, columnOf(given)])),
    dates: file.dates ?? [],
    zone: zone === undefined ? undefined : typeof zone === 'string' ? { name: zone } : zone,
    nil,
    register:
      register === undefined
        ? undefined
        : {
            name: register.name,
            entry: register.entry,
            fileName: register.fileName === undefined ? undefined : new RegExp(register.fileName),
          },
    events,
  };
}

/** All mappings of a folder by name. @throws ProblemError with every mistake of every file. */
export function loadMappings(directory: string): ReadonlyMap<string, Mapping> {
  const mappings = new Map<string, Mapping>();
  const problems: Problem[] = [];
  for (const file of readdirSync(directory)
    .filter((entry) => /\.ya?ml$/.test(entry))
    .sort()) {
    try {
      const mapping = parseMapping(readFileSync(join(directory, file), 'utf8'));
      mappings.set(mapping.name, mapping);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems.map((problem) => ({ ...problem, place: `${file} ${problem.place ?? ''}`.trim() })));
    }
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return mappings;
}
