import type { JsonSchema } from '@plumbline/events';
import type { EventShape } from '../core/event-shapes';
import { columnsIn, type MappedValue } from './mapping';
import { readMoney } from './money';
import { normal, rowProblem, type Row } from './row';

const YES: ReadonlySet<string> = new Set(['true', 'yes', 'y', '1']);
const NO: ReadonlySet<string> = new Set(['false', 'no', 'n', '0']);
/** As many characters of a printed value as an event holds. */
const MAX_PRINTED = 200;

/** A template with an empty column has nothing to say. */
function textOf(row: Row, { template, column }: MappedValue): string {
  if (template !== undefined) return columnsIn(template).some((name) => row.text(name) === '') ? '' : row.fill(template);
  return column === undefined ? '' : row.text(column);
}

function listed(value: MappedValue, text: string, column: string): string {
  for (const [word, meaning] of Object.entries(value.values ?? {})) if (normal(word) === normal(text)) return meaning;
  if (value.otherwise !== undefined) return value.otherwise;
  if (value.values === undefined) return text;
  throw rowProblem(
    'csv.unknown-word',
    'The word in this column is not in the list of the mapping.',
    'Add the word to the values of the mapping.',
    column,
  );
}

function flagOf(text: string, column: string): boolean {
  if (YES.has(normal(text))) return true;
  if (NO.has(normal(text))) return false;
  throw rowProblem('csv.not-a-flag', 'This is neither yes nor no.', 'Write yes or no, or list the words in the mapping.', column);
}

function wholeOf(text: string, column: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw rowProblem('csv.not-a-number', 'This is no whole number.', 'Correct the value at the source.', column);
}

/** One value by the schema of its field. */
function converted(row: Row, value: MappedValue, schema: JsonSchema, text: string): unknown {
  const column = value.column ?? '';
  if (schema['type'] === 'boolean') return flagOf(listed(value, text, column), column);
  if (schema['type'] === 'integer') return wholeOf(text, column);
  if (schema['format'] === 'date-time') return row.instantOf(text, column);
  if (schema['format'] === 'date') return row.dateOf(text, column);
  return listed(value, text, column);
}

/** A person's identifier as it counts: outer blanks gone, aliases joined, a placeholder made a person of its own. */
function personOf(value: MappedValue, text: string, entry: string): { readonly identifier: string; readonly hidden: boolean } {
  if (value.placeholders?.some((word) => normal(word) === normal(text)) === true)
    return { identifier: `placeholder of ${entry}`, hidden: true };
  const known = Object.entries(value.aliases ?? {}).find(([name, others]) =>
    [name, ...others].some((other) => normal(other) === normal(text)),
  );
  const chosen = known?.[0] ?? text;
  return { identifier: value.fold === true ? normal(chosen) : chosen, hidden: false };
}

function moneyInto(data: Record<string, unknown>, field: string, value: MappedValue, text: string, canPrint: boolean): void {
  const column = value.column ?? '';
  const money = readMoney(text, value.currency ?? 'USD');
  if (money !== undefined) data[field] = money;
  else if (/^[-−(]/.test(text.trim()) || !canPrint) {
    throw rowProblem('csv.not-money', 'This is no amount of money.', 'Correct the value at the source.', column);
  } else data['valueAsPrinted'] = text.slice(0, MAX_PRINTED);
}

/** The data of one event from one row. `entry` tells hidden people apart. @throws RowProblem */
export function dataOf(row: Row, values: Readonly<Record<string, MappedValue>>, shape: EventShape, entry: string): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  const properties = shape.schema['properties'] as Record<string, JsonSchema>;
  const required = shape.schema['required'] as readonly string[];
  let hidden = false;
  for (const [field, value] of Object.entries(values)) {
    const schema = properties[field] ?? {};
    if (value.constant !== undefined) {
      data[field] = value.constant;
      continue;
    }
    const text = textOf(row, value);
    const missing = text === '' && (value.values === undefined || !Object.hasOwn(value.values, '')) && value.otherwise === undefined;
    if (missing) {
      if (!required.includes(field)) continue;
      throw rowProblem(
        'csv.value-missing',
        `The column is empty, and ${field} cannot be absent.`,
        'Fill the column at the source.',
        value.column ?? '',
      );
    }
    if (shape.people.some((person) => person.field === field)) {
      const person = personOf(value, text, entry);
      data[field] = person.identifier;
      hidden ||= person.hidden;
    } else if (schema['type'] === 'object') moneyInto(data, field, value, text, 'valueAsPrinted' in properties);
    else data[field] = converted(row, value, schema, text);
  }
  if (hidden && 'donorKind' in properties) data['donorKind'] = 'placeholder';
  return data;
}
