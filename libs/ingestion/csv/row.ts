import { isZone, isoDate, isoInstant, localTime, type OccurredTime, type Problem, type ProblemCode } from '@plumbline/kernel';
import { DateTime } from 'luxon';
import { readIsoTime } from '../core/times';
import type { Mapping } from './mapping';

/** A problem of one row; the row goes to quarantine with it. */
export class RowProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.reason);
    this.name = 'RowProblem';
  }
}

export const rowProblem = (code: ProblemCode, reason: string, remedy: string, column: string): RowProblem =>
  new RowProblem({ code, reason, remedy, place: `column ${column}` });

export const normal = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** One row of a table, read by the names that the mapping gives to its columns. */
export class Row {
  private readonly zoneName: string;

  constructor(
    private readonly mapping: Mapping,
    private readonly positions: ReadonlyMap<string, number>,
    private readonly cells: readonly string[],
    fallbackZone: string,
  ) {
    const { zone } = mapping;
    const named = zone === undefined ? '' : 'name' in zone ? zone.name : this.text(zone.column);
    if (named !== '' && !isZone(named)) {
      throw rowProblem('time.unknown-zone', 'The time zone is not in the IANA list.', 'Name a zone such as Europe/London.', 'zone');
    }
    this.zoneName = named === '' ? fallbackZone : named;
  }

  get zone(): string {
    return this.zoneName;
  }

  text(column: string): string {
    const position = this.positions.get(column);
    return position === undefined ? '' : (this.cells[position] ?? '').trim();
  }

  /** Whether in each of these columns one of these words stands. */
  has(conditions: Readonly<Record<string, readonly string[]>>): boolean {
    return Object.entries(conditions).every(([column, words]) => words.some((word) => normal(word) === normal(this.text(column))));
  }

  fill(template: string): string {
    return template.replace(/\{([^}]+)\}/g, (_, column: string) => this.text(column));
  }

  /** The first filled of these columns as a time, or undefined where none is filled. @throws RowProblem `time.*` */
  time(columns: readonly string[]): OccurredTime | undefined {
    const column = columns.find((name) => this.text(name) !== '');
    return column === undefined ? undefined : this.timeOf(this.text(column), column);
  }

  timeOf(text: string, column: string): OccurredTime {
    const iso = readIsoTime(text, this.zoneName);
    if (iso.ok) return iso.time;
    for (const format of this.mapping.dates) {
      const read = DateTime.fromFormat(text, format, { zone: this.zoneName, locale: 'en-GB' });
      if (!read.isValid) continue;
      const precision = !/[Hh]/.test(format) ? 'day' : format.includes('s') ? 'second' : 'minute';
      return { instant: read.toMillis(), precision, zone: this.zoneName };
    }
    throw rowProblem(iso.problem.code, iso.problem.reason, 'Correct the value, or add its format to the dates of the mapping.', column);
  }

  instantOf(text: string, column: string): string {
    return isoInstant(this.timeOf(text, column).instant);
  }

  dateOf(text: string, column: string): string {
    return isoDate(localTime(this.timeOf(text, column).instant, this.zoneName).day);
  }
}
