import { ProblemError, type Problem } from '@plumbline/kernel';
import { stringify } from 'csv-stringify/sync';
import type { Adapter, Surroundings } from '../core/adapter';
import type { Adapted, EventDraft, Origin } from '../core/draft';
import type { Input } from '../core/input';
import type { MappedEvent, Mapping } from './mapping';
import { SnapshotDiff, snapshotDay } from './register';
import { Row, RowProblem, normal } from './row';
import { Retained, rowsOf, type TableRow } from './table';
import { dataOf } from './values';

const GROUP = 500;

type Positions = { readonly positions: ReadonlyMap<string, number> } | { readonly problems: readonly Problem[] };

/** Where each column of the mapping stands. All that are missing are named at once. */
function positionsOf(mapping: Mapping, header: readonly string[]): Positions {
  const headings = header.map(normal);
  const positions = new Map<string, number>();
  const problems: Problem[] = [];
  for (const [column, { headings: names, optional }] of Object.entries(mapping.columns)) {
    const position = names.map((name) => headings.indexOf(normal(name))).find((at) => at >= 0);
    if (position !== undefined) positions.set(column, position);
    else if (!optional) {
      problems.push({
        code: 'csv.column-missing',
        reason: `The column ${names.join(' or ')} is missing; the table has ${header.join(', ').slice(0, 500)}.`,
        remedy: 'Where the column has a new heading, add it to the mapping.',
        place: `column ${column}`,
      });
    }
  }
  return problems.length > 0 ? { problems } : { positions };
}

function draftFrom(row: Row, event: MappedEvent, source: string, entry: string): EventDraft {
  const occurred = row.time(event.time);
  if (occurred === undefined) {
    throw new RowProblem({
      code: 'time.missing',
      reason: 'The row does not say when it happened.',
      remedy: 'Fill the column at the source, or name another column in the mapping.',
      place: `column ${event.time.join(', ')}`,
    });
  }
  const recorded = row.time(event.recorded);
  const recordId = event.record === undefined ? undefined : row.fill(event.record);
  return {
    type: event.shape.type,
    version: event.shape.version,
    source,
    occurred,
    ...(recordId === undefined ? {} : { id: recordId, recordId }),
    ...(recorded === undefined ? {} : { recordedAt: recorded.instant }),
    data: dataOf(row, event.data, event.shape, entry),
  };
}

/** Reads one table by its mapping. */
class TableReader {
  readonly retained = new Retained();
  private header: TableRow | undefined;
  private positions: ReadonlyMap<string, number> = new Map();
  private readonly diff: SnapshotDiff | undefined;
  private readonly day: string | undefined;
  private complete = false;

  constructor(
    private readonly mapping: Mapping,
    private readonly surroundings: Surroundings,
  ) {
    const { register, zone } = mapping;
    if (register === undefined) return;
    this.day = snapshotDay(register, surroundings);
    const name = zone !== undefined && 'name' in zone ? zone.name : surroundings.source.zone;
    this.diff = new SnapshotDiff(register, this.day, surroundings, name);
  }

  async *groups(input: Input): AsyncGenerator<readonly Adapted[]> {
    let group: Adapted[] = [];
    let misfit: readonly Problem[] = [];
    try {
      for await (const row of rowsOf(input, this.retained)) {
        if (this.header === undefined) misfit = this.begin(row);
        // A table that does not fit is read to its end all the same, so that the whole of it can be kept.
        else if (misfit.length === 0) group.push(...this.adapt(row));
        if (group.length < GROUP) continue;
        yield group;
        group = [];
      }
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      misfit = [error.problem];
    }
    yield group;
    if (misfit.length > 0) yield [this.rejectedWith(this.wholeOrigin(), misfit)];
    else if (this.diff !== undefined && this.header !== undefined) {
      yield this.diff.withdrawn(this.wholeOrigin());
      this.complete = true;
    }
  }

  private begin(header: TableRow): readonly Problem[] {
    this.header = header;
    const found = positionsOf(this.mapping, header.cells);
    if ('problems' in found) return found.problems;
    this.positions = found.positions;
    return [];
  }

  finish(): void {
    if (this.complete) this.diff?.save();
  }

  private adapt(table: TableRow): readonly Adapted[] {
    const origin = this.originOf(table);
    const expected = this.header?.cells.length ?? 0;
    if (table.problem !== undefined || table.cells.length !== expected) {
      this.diff?.sawUnreadable('');
      const reason =
        table.problem === undefined
          ? `The row has ${String(table.cells.length)} cells and the header ${String(expected)}.`
          : 'The row cannot be taken apart, because its quotation marks do not match.';
      return [
        this.rejectedWith(origin, [
          { code: 'csv.broken-row', reason, remedy: 'Mend the row; look for a comma or quotation mark in a text.' },
        ]),
      ];
    }
    let entry = '';
    try {
      const row = new Row(this.mapping, this.positions, table.cells, this.surroundings.source.zone);
      if (this.mapping.nil !== undefined && row.has(this.mapping.nil)) return [{ kind: 'nil', origin }];
      entry = this.mapping.register === undefined ? '' : row.text(this.mapping.register.entry);
      const events = this.mapping.events.filter((event) => row.has(event.when));
      if (events.length === 0) {
        throw new RowProblem({
          code: 'csv.no-event',
          reason: 'No event of the mapping fits this row.',
          remedy: 'Extend the conditions (when) of the mapping.',
        });
      }
      const hiddenBy = entry === '' ? table.raw : `${this.mapping.name} ${entry}`;
      return events.map((event) => {
        const draft = draftFrom(row, event, this.surroundings.source.name, hiddenBy);
        return this.diff === undefined ? { kind: 'event', origin, draft } : this.diff.compare(entry, draft, origin);
      });
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      this.diff?.sawUnreadable(entry);
      return [this.rejectedWith(origin, [error.problem])];
    }
  }

  private rejectedWith(origin: Origin, problems: readonly Problem[]): Adapted {
    return { kind: 'rejected', origin, problems };
  }

  /** A row is kept with its header, so that it is a table of its own; of a register it is then a part and not a snapshot. */
  private originOf(row: TableRow): Origin {
    return {
      place: `line ${String(row.line)}`,
      original: () => Buffer.from(`${stringify([[...(this.header?.cells ?? [])]])}${row.raw}\n`),
      replay: {
        mapping: this.mapping.name,
        ...(this.day === undefined ? {} : { snapshot: this.day, partial: true }),
      },
    };
  }

  private wholeOrigin(): Origin {
    const whole = this.retained.whole();
    if (whole === undefined) {
      throw new ProblemError({
        code: 'input.too-large',
        reason: 'The table has a problem that concerns all of it, and it is too large to be kept in quarantine.',
        remedy: 'Correct the encoding or the columns and send it again.',
      });
    }
    return {
      place: 'the table',
      original: () => whole,
      replay: { mapping: this.mapping.name, ...(this.day === undefined ? {} : { snapshot: this.day }) },
    };
  }
}

/** Any table, through its mapping. */
export const csv: Adapter = (input, surroundings) => {
  const { mapping } = surroundings;
  if (mapping === undefined)
    throw new ProblemError({ code: 'csv.unknown-mapping', reason: 'A table needs a mapping.', remedy: 'Name one.' });
  const reader = new TableReader(mapping, surroundings);
  return {
    groups: reader.groups(input),
    finish: () => {
      reader.finish();
    },
  };
};
