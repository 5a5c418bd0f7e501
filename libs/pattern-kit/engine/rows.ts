import type { DomainEvent } from '@plumbline/events';
import type { Interner } from './interner';

const ABSENT = -1;
const precisions = ['day', 'minute', 'second', 'millisecond'] as const;

/** Which fields of a type are kept, and in which slot of a row. A field of type money takes two: minor units and currency. */
export interface FieldPlan {
  readonly name: string;
  readonly slot: number;
}

/**
 * Every event that some pattern may count, in flat columns: about 120 bytes and its key. A row is written once; which version of
 * a record counts is said elsewhere.
 */
export class Rows {
  count = 0;
  keys: string[] = [];
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
  private recordNumbers = new Int32Array(this.capacity);
  private slots: Float64Array;
  private lastZone = '';
  private lastZoneNumber = -1;

  constructor(
    private readonly texts: Interner,
    private readonly stride: number,
  ) {
    this.slots = new Float64Array(this.capacity * stride);
  }

  add(event: DomainEvent, key: string, type: number, record: number, fields: readonly FieldPlan[]): number {
    if (this.count === this.capacity) this.grow();
    const row = this.count;
    this.count += 1;
    const data = event.data;
    this.keys.push(key);
    this.instants[row] = event.occurred.instant;
    this.recorded[row] = event.recordedAt;
    this.versions[row] = event.recordVersion;
    this.types[row] = type;
    this.flags[row] = precisions.indexOf(event.occurred.precision) | (event.retracted ? 4 : 0);
    this.zones[row] = this.zoneNumber(event.occurred.zone);
    this.clinicians[row] = this.encode(data['clinician']);
    this.patients[row] = this.encode(data['patient']);
    this.donors[row] = this.encode(data['donor']);
    this.recordNumbers[row] = record;
    const base = row * this.stride;
    this.slots.fill(ABSENT, base, base + this.stride);
    for (const { name, slot } of fields) {
      const value = data[name];
      if (value !== null && typeof value === 'object' && 'minor' in value && 'currency' in value) {
        this.slots[base + slot] = Number(value.minor);
        this.slots[base + slot + 1] = this.texts.number(String(value.currency));
      } else this.slots[base + slot] = this.encode(value);
    }
    return row;
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

  record(row: number): number {
    return this.recordNumbers[row] as number;
  }

  retracted(row: number): boolean {
    return ((this.flags[row] as number) & 4) !== 0;
  }

  precision(row: number): (typeof precisions)[number] {
    return precisions[(this.flags[row] as number) & 3] as (typeof precisions)[number];
  }

  key(row: number): string {
    return this.keys[row] as string;
  }

  /** The value in a slot: a number, a text's number, 0 or 1 of a flag, or -1 where the field is absent. */
  value(row: number, slot: number): number {
    return this.slots[row * this.stride + slot] as number;
  }

  /** Facts are ordered by event time and, where that is the same, by event key. Negative where the first comes first. */
  compare(left: number, right: number): number {
    const difference = this.time(left) - this.time(right);
    if (difference !== 0) return difference;
    return this.key(left) < this.key(right) ? -1 : this.key(left) > this.key(right) ? 1 : 0;
  }

  /** Whether the first row's version of a record is the later one. */
  supersedes(left: number, right: number): boolean {
    const difference = (this.versions[left] as number) - (this.versions[right] as number);
    return difference !== 0 ? difference > 0 : this.key(left) > this.key(right);
  }

  /** The columns as they are, for a snapshot. */
  columns(): RowColumns {
    const { count, keys, stride } = this;
    return {
      count,
      keys,
      instants: this.instants.slice(0, count),
      recorded: this.recorded.slice(0, count),
      versions: this.versions.slice(0, count),
      types: this.types.slice(0, count),
      flags: this.flags.slice(0, count),
      zones: this.zones.slice(0, count),
      clinicians: this.clinicians.slice(0, count),
      patients: this.patients.slice(0, count),
      donors: this.donors.slice(0, count),
      recordNumbers: this.recordNumbers.slice(0, count),
      slots: this.slots.slice(0, count * stride),
    };
  }

  load(columns: RowColumns): void {
    while (this.capacity < columns.count) this.grow();
    this.count = columns.count;
    this.keys = [...columns.keys];
    this.instants.set(columns.instants);
    this.recorded.set(columns.recorded);
    this.versions.set(columns.versions);
    this.types.set(columns.types);
    this.flags.set(columns.flags);
    this.zones.set(columns.zones);
    this.clinicians.set(columns.clinicians);
    this.patients.set(columns.patients);
    this.donors.set(columns.donors);
    this.recordNumbers.set(columns.recordNumbers);
    this.slots.set(columns.slots);
  }

  /** A source writes the same zone again and again. */
  private zoneNumber(zone: string): number {
    if (zone !== this.lastZone) {
      this.lastZone = zone;
      this.lastZoneNumber = this.texts.number(zone);
    }
    return this.lastZoneNumber;
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
    this.recordNumbers = wider(new Int32Array(capacity), this.recordNumbers);
    this.slots = wider(new Float64Array(capacity * this.stride), this.slots);
  }
}

export interface RowColumns {
  readonly count: number;
  readonly keys: readonly string[];
  readonly instants: Float64Array;
  readonly recorded: Float64Array;
  readonly versions: Float64Array;
  readonly types: Uint16Array;
  readonly flags: Uint8Array;
  readonly zones: Int32Array;
  readonly clinicians: Int32Array;
  readonly patients: Int32Array;
  readonly donors: Int32Array;
  readonly recordNumbers: Int32Array;
  readonly slots: Float64Array;
}
