import type { DomainEvent } from '@plumbline/events';
import type { Renumbering } from './renumbering';
import { TextColumn } from './text-column';

const USUAL_VERSION = 1;

/** Ids and versions of rows as plain data. */
export interface RowIdColumns {
  readonly ids: readonly string[];
  readonly recordIds: readonly (readonly [row: number, recordId: string])[];
  readonly versions: readonly (readonly [row: number, version: number])[];
}

/** Which event of a source each row is, of which record, and in which version. */
export class RowIds {
  private readonly ids = new TextColumn();
  /** Ids of records where they are not the event's own. */
  private readonly recordIds = new Map<number, string>();
  /** Versions other than the first. */
  private readonly versions = new Map<number, number>();

  /** Writes an event's id down to be kept by `keep`; its hash, seeded with the source. */
  try(id: string, source: number): number {
    return this.ids.try(id, source);
  }

  /** Keeps the ids of the event whose own was tried last. */
  keep(row: number, { id, recordId, recordVersion }: DomainEvent): void {
    this.ids.keep();
    if (recordId !== id) this.recordIds.set(row, recordId);
    if (recordVersion !== USUAL_VERSION) this.versions.set(row, recordVersion);
  }

  id(row: number): string {
    return this.ids.at(row);
  }

  recordId(row: number): string {
    return this.recordIds.size === 0 ? this.id(row) : (this.recordIds.get(row) ?? this.id(row));
  }

  isOfRecord(row: number, recordId: string): boolean {
    const own = this.recordIds.size === 0 ? undefined : this.recordIds.get(row);
    return own === undefined ? this.ids.is(row, recordId) : own === recordId;
  }

  /** Whether the first of two rows of one record has its later version; of equal versions the greater id counts. */
  supersedes(left: number, right: number): boolean {
    const difference = (this.versions.get(left) ?? USUAL_VERSION) - (this.versions.get(right) ?? USUAL_VERSION);
    return difference !== 0 ? difference > 0 : this.id(left) > this.id(right);
  }

  /** Forgets rows. */
  renumber(rows: Renumbering): void {
    this.ids.renumber(rows);
    rows.keys(this.recordIds);
    rows.keys(this.versions);
  }

  dump(): RowIdColumns {
    return { ids: this.ids.dump(), recordIds: [...this.recordIds], versions: [...this.versions] };
  }

  load({ ids, recordIds, versions }: RowIdColumns): void {
    this.ids.load(ids);
    for (const [row, recordId] of recordIds) this.recordIds.set(row, recordId);
    for (const [row, version] of versions) this.versions.set(row, version);
  }
}
