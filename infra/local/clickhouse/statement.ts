import { EngineFailure } from './failures';

const LEADING = /^(?:\s+|--[^\n]*\n|\/\*[\s\S]*?\*\/)*/;
const FORMAT_AT_THE_END = /\bFORMAT\s+([A-Za-z]\w*)\s*;?\s*$/i;

/** Formats that are the same in pieces as in one: no head, no foot, nothing between rows that could be missing. */
const IN_PIECES =
  /^(?:JSON(?:Compact|Strings|CompactStrings)?EachRow|NDJSON|JSONLines|TabSeparated(?:Raw)?|TSV(?:Raw)?|CSV|RowBinary|LineAsString)$/i;

const beginning = (statement: string): string => statement.slice(LEADING.exec(statement)?.[0].length ?? 0);

export const formatOf = (statement: string, otherwise: string): string => FORMAT_AT_THE_END.exec(statement)?.[1] ?? otherwise;

/** Whether the answer may be sent while it is made. */
export const comesInPieces = (statement: string, format: string): boolean =>
  /^(?:\(|SELECT\b|WITH\b)/i.test(beginning(statement)) && IN_PIECES.test(format);

/**
 * The engine lists what runs in its `system.processes` and lets it be killed, but it gives every query an id of its own. The client's id is
 * kept in `log_comment`, which is listed too; so a question about the processes is turned to look there.
 */
export function withClientIds(statement: string): string {
  if (/^KILL\s+QUERY\b/i.test(beginning(statement))) {
    if (/\bSYNC\s*;?\s*$/i.test(statement)) throw new EngineFailure(48, 'NOT_IMPLEMENTED', 'Embedded, KILL QUERY … SYNC never returns');
    return statement.replaceAll(/\bquery_id\b/g, "Settings['log_comment']");
  }
  if (/^INSERT\b/i.test(beginning(statement))) return statement;
  return statement.replaceAll(/\bsystem\.processes\b/gi, "(SELECT * REPLACE (Settings['log_comment'] AS query_id) FROM system.processes)");
}

const INPUT = /\binput\s*\(\s*('(?:[^'\\]|\\.|'')*')\s*\)/i;

/** `input('n UInt64, …')` in an insert: embedded, the engine would silently see no rows there. Undefined where the statement has none. */
export function readingFrom(file: string, statement: string): string | undefined {
  if (!/^INSERT\b/i.test(beginning(statement)) || !INPUT.test(statement)) return undefined;
  const format = formatOf(statement, '');
  const source = (structure: string): string => `file(${quoted(file)}, ${quoted(format)}, ${structure})`;
  return statement.replace(FORMAT_AT_THE_END, '').replace(INPUT, (_, structure: string) => source(structure));
}

export const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
