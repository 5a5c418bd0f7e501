import type { InsertSettings } from './cluster';
import { checkedIdentifier } from './sql';
import type { InsertRows } from './store';

/** An insert and its rows, before it is put into words for an engine. */
export interface Insertion {
  readonly database: string;
  readonly table: string;
  /** Absent where each row names its own. */
  readonly columns?: readonly string[];
  /** Stand in the statement: set on a connection, a token would stay there and the next insert would vanish. */
  readonly settings: InsertSettings;
  readonly format: 'JSONEachRow' | 'JSONCompactEachRow';
  /** Lines of the format. */
  readonly bytes: Uint8Array;
}

/** The rows as an engine takes them. */
export function insertionOf(database: string, table: string, rows: InsertRows, settings: InsertSettings): Insertion {
  const target = { database, table: checkedIdentifier(table), settings };
  if (!('bytes' in rows))
    return { ...target, format: 'JSONEachRow', bytes: Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n')) };
  const { columns, bytes } = rows;
  if (columns === undefined) return { ...target, format: 'JSONEachRow', bytes };
  return { ...target, format: 'JSONCompactEachRow', columns: columns.map(checkedIdentifier), bytes };
}

/** `INSERT INTO … (…) SETTINGS …`. */
export function insertInto({ database, table, columns, settings }: Insertion): string {
  const named = columns === undefined ? '' : ` (${columns.join(', ')})`;
  return `INSERT INTO ${database}.${table}${named} SETTINGS ${settingsText(settings)}`;
}

/** Texts among them have no quotation mark: they are ours, or a checked token. */
const settingsText = (settings: InsertSettings): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name} = ${typeof value === 'number' ? String(value) : `'${value}'`}`)
    .join(', ');
