import { eventKey, recordKey, type DomainEvent } from '@plumbline/events';
import { Recent, type Interner } from './interner';
import type { RowColumns } from './row-columns';

const ABSENT = -1;
const precisions = ['day', 'minute', 'second', 'millisecond'] as const;

/** Which fields of a type are kept, and in which slot of a row. A field of type money takes two: minor units and currency. */
export interface FieldPlan {
  readonly name: string;
  readonly slot: number;
  /** The values that were seen last: most fields have few. */
  readonly recent: Recent;
}

/**
 * Every event that some pattern may count, in flat columns: about 100 bytes and its id. A row is written once; which version of
 * a record counts is said elsewhere.
 */
export class Rows {
  count = 0;
  private ids: string[] = [];
  /** Ids of records where they are not the event's own. */
  private readonly recordIds = new Map<number, string>();
  private capacity = 1_024;
  private instants = new Float64Array(this.capacity);
  private recorded = new Float64Array(this.capacity);
  private versions = new Float64Array(this.capacity);
  private types = new Uint16Array(this.capacity);
  private flags = new Uint8Array(this.capacity);
  private zones = new Int32Array(this.capacity);
  private clinicians = new Int32Array(this.capacity);
  private patients = new Int32Array(this.capacity);
  private donors = new Int32Array(this.capacity);
  private sources = new Int32Array(this.capacity);
  private slots: Float64Array;
  private readonly zoneNumbers: Recent;
  private readonly sourceNumbers: Recent;

  constructor(
    private readonly texts: Interner,
    private readonly stride: number,
  ) {
    this.slots = new Float64Array(this.capacity * stride);
    this.zoneNumbers = new Recent(texts);
    this.sourceNumbers = new Recent(texts);
  }

  /** The number of an event's source. */
  sourceNumber(source: string): number {
    return this.sourceNumbers.number(source);
  }

  /** Writes an event down; whom it concerns is written by `name` where some pattern may ever ask. */
  add(event: DomainEvent, source: number, type: number, fields: readonly FieldPlan[]): number {
    if (this.count === this.capacity) this.grow();
    const row = this.count;
    this.count += 1;
    const data = event.data;
    this.ids.push(event.id);
    if (event.recordId !== event.id) this.recordIds.set(row, event.recordId);
    this.sources[row] = source;
    this.instants[row] = event.occurred.instant;
    this.recorded[row] = event.recordedAt;
    this.versions[row] = event.recordVersion;
    this.types[row] = type;
    this.flags[row] = precisions.indexOf(event.occurred.precision) | (event.retracted ? 4 : 0);
    this.zones[row] = this.zoneNumbers.number(event.occurred.zone);
    this.clinicians[row] = ABSENT;
    this.patients[row] = ABSENT;
    this.donors[row] = ABSENT;
    const base = row * this.stride;
    for (let slot = 0; slot < this.stride; slot += 1) this.slots[base + slot] = ABSENT;
    for (const { name, slot, recent } of fields) {
      const value = data[name];
      if (typeof value === 'string') {
        this.slots[base + slot] = recent.number(value);
        continue;
      }
      if (value !== null && typeof value === 'object' && 'minor' in value && 'currency' in value) {
        this.slots[base + slot] = Number(value.minor);
        this.slots[base + slot + 1] = this.texts.number(String(value.currency));
      } else this.slots[base + slot] = this.encode(value);
    }
    return row;
  }

  /** Writes down whom an event concerns. */
  name(row: number, data: DomainEvent['data']): void {
    this.clinicians[row] = this.encode(data['clinician']);
    this.patients[row] = this.encode(data['patient']);
    this.donors[row] = this.encode(data['donor']);
  }

  time(row: number): number {
    return this.instants[row] as number;
  }

  recordedAt(row: number): number {
    return this.recorded[row] as number;
  }

  type(row: number): number {
    return this.types[row] as number;
  }

  zone(row: number): string {
    return this.texts.text(this.zones[row] as number);
  }

  clinician(row: number): number {
    return this.clinicians[row] as number;
  }

  /** The patient's number, or -1. */
  patient(row: number): number {
    return this.patients[row] as number;
  }

  /** The giver's number, or -1. */
  donor(row: number): number {
    return this.donors[row] as number;
  }

  source(row: number): number {
    return this.sources[row] as number;
  }

  /** The event's id at its source. */
  id(row: number): string {
    return this.ids[row] as string;
  }

  recordId(row: number): string {
    return this.recordIds.size === 0 ? this.id(row) : (this.recordIds.get(row) ?? this.id(row));
  }

  isOfRecord(row: number, source: number, recordId: string): boolean {
    return this.sources[row] === source && this.recordId(row) === recordId;
  }

  /** The source and the record's id there, joined by NUL. */
  recordKey(row: number): string {
    return recordKey({ source: this.texts.text(this.source(row)), recordId: this.recordId(row) });
  }

  retracted(row: number): boolean {
    return ((this.flags[row] as number) & 4) !== 0;
  }

  precision(row: number): (typeof precisions)[number] {
    return precisions[(this.flags[row] as number) & 3] as (typeof precisions)[number];
  }

  /** The source and the event's id there, joined by NUL. */
  key(row: number): string {
    return eventKey({ source: this.texts.text(this.source(row)), id: this.id(row) });
  }

  /** The value in a slot: a number, a text's number, 0 or 1 of a flag, or -1 where the field is absent. */
  value(row: number, slot: number): number {
    return this.slots[row * this.stride + slot] as number;
  }

  /** Facts are ordered by event time and, where that is the same, by event key. Negative where the first comes first. */
  compare(left: number, right: number): number {
    const difference = this.time(left) - this.time(right);
    if (difference !== 0) return difference;
    const same = this.sources[left] === this.sources[right];
    const first = same ? this.id(left) : this.key(left);
    const second = same ? this.id(right) : this.key(right);
    return first < second ? -1 : first > second ? 1 : 0;
  }

  /** Whether the first of two rows of one record, and so of one source, has its later version. */
  supersedes(left: number, right: number): boolean {
    const difference = (this.versions[left] as number) - (this.versions[right] as number);
    return difference !== 0 ? difference > 0 : this.id(left) > this.id(right);
  }

  /** The columns as they are, for a snapshot. */
  columns(): RowColumns {
    const { count, ids, stride } = this;
    return {
      count,
      ids,
      recordIds: [...this.recordIds],
      instants: this.instants.slice(0, count),
      recorded: this.recorded.slice(0, count),
      versions: this.versions.slice(0, count),
      types: this.types.slice(0, count),
      flags: this.flags.slice(0, count),
      zones: this.zones.slice(0, count),
      clinicians: this.clinicians.slice(0, count),
      patients: this.patients.slice(0, count),
      donors: this.donors.slice(0, count),
      sources: this.sources.slice(0, count),
      slots: this.slots.slice(0, count * stride),
    };
  }

  load(columns: RowColumns): void {
    while (this.capacity < columns.count) this.grow();
    this.count = columns.count;
    this.ids = [...columns.ids];
    for (const [row, recordId] of columns.recordIds) this.recordIds.set(row, recordId);
    this.instants.set(columns.instants);
    this.recorded.set(columns.recorded);
    this.versions.set(columns.versions);
    this.types.set(columns.types);
    this.flags.set(columns.flags);
    this.zones.set(columns.zones);
    this.clinicians.set(columns.clinicians);
    this.patients.set(columns.patients);
    this.donors.set(columns.donors);
    this.sources.set(columns.sources);
    this.slots.set(columns.slots);
  }

  private encode(value: unknown): number {
    if (typeof value === 'string') return this.texts.number(value);
    if (typeof value === 'number') return value;
    return typeof value === 'boolean' ? Number(value) : ABSENT;
  }

  private grow(): void {
    this.capacity *= 2;
    const wider = <Column extends { set(from: Column): void }>(fresh: Column, old: Column): Column => {
      fresh.set(old);
      return fresh;
    };
    const { capacity } = this;
    this.instants = wider(new Float64Array(capacity), this.instants);
    this.recorded = wider(new Float64Array(capacity), this.recorded);
    this.versions = wider(new Float64Array(capacity), this.versions);
    this.types = wider(new Uint16Array(capacity), this.types);
    this.flags = wider(new Uint8Array(capacity), this.flags);
    this.zones = wider(new Int32Array(capacity), this.zones);
    this.clinicians = wider(new Int32Array(capacity), this.clinicians);
    this.patients = wider(new Int32Array(capacity), this.patients);
    this.donors = wider(new Int32Array(capacity), this.donors);
    this.sources = wider(new Int32Array(capacity), this.sources);
    this.slots = wider(new Float64Array(capacity * this.stride), this.slots);
  }
}
